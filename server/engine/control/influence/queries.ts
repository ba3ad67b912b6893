/** Rows that are asked for by an attribute of the people in them: `candidate.findMany({ where: { gender: 'male' } })`. */
import { Kind } from '../../ir';
import { ownerSort } from '../../owners';
import type { Body } from '../bodies';
import type { Node } from './influence';
import { lastName, nameOfCallee } from '../named';
import { elementsOf, entriesOf } from '../parts';
import type { Found } from './recognise';

const ASKS = /^(find|findMany|findAll|findFirst|findOne|findFirstOrThrow|where|count)$/;
/** Members of the argument beside the condition itself. */
const PARTS = new Set(['where', 'select', 'include', 'orderBy', 'take', 'skip', 'attributes']);
const NOT = /^\$?(not|ne|lt|lte|nin|notIn|none|isNot)$/;
const ABOVE = /^\$?(gt|gte)$/;
const AGES = new Set(['age', 'birth-date', 'minor-flag']);

/** A call that asks a store for rows. */
export const asksRows = (body: Body, call: number): boolean => ASKS.test(body.name(call, 1) || nameOfCallee(body, call));

/** `prisma.feeArrear.aggregate(…)`: what is called so is a table, nobody's attribute; lists are asked otherwise. */
export const asksTable = (body: Body, call: number): boolean => TABLES.test(body.name(call, 1));
const TABLES =
  /^(find(Many|All|One|First(OrThrow)?|Unique(OrThrow)?)|aggregate|groupBy|count|(create|update|delete)Many|upsert)$/;

/** The attribute that a query asks for by a fixed value, a protected one before others; who lacks it is not asked for. */
export function askedOf(body: Body, node: Node, attribute: (owner: string, name: string) => Found | null): Found | null {
  const { parent } = node;
  if (node.via !== 'predicate' || parent?.fn !== node.fn || body.kind(parent.ordinal) !== Kind.Call) return null;
  const entries = namedIn(body, node.ordinal);
  const where = entries.find(({ name }) => name === 'where');
  const asked = where ? conditionsIn(body, where.value) : entries.some(({ name }) => PARTS.has(name)) ? [] : entries;
  const rows = lastName(body, body.operand(parent.ordinal, 0));
  const owner = ownerSort(rows) === 'person' ? rows : '';
  const all = asked.flatMap(({ name, value }): Found[] => {
    const found = isFixed(body, value) ? attribute(owner, name) : null;
    if (!found || isSpared(body, value, found)) return [];
    return [{ ...found, words: rows === '' ? name : `${rows}.${name}`, spot: { fn: node.fn, ordinal: value } }];
  });
  return all.find(({ classes }) => classes.includes('protected')) ?? all[0] ?? null;
}

/** `{ AND: [{ … }, { … }] }`: conditions that stand together, or beside each other. */
function conditionsIn(body: Body, object: number, depth = 4): ReturnType<typeof entriesOf> {
  return namedIn(body, object).flatMap((entry) => {
    if (depth === 0 || !JOINS.test(entry.name)) return [entry];
    const parts = body.kind(entry.value) === Kind.Array ? elementsOf(body, entry.value) : [entry.value];
    return parts.flatMap((part) => conditionsIn(body, part, depth - 1));
  });
}
const JOINS = /^\$?(and|or)$/i;

const namedIn = (body: Body, object: number): ReturnType<typeof entriesOf> =>
  entriesOf(body, object).filter(({ name }) => name !== '');

const isFixed = (body: Body, value: number): boolean =>
  (body.kind(value) === Kind.Const && !body.isNothing(value)) ||
  (body.kind(value) === Kind.Object && namedIn(body, value).some((entry) => body.kind(entry.value) === Kind.Const));

/** Those without the weakness, and those who are old enough. */
function isSpared(body: Body, value: number, { classes, category }: Found): boolean {
  if (body.kind(value) === Kind.Const) return body.name(value, 1) === 'false';
  const entries = namedIn(body, value);
  if (AGES.has(category)) return entries.some((entry) => ABOVE.test(entry.name) && isOfAge(body.name(entry.value, 1)));
  return !classes.includes('protected') && entries.some(({ name }) => NOT.test(name));
}

const isOfAge = (text: string): boolean => Number(text) >= 12 && Number(text) <= 21;
