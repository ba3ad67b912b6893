/** The shape of a value nobody declared, told by the members that the code reads from the variable that holds it. */
import { Flag, Kind, NONE, type ModuleIR } from '../ir';
import { derived, UNKNOWN, type Member, type Type } from '../link/types';
import { flagsAt, kindAt, operandAt, readerOf } from '../link/reader';
import type { Engine } from './frame';

type Reads = ReadonlyMap<string, ReadonlySet<string>>;

const tables = new WeakMap<ModuleIR, Reads>();

/** What reading `command.email` says about `command`: a record with that member; unknown when it says nothing of a person. */
export function usedShape(engine: Engine, module: ModuleIR, owner: number, slot: number): Type {
  const { name } = module.functions[owner].slots[slot];
  const reads = readsOf(module).get(`${owner}:${slot}`);
  if (!reads || name === '') return UNKNOWN;
  const shape = derived(name, new Map([...reads].map((read): [string, Member] => [read, { type: UNKNOWN, owner: name }])));
  if (engine.personal.fields(shape).length > 0) return shape;
  const person = [...reads].find((read) => engine.classifier.owner(read) === 'person');
  return person && engine.classifier.owner(name) === 'maybe' ? { kind: 'named', name: `${person} ${name}`, args: [] } : UNKNOWN;
}

/** Names of members read from each variable of a module, by the function that declares it and its slot. */
function readsOf(module: ModuleIR): Reads {
  const known = tables.get(module);
  if (known) return known;
  const out = new Map<string, Set<string>>();
  module.functions.forEach((_, index) => {
    const reader = readerOf(module, index);
    for (let i = 0; i < reader.count; i++) {
      if (kindAt(reader, i) !== Kind.Get || flagsAt(reader, i) & Flag.Computed) continue;
      const from = operandAt(reader, i, 0);
      if (from === NONE || kindAt(reader, from) !== Kind.Load) continue;
      const owner = operandAt(reader, from, 1);
      const key = `${owner === NONE ? index : owner}:${operandAt(reader, from, 0)}`;
      (out.get(key) ?? out.set(key, new Set()).get(key)!).add(module.names[operandAt(reader, i, 1)]);
    }
  });
  tables.set(module, out);
  return out;
}
