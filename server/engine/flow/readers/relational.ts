/** Drizzle's relational queries: `db.query.members.findMany({ columns, with })` gives rows of the table of that name. */
import { Kind, LiteralKind, NONE } from '../../ir';
import type { Program } from '../../link/program';
import { kindAt, operandAt, operandCount, type Reader } from '../../link/reader';
import { UNKNOWN, type Member, type ObjectType, type Type } from '../../link/types';
import { derived } from '../../link/type-parts';
import { TABLES } from '../../nobody';
import type { LibraryCall } from '../actions';
import type { Engine, Frame } from '../frame';
import { EMPTY, make, type Value } from '../values';
import { listOf, projection, shapeOf } from './reading';

const FIRST_ARGUMENT = 4;
const DEPTH = 3;

export function related(engine: Engine, frame: Frame, call: LibraryCall): Value {
  const table = call.library.words.slice(call.library.words.lastIndexOf('.') + 1);
  const row = make({ type: rowOf(engine, table, call.args[0] ?? EMPTY, optionsOf(frame, call), DEPTH), hint: table });
  return call.method === 'findMany' ? listOf(row, table) : row;
}

/** The query's options as they are written, where `false` can be told from `true`. */
interface Written {
  reader: Reader;
  object: number;
}

function optionsOf({ reader }: Frame, { site }: LibraryCall): Written {
  const has = site.ordinal !== NONE && operandCount(reader, site.ordinal) > FIRST_ARGUMENT;
  return { reader, object: has ? operandAt(reader, site.ordinal, FIRST_ARGUMENT) : NONE };
}

function rowOf(engine: Engine, name: string, options: Value, written: Written, depth: number): Type {
  const table = tableNamed(engine, name);
  const given = options.fields?.get('columns');
  const left = leftOut(member(written, 'columns'));
  const names = left ? null : projection(given);
  const own = table
    ? kept(table, (column) => !left?.has(column) && (names === null || names.has(column)))
    : names
      ? shapeOf(names, name)
      : null;
  const relations = options.fields?.get('with')?.fields;
  if (!relations || depth === 0) return own ?? UNKNOWN;
  const members = new Map<string, Member>(own?.members() ?? []);
  for (const [relation, inner] of relations) {
    const type = rowOf(engine, relation, inner, member(member(written, 'with'), relation), depth - 1);
    members.set(relation, { type: type === UNKNOWN ? { kind: 'named', name: relation, args: [] } : type, owner: name });
  }
  // Beside what a relation tells, a row of an unknown table is still told by the table's name.
  return own ? derived(name, members) : UNKNOWN;
}

const kept = (table: ObjectType, isKept: (column: string) => boolean): ObjectType =>
  derived(table.name, new Map([...table.members()].filter(([column]) => isKept(column))));

/** `columns: { password: false }`: the names that are left out, where nothing is chosen. */
function leftOut({ reader, object }: Written): ReadonlySet<string> | null {
  if (object === NONE || kindAt(reader, object) !== Kind.Object) return null;
  const out = new Set<string>();
  for (let n = 0; n < operandCount(reader, object); n += 3) {
    const value = operandAt(reader, object, n + 2);
    if (value === NONE || kindAt(reader, value) !== Kind.Const || !isFalse(reader, value)) return null;
    out.add(reader.module.names[operandAt(reader, object, n + 1)]);
  }
  return out.size > 0 ? out : null;
}

const isFalse = (reader: Reader, value: number): boolean =>
  operandAt(reader, value, 0) === LiteralKind.Boolean && reader.module.names[operandAt(reader, value, 1)] === 'false';

function member({ reader, object }: Written, name: string): Written {
  for (let n = 0; object !== NONE && kindAt(reader, object) === Kind.Object && n < operandCount(reader, object); n += 3)
    if (reader.module.names[operandAt(reader, object, n + 1)] === name)
      return { reader, object: operandAt(reader, object, n + 2) };
  return { reader, object: NONE };
}

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
