/**
 * Lists of those about whom was decided before: `applicants.filter((one) => one.status === 'rejected' && one.gender === 'female')`
 * is called after what their records say, and whatever else narrows it makes a report of it.
 */
import { Flag, isComparison, Kind, NONE, OPERATORS } from '../../ir';
import { wordsOf } from '../../words';
import type { Body } from '../bodies';
import type { Walking } from '../influence/steps';
import { argumentsOf, elementsOf, entriesOf } from '../parts';
import { verdictOf } from './verdict-names';
import type { Verdict } from './verdicts';

export function isOfDecided(parts: Walking, verdict: Verdict): boolean {
  const said = wordsOf(verdict.name).filter((word) => verdictOf(word) === 'sure');
  if (said.length === 0) return false;
  return statusesIn(parts, parts.bodies.of(verdict.fn), verdict.value).some((text) =>
    wordsOf(text).some((word) => said.includes(word)),
  );
}

const KEEPS = /^(filter|find|findLast|map|slice|sort|toSorted|reverse|toReversed)$/;
const STATUS = /(^|_)(status|state|decision|outcome)$|(Status|State|Decision|Outcome)$/;

/** Texts that a status is compared with where a list is narrowed, or asked for by. */
function statusesIn(parts: Walking, body: Body, value: number, depth = 8): string[] {
  if (value === NONE || depth === 0) return [];
  const next = (at: number): string[] => statusesIn(parts, body, at, depth - 1);
  switch (body.kind(value)) {
    case Kind.Await:
    case Kind.Cast:
      return next(body.operand(value, 0));
    // `const { data: rejected } = await …`, one of several that are awaited together.
    case Kind.Get:
      return body.name(value, 1) === 'data' || body.kind(body.operand(value, 0)) === Kind.Await
        ? next(awaitedAt(body, value) ?? body.operand(value, 0))
        : [];
    case Kind.Load: {
      const stores = body.operand(value, 1) === NONE ? body.reaching(value, body.operand(value, 0)) : [];
      return stores.length === 1 ? next(body.operand(stores[0], 1)) : [];
    }
    case Kind.Call: {
      const given = argumentsOf(body, value);
      if (!KEEPS.test(body.name(value, 1)))
        return [...given.flatMap((at) => asked(body, at)), ...askedByColumn(body, given), ...inChain(body, value, next)];
      const tests = given.flatMap((at) =>
        body.kind(at) === Kind.Closure ? [parts.program.base[body.module] + body.operand(at, 0)] : [],
      );
      return [...tests.flatMap((fn) => compared(parts.bodies.of(fn))), ...next(body.operand(value, 0))];
    }
    default:
      return [];
  }
}

/** Of `const [first, second] = await Promise.all([…])` the one that is taken. */
function awaitedAt(body: Body, get: number): number | null {
  const awaited = body.operand(get, 0);
  const call = body.kind(awaited) === Kind.Await ? body.operand(awaited, 0) : NONE;
  if (call === NONE || body.kind(call) !== Kind.Call || body.name(call, 1) !== 'all') return null;
  const [list = NONE] = argumentsOf(body, call);
  return list === NONE ? null : (elementsOf(body, list)[Number(nameAt(body, get))] ?? null);
}

const nameAt = (body: Body, get: number): string =>
  body.has(get, Flag.Computed) ? body.name(body.operand(get, 1), 1) : body.name(get, 1);

/** `.eq('status', 'approved')` */
const askedByColumn = (body: Body, [column, value]: readonly number[]): string[] =>
  column !== undefined && value !== undefined && STATUS.test(body.text(column) ?? '') ? [body.text(value) ?? ''] : [];

/** What a chain of calls has asked for before. */
const inChain = (body: Body, call: number, next: (value: number) => string[]): string[] =>
  body.name(call, 1) !== '' && body.kind(body.operand(call, 0)) === Kind.Call ? next(body.operand(call, 0)) : [];

/** `one.status === 'rejected'` */
function compared(body: Body): string[] {
  const out: string[] = [];
  for (let i = 0; i < body.reader.count; i++) {
    if (body.kind(i) !== Kind.Binary || !isComparison(body.operand(i, 0)) || !/^===?$/.test(OPERATORS[body.operand(i, 0)]))
      continue;
    const sides = [body.operand(i, 1), body.operand(i, 2)];
    if (sides.some((at) => isStored(body, at))) out.push(...sides.flatMap((at) => body.text(at) ?? []));
  }
  return out;
}

/** `one.status`, not `check(one).status` */
const isStored = (body: Body, i: number): boolean =>
  body.kind(i) === Kind.Get && STATUS.test(body.name(i, 1)) && body.kind(body.operand(i, 0)) !== Kind.Call;

/** `{ where: { status: 'REJECTED' } }` */
const asked = (body: Body, object: number, depth = 3): string[] =>
  depth === 0
    ? []
    : entriesOf(body, object).flatMap(({ name, value }) =>
        STATUS.test(name) ? (body.text(value) ?? []) : asked(body, value, depth - 1),
      );
