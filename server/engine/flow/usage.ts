/** The shape of a value nobody declared, told by the members that the code reads from the variable that holds it. */
import { Flag, Kind, NONE, type ModuleIR } from '../ir';
import { derived, STRING, UNKNOWN, type Member, type Type } from '../link/types';
import { flagsAt, kindAt, operandAt, readerOf, type Reader } from '../link/reader';
import type { Engine } from './frame';

/** Methods that text has and a record has not. */
const ONLY_TEXT = new Set([
  'startsWith',
  'endsWith',
  'split',
  'toLowerCase',
  'toUpperCase',
  'trim',
  'charAt',
  'substring',
  'padStart',
]);

/** What is read from each variable, by the function that declares it and its slot. */
type Reads = ReadonlyMap<number, ReadonlySet<string>>;

const tables = new WeakMap<ModuleIR, Reads>();
const keyOf = (holder: number, slot: number): number => holder * 65536 + slot;

/** What reading `command.email` says about `command`: a record with that member; unknown when it says nothing of a person. */
export function usedShape(engine: Engine, module: ModuleIR, holder: number, slot: number): Type {
  const { name } = module.functions[holder].slots[slot];
  const reads = readsOf(module).get(keyOf(holder, slot));
  if (!reads || name === '') return UNKNOWN;
  if ([...reads].some((read) => ONLY_TEXT.has(read))) return STRING;
  const isOther = engine.classifier.owner(name) === 'other';
  const told = [...reads].filter((read) => engine.classifier.field(name, read) !== null);
  const owner = isOther ? '' : name;
  const shape = derived(owner, new Map(told.map((read): [string, Member] => [read, { type: UNKNOWN, owner }])));
  if (engine.personal.fields(shape).length > (isOther ? 1 : 0)) return shape;
  const person = [...reads].find((read) => engine.classifier.owner(read) === 'person');
  return person && engine.classifier.owner(name) === 'maybe' ? { kind: 'named', name: `${person} ${name}`, args: [] } : UNKNOWN;
}

const isRead = (reader: Reader, i: number): boolean => kindAt(reader, i) === Kind.Get && !(flagsAt(reader, i) & Flag.Computed);

const isOfText = (reader: Reader, i: number): boolean =>
  kindAt(reader, i) === Kind.Call &&
  operandAt(reader, i, 1) !== NONE &&
  ONLY_TEXT.has(reader.module.names[operandAt(reader, i, 1)]);

/** Names of members read from each variable of a module, by the function that declares it and its slot. */
function readsOf(module: ModuleIR): Reads {
  const known = tables.get(module);
  if (known) return known;
  const out = new Map<number, Set<string>>();
  module.functions.forEach((_, index) => {
    const reader = readerOf(module, index);
    for (let i = 0; i < reader.count; i++) {
      if (!isRead(reader, i) && !isOfText(reader, i)) continue;
      const from = operandAt(reader, i, 0);
      if (from === NONE || kindAt(reader, from) !== Kind.Load) continue;
      const owner = operandAt(reader, from, 1);
      const key = keyOf(owner === NONE ? index : owner, operandAt(reader, from, 0));
      (out.get(key) ?? out.set(key, new Set()).get(key)!).add(module.names[operandAt(reader, i, 1)]);
    }
  });
  tables.set(module, out);
  return out;
}
