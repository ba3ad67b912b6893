/** Calls by which a decision is made without a variable of its name: what is put into a list, a state, the rows of a table. */
import { Kind, NONE } from '../../ir';
import type { Body } from '../bodies';
import { usersOf } from '../influence/audience';
import { setBy } from '../influence/kept-state';
import { lastName } from '../named';
import { elementsOf, isSpread } from '../parts';
import { verdictOf } from './verdict-names';

/** `table.where('age', '<', 30).update({ status: 'rejected' })`: the call that changes rows to what a literal says; NONE for any other. */
export function changesRows(body: Body, object: number, depth = 3): number {
  if (depth === 0) return NONE;
  for (const user of usersOf(body).get(object) ?? []) {
    if (body.kind(user) === Kind.Object) return changesRows(body, user, depth - 1);
    if (body.kind(user) === Kind.Call && /^(update|updateMany|updateAll|set|patch)$/.test(body.name(user, 1)))
      return chained(body, user);
  }
  return NONE;
}

/** `recipes.insert({ rating: 0.8, … })`, in the one place of the function that makes such a row. */
export function isOfNew(body: Body, object: number): boolean {
  const makers = (at: number): number[] =>
    (usersOf(body).get(at) ?? []).filter((user) => body.kind(user) === Kind.Call && MAKES_ROW.test(body.name(user, 1)));
  const [call] = makers(object);
  if (call === undefined) return false;
  const table = tableOf(body, call);
  for (let i = 0; i < body.reader.count; i++)
    if (i !== object && body.kind(i) === Kind.Object && makers(i).some((at) => tableOf(body, at) === table)) return false;
  return true;
}

/** `recipes.insert(…)`, `db.from('recipes').insert(…)` */
function tableOf(body: Body, call: number): string {
  const of = body.operand(call, 0);
  const named = body.kind(of) === Kind.Call ? body.operand(of, 4) : NONE;
  return (named === NONE ? null : body.text(named)) ?? lastName(body, of);
}
const MAKES_ROW = /^(insert|insertOne|create|add)$/;

/** `db.update(people).set({ … }).where(…)`: the conditions come after what is changed. */
function chained(body: Body, call: number): number {
  const next = (usersOf(body).get(call) ?? []).find((user) => body.kind(user) === Kind.Call && body.operand(user, 0) === call);
  return next === undefined || body.name(next, 1) === '' ? call : chained(body, next);
}

/** `shortlist.push(candidate)`: the list that grows by one; '' for any other call. */
export const putsInto = (body: Body, call: number): string =>
  /^(push|add)$/.test(body.name(call, 1)) && body.operand(call, 4) !== NONE && body.operand(call, 5) === NONE
    ? lastName(body, body.operand(call, 0))
    : '';

/** `[...state.rejected, candidate.id]` under the name of the list: it grows by one. */
export function growsBy(body: Body, value: number, name: string): boolean {
  if (value === NONE || body.kind(value) !== Kind.Array) return false;
  const all = elementsOf(body, value);
  const isOwn = (at: number, n: number): boolean => isSpread(body, value, n) && lastName(body, at) === name;
  return all.length === 2 && all.some(isOwn) && all.some((_, n) => !isSpread(body, value, n));
}

/** `ranked.sort(…)`: the list that is put in another order; '' for any other call. */
export const sortsInPlace = (body: Body, call: number): string => {
  const list = body.name(call, 1) === 'sort' ? body.operand(call, 0) : NONE;
  return list !== NONE && body.kind(list) === Kind.Load ? lastName(body, list) : '';
};

/** Lists of those who were chosen. */
export const TAKEN = /^(accepted|chosen|invited|admitted|finalists|picked|longlist)([A-Z_]|$)/;

/** Cheap: the name of such a call. */
export const setsVerdict = (name: string): boolean => verdictOf(setBy(name)) === 'sure';
