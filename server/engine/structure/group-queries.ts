/** Queries that count rows by columns. */
import { Kind, NONE } from '../ir';
import { kindAt, operandAt, operandCount, type Reader } from '../link/reader';
import { argumentsOf, entriesOf, methodOf, textAt } from './code';

/** Text of a query, of a literal or a template without values. */
const queryOf = (reader: Reader, call: number): string => {
  for (const arg of argumentsOf(reader, call)) {
    if (arg === NONE) continue;
    const text =
      textAt(reader, arg) ??
      (kindAt(reader, arg) === Kind.Template ? (reader.module.names[operandAt(reader, arg, 0)] ?? '') : '');
    if (/\bselect\b/i.test(text)) return text;
  }
  return '';
};

/** Names of the columns that a call counts by: `select diagnosis, count(*) … group by 1`, `groupBy({ by: ['diagnosis'] })`. */
export function columnsIn(reader: Reader, call: number): string[] {
  if (methodOf(reader, call) === 'groupBy') {
    const [options] = argumentsOf(reader, call);
    if (options === undefined || options === NONE || kindAt(reader, options) !== Kind.Object) return [];
    const by = entriesOf(reader, options).find(({ name }) => name === 'by')?.value ?? NONE;
    if (by === NONE || kindAt(reader, by) !== Kind.Array) return [];
    const items = Array.from({ length: operandCount(reader, by) >> 1 }, (_, n) => operandAt(reader, by, n * 2 + 1));
    return items.flatMap((item) => textAt(reader, item) ?? []);
  }
  const [, list = ''] = /\bselect\b([\s\S]*?)\bfrom\b/i.exec(queryOf(reader, call)) ?? [];
  return list.split(',').flatMap((part) => /^\s*(?:\w+\.)?"?(\w+)"?\s*(?:as\s+\w+\s*)?$/i.exec(part)?.[1] ?? []);
}

/** Size of the smallest group that a query counts: 1 without a limit, Infinity when it is no number, null when it does not count. */
export function smallestGroup(reader: Reader, call: number): number | null {
  if (methodOf(reader, call) === 'groupBy') {
    const [options] = argumentsOf(reader, call);
    return entriesOf(reader, options).some(({ name }) => name === 'having') ? Infinity : 1;
  }
  const query = queryOf(reader, call);
  if (!/\bcount\s*\(/i.test(query) || !/\bgroup\s+by\b/i.test(query)) return null;
  if (!/\bhaving\b/i.test(query)) return 1;
  const [, sign, limit] = /\bhaving\b[\s\S]*?\bcount\s*\([^)]*\)\s*(>=|>)\s*(\d+)/i.exec(query) ?? [];
  return limit === undefined ? Infinity : Number(limit) + (sign === '>' ? 1 : 0);
}
