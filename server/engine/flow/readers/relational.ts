/** Drizzle's relational queries: `db.query.members.findMany({ columns, with })` gives rows of the table of that name. */
import type { Program } from '../../link/program';
import { UNKNOWN, type Member, type ObjectType, type Type } from '../../link/types';
import { derived } from '../../link/type-parts';
import { TABLES } from '../../nobody';
import type { LibraryCall } from '../actions';
import type { Engine } from '../frame';
import { EMPTY, make, type Value } from '../values';
import { listOf, projection, shapeOf } from './reading';

const DEPTH = 3;

export function related(engine: Engine, call: LibraryCall): Value {
  const table = call.library.words.slice(call.library.words.lastIndexOf('.') + 1);
  const row = make({ type: rowOf(engine, table, call.args[0] ?? EMPTY, DEPTH), hint: table });
  return call.method === 'findMany' ? listOf(row, table) : row;
}

function rowOf(engine: Engine, name: string, options: Value, depth: number): Type {
  const table = tableNamed(engine, name);
  const wanted = projection(options.fields?.get('columns'));
  const own = table
    ? kept(table, (column) => wanted === null || wanted.names.has(column) === wanted.keep)
    : wanted?.keep
      ? shapeOf(wanted.names, name)
      : null;
  const relations = options.fields?.get('with')?.fields;
  if (!relations || depth === 0) return own ?? UNKNOWN;
  const members = new Map<string, Member>(own?.members() ?? []);
  for (const [relation, inner] of relations) {
    const type = rowOf(engine, relation, inner, depth - 1);
    members.set(relation, { type: type === UNKNOWN ? { kind: 'named', name: relation, args: [] } : type, owner: name });
  }
  // Beside what a relation tells, a row of an unknown table is still told by the table's name.
  return own ? derived(name, members) : UNKNOWN;
}

const kept = (table: ObjectType, isKept: (column: string) => boolean): ObjectType =>
  derived(table.name, new Map([...table.members()].filter(([column]) => isKept(column))));

type Slots = ReadonlyMap<string, readonly { module: number; slot: number }[]>;
const slots = new WeakMap<Program, Slots>();

/** The declared table of a name, or of the name's plural: `with: { author: true }` may lead to a table of authors. */
function tableNamed(engine: Engine, name: string): ObjectType | null {
  let known = slots.get(engine.program);
  if (!known) slots.set(engine.program, (known = slotsOf(engine.program)));
  for (const each of [name, `${name}s`, `${name}Table`])
    for (const { module, slot } of known.get(each) ?? []) {
      const { type } = engine.moduleSlot(module, slot);
      if (type.kind === 'object' && type.members().size > 0) return type;
    }
  return null;
}

function slotsOf({ modules }: Program): Slots {
  const out = new Map<string, { module: number; slot: number }[]>();
  modules.forEach(({ imports, functions }, module) => {
    if (!imports.some(({ specifier }) => TABLES.test(specifier))) return;
    functions[0].slots.forEach(({ name }, slot) => {
      const list = out.get(name);
      if (list) list.push({ module, slot });
      else out.set(name, [{ module, slot }]);
    });
  });
  return out;
}
