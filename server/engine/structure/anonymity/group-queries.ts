/** Queries that count rows by columns: in SQL, by options, link by link, as a pipeline. */
import { Kind, NONE } from '../../ir';
import { kindAt, operandAt, type Reader } from '../../link/reader';
import { argumentsOf, entriesOf, methodOf, textAt, type Code } from '../code';
import { writtenText, columnOf, counts, itemsOf, textsIn } from '../query-parts';

export interface Grouping {
  /** What the rows are counted by, without the names of tables. */
  columns: string[];
  /** Size of the smallest group that comes back: 1 without a limit, Infinity when it is no number that is written. */
  smallest: number;
}

/** How a call counts rows; null when it does not. */
export function groupingAt(code: Code, fn: number, reader: Reader, call: number): Grouping | null {
  const method = methodOf(reader, call);
  if (method === 'groupBy') return byOptions(reader, call) ?? byLinks(reader, call);
  if (method === 'aggregate') return byPipeline(reader, call);
  return bySql(code, fn, reader, call) ?? byGroupOption(reader, call);
}

/** `prisma.user.groupBy({ by: ['diagnosis'], _count: true })` */
function byOptions(reader: Reader, call: number): Grouping | null {
  const options = optionsOf(reader, call);
  const by = options.find(({ name }) => name === 'by')?.value ?? NONE;
  if (by === NONE) return null;
  return { columns: itemsOf(reader, by).flatMap((item) => textAt(reader, item) ?? []), smallest: limitIn(options) };
}

/** `User.findAll({ attributes: ['diagnosis', [fn('COUNT', col('id')), 'n']], group: ['diagnosis'] })` */
function byGroupOption(reader: Reader, call: number): Grouping | null {
  const options = optionsOf(reader, call);
  const group = options.find(({ name }) => name === 'group')?.value ?? NONE;
  if (group === NONE || !options.some(({ name, value }) => name === 'attributes' && counts(reader, value))) return null;
  return { columns: itemsOf(reader, group).flatMap((item) => columnOf(reader, item)), smallest: limitIn(options) };
}

const optionsOf = (reader: Reader, call: number): { name: string; value: number }[] => {
  const [options = NONE] = argumentsOf(reader, call);
  return options !== NONE && kindAt(reader, options) === Kind.Object ? entriesOf(reader, options) : [];
};

const limitIn = (options: readonly { name: string }[]): number => (options.some(({ name }) => name === 'having') ? Infinity : 1);

/** `knex('patients').select('diagnosis').count('* as n').groupBy('diagnosis')`, whatever comes before and after. */
function byLinks(reader: Reader, call: number): Grouping | null {
  const links = [call];
  for (let at = operandAt(reader, call, 0); at !== NONE && kindAt(reader, at) === Kind.Call; at = operandAt(reader, at, 0))
    links.push(at);
  let last = call;
  for (let i = call + 1; i < reader.count; i++) {
    if (kindAt(reader, i) !== Kind.Call || operandAt(reader, i, 0) !== last || methodOf(reader, i) === '') continue;
    links.push(i);
    last = i;
  }
  const isCounted = links.some(
    (link) => /^count/i.test(methodOf(reader, link)) || argumentsOf(reader, link).some((arg) => counts(reader, arg)),
  );
  if (!isCounted) return null;
  const columns = links
    .filter((link) => /^(groupBy|addGroupBy)$/.test(methodOf(reader, link)))
    .flatMap((link) => argumentsOf(reader, link).flatMap((arg) => columnOf(reader, arg)));
  const limits = links.filter((link) => /having/i.test(methodOf(reader, link)));
  const written = limits.flatMap((link) => argumentsOf(reader, link).map((arg) => limitOf(textAt(reader, arg) ?? '')));
  return { columns, smallest: limits.length === 0 ? 1 : Math.max(...written, 1) };
}

/** `[{ $group: { _id: '$diagnosis', n: { $sum: 1 } } }, { $match: { n: { $gte: 10 } } }]` */
function byPipeline(reader: Reader, call: number): Grouping | null {
  const stages = itemsOf(reader, argumentsOf(reader, call)[0] ?? NONE)
    .filter((stage) => stage !== NONE && kindAt(reader, stage) === Kind.Object)
    .map((stage) => entriesOf(reader, stage)[0]);
  const at = stages.findIndex((stage) => stage?.name === '$group');
  const group = stages[at]?.value ?? NONE;
  if (group === NONE || kindAt(reader, group) !== Kind.Object) return null;
  const members = entriesOf(reader, group);
  const isCounted = members.some(
    ({ value }) =>
      value !== NONE &&
      kindAt(reader, value) === Kind.Object &&
      entriesOf(reader, value).some(({ name }) => /^\$(sum|count)$/.test(name)),
  );
  if (!isCounted) return null;
  const by = members.find(({ name }) => name === '_id')?.value ?? NONE;
  const columns = textsIn(reader, by).map((text) => text.replace(/^\$(?:.*\.)?/, ''));
  return { columns, smallest: stages.slice(at + 1).some((stage) => stage?.name === '$match') ? Infinity : 1 };
}

/** `select diagnosis, count(*) … group by 1` */
function bySql(code: Code, fn: number, reader: Reader, call: number): Grouping | null {
  const query = argumentsOf(reader, call)
    .flatMap((arg) => [{ fn, ordinal: arg }, ...code.trail.origins(fn, arg)])
    .map((spot) => writtenText(code.trail.reader(spot.fn), spot.ordinal))
    .find((text) => /\bselect\b/i.test(text));
  if (!query || !/\bcount\s*\(/i.test(query) || !/\bgroup\s+by\b/i.test(query)) return null;
  const [, list = ''] = /\bselect\b([\s\S]*?)\bfrom\b/i.exec(query) ?? [];
  const columns = list.split(',').flatMap((part) => /^\s*(?:\w+\.)?"?(\w+)"?\s*(?:as\s+\w+\s*)?$/i.exec(part)?.[1] ?? []);
  const [, having] = /\bhaving\b([\s\S]*)$/i.exec(query) ?? [];
  return { columns, smallest: having === undefined ? 1 : limitOf(having) };
}

/** `count(*) >= 10`: 10; Infinity when the limit is no number that is written. */
function limitOf(having: string): number {
  const [, sign, limit] = /\bcount\s*\([^)]*\)\s*(>=|>)\s*(\d+)/i.exec(having) ?? [];
  return limit === undefined ? Infinity : Number(limit) + (sign === '>' ? 1 : 0);
}
