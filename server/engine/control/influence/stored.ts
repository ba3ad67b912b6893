/** Rows that a store gives back: each column holds what was put into it, and nothing of the others. */
import { Kind, NONE } from '../../ir';
import type { Bodies, Body } from '../bodies';
import { argumentsOf, elementsOf, entriesOf, onlyValueOf } from '../parts';

const PUTS = /^(insert|insertOne|insertMany|update|updateOne|upsert|save|findByIdAndUpdate|findOneAndUpdate)$/;
/** Of a store, or of a machine that answers: a store where the answer has what was given. */
const CREATES = /^(create|createOne)$/;
/** `insert(loans).values(row)`: of a call alone, not of `Object` or of a map. */
const CHAINED = /^(values|set)$/;
/** Between an answer and its row. */
const WRAPS = new Set(['data', 'rows', 'row', 'record', 'dataValues', '0']);
/** Members of an argument that hold the row. */
const HOLDS = new Set(['data', 'create', 'update', 'set', '$set']);

export function putsRow(body: Body, call: number): boolean {
  const name = body.name(call, 1);
  if (PUTS.test(name) || CREATES.test(name)) return true;
  return CHAINED.test(name) && body.kind(body.operand(call, 0)) === Kind.Call;
}

/** A value that a column comes from, with what is read of it. */
export interface Column {
  ordinal: number;
  path: readonly string[];
}

/** Where the member `path` of what a call gives back was put in; null where the call, and those it is chained to, keep no row. */
export function columnsOf(bodies: Bodies, body: Body, call: number, path: readonly string[]): Column[] | null {
  const start = path.findIndex((name) => !WRAPS.has(name));
  if (start < 0) return null;
  const below = path.slice(start);
  const put = putBehind(body, call);
  if (put === NONE) return null;
  const rows = argumentsOf(body, put).flatMap((at) => rowsIn(body, at));
  if (rows.length === 0) return null;
  const isSure = !CREATES.test(body.name(put, 1)) || rows.some((at) => gives(bodies, body, at, below[0]));
  return isSure ? rows.map((ordinal) => ({ ordinal, path: below })) : null;
}

/** `db.from('loans').insert(row).select().single()`: the call that puts the row in. */
function putBehind(body: Body, call: number): number {
  let at = call;
  for (let depth = 0; depth < 8 && at !== NONE && body.kind(at) === Kind.Call; depth++) {
    if (putsRow(body, at)) return at;
    at = body.operand(at, 0);
  }
  return NONE;
}

function rowsIn(body: Body, at: number): number[] {
  if (body.kind(at) === Kind.Array) return elementsOf(body, at);
  const held = entriesOf(body, at).filter(({ name }) => HOLDS.has(name));
  return held.length > 0 ? held.map(({ value }) => value) : [at];
}

function gives(bodies: Bodies, body: Body, at: number, name: string): boolean {
  if (body.kind(at) !== Kind.Load) return entriesOf(body, at).some((entry) => entry.name === name);
  const only = onlyValueOf(bodies, body, at);
  return only !== null && entriesOf(only.home, only.value).some((entry) => entry.name === name);
}
