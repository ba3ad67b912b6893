/** Arguments by which a store is asked for rows: conditions that they meet, and members that put them in order. */
import { Flag, Kind, NONE } from '../../ir';
import type { Bodies, Body } from '../bodies';
import { nameOfCallee } from '../named';
import { argumentsOf, elementsOf, entriesOf, onlyValueOf } from '../parts';
import { asksInChain, asksRows, isColumn, NAMES_TABLE } from './queries';

export interface Condition {
  ordinal: number;
  via: 'predicate' | 'comparator';
}

/** @returns nothing for an argument that no row is asked for by. */
export function conditionsAt(bodies: Bodies, body: Body, call: number, argument: number): Condition[] {
  const name = body.name(call, 1) || nameOfCallee(body, call);
  const isObject = body.kind(argument) === Kind.Object;
  if (isColumn(body, call, argument)) return [{ ordinal: argument, via: 'predicate' }];
  // `eq('gender', customer.gender)`: what a column is held against.
  if (body.kind(argument) !== Kind.Const && isColumn(body, call, body.operand(call, 4)))
    return [{ ordinal: argument, via: 'predicate' }];
  if (name === 'aggregate') return ofStages(body, stagesOf(bodies, body, argument));
  if (isOrdering(body, call, name)) return columnsIn(body, argument);
  if (!isObject) return [];
  const where = entriesOf(body, argument).some((entry) => entry.name === 'where');
  // What is changed, and in which rows: `updateMany({ where, data })`, `updateMany({ … }, { $set })`, `update({ … }, { where })`.
  const isFilter = CHANGES.test(name) && (where || (/(Many|One)/.test(name) && isFirstOfMore(body, call, argument)));
  if (!isFilter && !asksRows(body, call) && !(name === 'match' && isAggregate(body, body.operand(call, 0)))) return [];
  const order = entriesOf(body, argument).filter((entry) => ORDER_PARTS.test(entry.name));
  return [
    { ordinal: argument, via: 'predicate' },
    ...(where || order.length > 0 ? order.flatMap(({ value }) => columnsIn(body, value)) : []),
  ];
}
const CHANGES = /^(update(Many|One|All)?|findOneAndUpdate|findOneAndReplace|deleteMany|deleteOne|destroy)$/;
const ORDER_PARTS = /^(orderBy|order)$/;

const isFirstOfMore = (body: Body, call: number, argument: number): boolean => {
  const [first, second] = argumentsOf(body, call);
  return first === argument && second !== undefined;
};

/** Members of objects, texts, and what is written around them. */
function columnsIn(body: Body, value: number): Condition[] {
  const parts = body.kind(value) === Kind.Array ? elementsOf(body, value) : [value];
  return parts.filter((part) => part !== NONE).map((ordinal) => ({ ordinal, via: 'comparator' }));
}

/** `knex('applicants').orderBy('age')`: rows, not a list that a function orders. */
const isOrdering = (body: Body, call: number, name: string): boolean =>
  /^(orderBy|addOrderBy|orderByRaw|order|sort)$/.test(name) &&
  body.kind(body.operand(call, 0)) === Kind.Call &&
  (asksInChain(body, body.operand(call, 0)) || namesTable(body, body.operand(call, 0)));

function namesTable(body: Body, receiver: number): boolean {
  for (let at = receiver; at !== NONE && body.kind(at) === Kind.Call; at = body.operand(at, 0))
    if (NAMES_TABLE.test(body.name(at, 1) || nameOfCallee(body, at))) return true;
  return false;
}

const isAggregate = (body: Body, at: number): boolean =>
  at !== NONE && body.kind(at) === Kind.Call && /^(aggregate|match|sort|limit)$/.test(body.name(at, 1));

/** `[{ $match: … }, { $sort: … }]`, here or in a variable that holds nothing else. */
function stagesOf(bodies: Bodies, body: Body, argument: number): { name: string; value: number }[] {
  const only = body.kind(argument) === Kind.Load ? onlyValueOf(bodies, body, argument) : { home: body, value: argument };
  if (only?.home !== body || body.kind(only.value) !== Kind.Array) return [];
  return elementsOf(body, only.value).flatMap((stage) => entriesOf(body, stage));
}

/** What is only counted, or told by groups, is asked of nobody. */
function ofStages(body: Body, stages: readonly { name: string; value: number }[]): Condition[] {
  if (stages.some(({ name }) => /^\$(group|count|bucket|bucketAuto|sortByCount|facet)$/.test(name))) return [];
  return stages.flatMap(({ name, value }): Condition[] => {
    if (body.kind(value) !== Kind.Object || body.has(value, Flag.Computed)) return [];
    if (name === '$match') return [{ ordinal: value, via: 'predicate' }];
    return name === '$sort' ? [{ ordinal: value, via: 'comparator' }] : [];
  });
}
