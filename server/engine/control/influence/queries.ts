/** Rows that are asked for by an attribute of the people in them: `candidate.findMany({ where: { gender: 'male' } })`. */
import { Kind, NONE } from '../../ir';
import { ownerSort } from '../../owners';
import type { Body } from '../bodies';
import type { Node } from './influence';
import { lastName, nameOfCallee } from '../named';
import { argumentsOf, elementsOf, entriesOf } from '../parts';
import { usersOf } from './audience';
import type { Found } from './recognise';
import { conditionsOf, isQuery, mayAsk, tableOf } from './sql';
import { isWritten } from './written';

const ASKS = /^(find|findMany|findAll|findFirst|findOne|findFirstOrThrow|where|whereRaw|count)$/;
/** Members of the argument beside the condition itself. */
const PARTS = new Set(['where', 'select', 'include', 'orderBy', 'take', 'skip', 'attributes']);
const NOT = /^\$?(not|ne|lt|lte|nin|notIn|none|isNot)$/;
const BOUNDS = /^\$?(gte?|lte?)$/;
const AGES = new Set(['age', 'birth-date', 'minor-flag']);

/** `where('gender', 'm')`, `eq('gender', 'm')`, `where('age', '<', 30)` */
const COMPARES = /^(where|andWhere|orWhere|whereIn|whereNotIn|whereNot|eq|neq|gt|gte|lt|lte|in|not|filter)$/;
/** What a query is built with besides its conditions. */
const BUILDS =
  /^(select|whereRaw|orderBy|addOrderBy|orderByRaw|match|order|sort|limit|offset|take|skip|range|first|returning|distinct|groupBy|(left|inner)?[jJ]oin|populate|lean|exec|execute|all|get|getMany|getRawMany|toArray)$/;

/** A call that asks a store for rows. */
export const asksRows = (body: Body, call: number): boolean => ASKS.test(body.name(call, 1) || nameOfCallee(body, call));

/** `prisma.feeArrear.aggregate(…)`: what is called so is a table, nobody's attribute; lists are asked otherwise. */
export const asksTable = (body: Body, call: number): boolean => TABLES.test(body.name(call, 1));
const TABLES =
  /^(find(Many|All|One|First(OrThrow)?|Unique(OrThrow)?)|aggregate|groupBy|count|(create|update|delete)Many|upsert)$/;

/** A value is the name of a column that a condition of a query compares with another argument. */
export const isColumn = (body: Body, call: number, argument: number): boolean =>
  COMPARES.test(body.name(call, 1)) &&
  body.kind(body.operand(call, 0)) === Kind.Call &&
  argument === body.operand(call, 4) &&
  body.operand(call, 5) !== NONE &&
  body.text(argument) !== null;

/** A chain of calls that asks for rows: `knex('applicants').where({ … }).orderBy('grade').limit(20)`. */
export function asksInChain(body: Body, value: number): boolean {
  if (body.kind(value) === Kind.Await) return asksInChain(body, body.operand(value, 0));
  if (body.kind(value) !== Kind.Call) return false;
  if (asksRows(body, value) || body.name(value, 1) === 'aggregate' || isColumn(body, value, body.operand(value, 4))) return true;
  return BUILDS.test(body.name(value, 1)) && asksInChain(body, body.operand(value, 0));
}

/** `pool.query('SELECT … WHERE …')` */
export const asksByText = (body: Body, call: number): boolean => argumentsOf(body, call).some((at) => isQuery(sqlAt(body, at)));

/** "applicants" of `knex('applicants').select('id')` and `supabase.from('applicants')`; else the last name of the receiver. */
function rowsOf(body: Body, receiver: number): string {
  let at = receiver;
  for (; at !== NONE && body.kind(at) === Kind.Call; at = body.operand(at, 0)) {
    const first = body.operand(at, 4);
    if (first === NONE || !NAMES_TABLE.test(body.name(at, 1) || nameOfCallee(body, at))) continue;
    const name = body.text(first) ?? lastName(body, first);
    if (name !== '') return name;
  }
  return lastName(body, at);
}
/** Calls that are given the name of a table. */
export const NAMES_TABLE = /^(from|into|table|collection|knex|db|trx|model|selectFrom|update|updateTable|createQueryBuilder)$/i;

/** The attribute that a query asks for by a fixed value, a protected one before others; who lacks it is not asked for. */
export function askedOf(body: Body, node: Node, attribute: (owner: string, name: string) => Found | null): Found | null {
  const { parent } = node;
  if (parent?.fn !== node.fn || body.kind(parent.ordinal) !== Kind.Call) return null;
  if (node.via !== 'predicate' && node.via !== 'comparator') return null;
  const rows = rowsOf(body, body.operand(parent.ordinal, 0));
  const owner = ownerSort(rows) === 'person' ? rows : '';
  if (body.kind(node.ordinal) === Kind.Const && node.via === 'comparator')
    return orderedBy(columnsOf(body.text(node.ordinal) ?? ''), rows, (name) => attribute(owner, name));
  if (body.kind(node.ordinal) === Kind.Const) return comparedOf(body, parent.ordinal, rows, (name) => attribute(owner, name));
  const entries = namedIn(body, node.ordinal);
  if (node.via === 'comparator')
    return orderedBy(
      entries.map(({ name }) => name),
      rows,
      (name) => attribute(owner, name),
    );
  const where = entries.find(({ name }) => name === 'where');
  const asked = where ? conditionsIn(body, where.value) : entries.some(({ name }) => PARTS.has(name)) ? [] : entries;
  const all = asked.flatMap(({ name, value }): Found[] => {
    const found = isFixed(body, value) ? attribute(owner, name) : null;
    if (!found || isSpared(body, value, found)) return [];
    return [{ ...found, words: rows === '' ? name : `${rows}.${name}`, spot: { fn: node.fn, ordinal: value } }];
  });
  return all.find(({ classes }) => classes.includes('protected')) ?? all[0] ?? null;
}

/** The protected attribute that rows are put in order by. */
function orderedBy(columns: readonly string[], rows: string, attribute: (name: string) => Found | null): Found | null {
  for (const column of columns) {
    const found = attribute(column);
    if (found?.classes.includes('protected')) return { ...found, words: rows === '' ? column : `${rows}.${column}` };
  }
  return null;
}

/** "gender" and "score" of "gender = 'm' DESC, score". */
const columnsOf = (text: string): string[] =>
  text.length > 200 ? [] : text.split(',').map((part) => /^\s*(?:\w+\.)?["`]?(\w+)/.exec(part)?.[1] ?? '');

/** `where('gender', 'm')`; who is old enough is asked for in `where('age', '>=', 18)` and `gte('age', 18)`. */
function comparedOf(body: Body, call: number, rows: string, attribute: (name: string) => Found | null): Found | null {
  const column = body.text(body.operand(call, 4)) ?? '';
  const hasOperator = body.operand(call, 6) !== NONE;
  const value = body.operand(call, hasOperator ? 6 : 5);
  const found = isWritten(body, value) ? attribute(column) : null;
  if (!found || body.name(value, 1) === 'false') return null;
  const operator = (hasOperator ? body.text(body.operand(call, 5)) : body.name(call, 1)) ?? '';
  const isBound = /^([<>]=?|gte?|lte?)$/.test(operator);
  if (AGES.has(found.category) && isBound && isOfAge(body.name(value, 1))) return null;
  if (!found.classes.includes('protected') && /^(!=|<>|<=?|neq|lte?|whereNot(In)?|not)$/.test(operator)) return null;
  return { ...found, words: rows === '' ? column : `${rows}.${column}` };
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
  isWritten(body, value) || comparisonsOf(body, value).some((each) => isWritten(body, each.value));

const OPERATORS_OF_TYPEORM: Partial<Record<string, string>> = {
  LessThan: 'lt',
  LessThanOrEqual: 'lte',
  MoreThan: 'gt',
  MoreThanOrEqual: 'gte',
  Between: 'between',
  In: 'in',
  Equal: 'eq',
  Not: 'not',
};

/** What a column is compared with, and how: `{ lt: 45 }`, `{ [Op.lt]: 45 }`, `LessThan(45)` of TypeORM. */
function comparisonsOf(body: Body, value: number): { operator: string; value: number }[] {
  if (body.kind(value) === Kind.Object)
    return entriesOf(body, value).map((entry, at) => ({
      operator: entry.name || lastName(body, body.operand(value, 3 * at + 1)),
      value: entry.value,
    }));
  const operator = body.kind(value) === Kind.Call ? OPERATORS_OF_TYPEORM[nameOfCallee(body, value)] : undefined;
  return operator === undefined ? [] : argumentsOf(body, value).map((each) => ({ operator, value: each }));
}

/** A query whose text asks for an attribute by a value that is written down, or given beside it. */
export function askedInText(body: Body, node: Node, attribute: (owner: string, name: string) => Found | null): Found | null {
  const text = sqlAt(body, node.ordinal);
  if (!mayAsk(text)) return null;
  const call = callOf(body, node.ordinal);
  const isPart = call !== NONE && BUILDS_BY_TEXT.test(body.name(call, 1));
  if (!isQuery(text) && !isPart) return null;
  const rows = tableOf(text) || (isPart ? rowsOf(body, body.operand(call, 0)) : '');
  const sort = ownerSort(rows);
  if (sort === 'thing' || sort === 'organisation') return null;
  const owner = sort === 'person' ? rows : '';
  const all = conditionsOf(text).flatMap(({ column, operator, value }): Found[] => {
    const given = valueOf(body, call, value, text);
    const found = given === null ? null : attribute(owner, column);
    if (!found || given === 'false') return [];
    if (AGES.has(found.category) && /^[<>]=?$/.test(operator) && isOfAge(given ?? '')) return [];
    if (!found.classes.includes('protected') && /^(!=|<>|<=?|not in)$/.test(operator)) return [];
    return [{ ...found, words: rows === '' ? column : `${rows}.${column}`, selects: true }];
  });
  return all.find(({ classes }) => classes.includes('protected')) ?? all[0] ?? null;
}
const BUILDS_BY_TEXT = /^(where|andWhere|orWhere|whereRaw|having|andHaving|filter|raw|literal|orderBy|addOrderBy|orderByRaw)$/;

/** The text, with a question mark for each value that is put into it. */
function sqlAt(body: Body, i: number): string {
  if (body.kind(i) !== Kind.Template) return body.text(i) ?? '';
  let text = '';
  for (let n = 0; body.operand(i, n) !== NONE; n++) text += n % 2 === 0 ? body.name(i, n) : '${}';
  return text;
}

/** The call that a text is an argument of. */
const callOf = (body: Body, text: number): number =>
  (usersOf(body).get(text) ?? []).find((user) => body.kind(user) === Kind.Call && body.operand(user, 0) !== text) ?? NONE;

/** What a column is held against, as far as it is written down; null where the one who asks chooses it. */
function valueOf(body: Body, call: number, value: string, text: string): string | null {
  if (/^['(\d]|^true$/i.test(value) && !/^\(?:/.test(value)) return value;
  if (call === NONE) return null;
  const given = body.operand(call, 5);
  if (given === NONE) return null;
  const named = /^\(?:\.{0,3}(\w+)/.exec(value)?.[1];
  const at = value === '?' ? text.slice(0, text.indexOf('?')).split('?').length - 1 : Number(value.slice(1)) - 1;
  const bound =
    named === undefined ? elementsOf(body, given)[at] : entriesOf(body, given).find(({ name }) => name === named)?.value;
  return bound !== undefined && isWritten(body, bound) ? (body.kind(bound) === Kind.Const ? body.name(bound, 1) : '()') : null;
}

/** Those without the weakness, and those who are old enough, or are not. */
function isSpared(body: Body, value: number, { classes, category }: Found): boolean {
  if (body.kind(value) === Kind.Const) return body.name(value, 1) === 'false';
  const compared = comparisonsOf(body, value);
  if (AGES.has(category)) return compared.some((each) => BOUNDS.test(each.operator) && isOfAge(body.name(each.value, 1)));
  return !classes.includes('protected') && compared.some(({ operator }) => NOT.test(operator));
}

const isOfAge = (text: string): boolean => Number(text) >= 12 && Number(text) <= 21;
