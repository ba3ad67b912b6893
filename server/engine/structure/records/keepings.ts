/** Personal data kept where nothing ends it: caches without expiry, jobs that stay, cookies for years. */
import { Kind, LiteralKind, NONE } from '../../ir';
import { kindAt, operandAt } from '../../link/reader';
import type { Datum, Flow, Place } from '../../rule';
import type { Keeping } from '../../rule/structure';
import { argumentsOf, callsOf, entriesOf, methodOf, textAt, type Code, type Spot, type Topic } from '../code';

const DAY = 86_400_000;
/** Browsers themselves end a cookie after 400 days. */
const LONG = 400 * DAY;
const ENDS = /^(ex|px|exat|pxat|ttl|keepttl|expiration|expires|expiresIn|expireAt|maxAge)$/i;

export function keepingsOf(code: Code, shares: Iterable<Flow>, stored: Iterable<Flow>): Keeping[] {
  const out: Keeping[] = [];
  for (const flow of shares) {
    const data = flow.data.filter(isPersonal);
    if (data.length === 0) continue;
    const { at, extent, symbol, path, sinkName, sinkConfidence } = flow;
    const seen = { at, extent, symbol, path, words: sinkName, data, confidence: sinkConfidence };
    if (flow.recipientKind === 'cache' && !ends(code, flow)) out.push({ ...seen, in: 'cache' });
    const stays = ['removeOnComplete', 'removeOnFail'].some((name) =>
      flow.constants(`2.${name}`).some(({ value }) => value === false),
    );
    if (flow.recipientKind === 'queue' && stays) out.push({ ...seen, in: 'queue' });
  }
  return [...out, ...cookies(code, stored)];
}

const isPersonal = ({ identifies, state, confidence, category }: Datum): boolean =>
  identifies !== 'opaque' &&
  identifies !== 'no' &&
  state !== 'derived' &&
  state !== 'aggregate' &&
  confidence !== 'low' &&
  category !== 'access-token';

/** The call that keeps it, or the function around that, says when the entry ends; it may stand behind a wrapper. */
function ends(code: Code, flow: Flow): boolean {
  const last = flow.path.at(-1);
  const spots = [callAt(code, flow.at, flow.extent), last ? callAt(code, last.at, last.at) : null];
  return spots.every((spot) => spot === null) || spots.some((spot) => spot !== null && endsAt(code, spot));
}

function endsAt(code: Code, spot: Spot): boolean {
  const reader = code.trail.reader(spot.fn);
  const args = argumentsOf(reader, spot.ordinal);
  const extra = args.slice(2);
  if (/^p?setex$/i.test(methodOf(reader, spot.ordinal))) return true;
  if (extra.length > 0 && /^(set)$/.test(methodOf(reader, spot.ordinal))) {
    return extra.some((arg) => {
      if (arg === NONE) return false;
      const text = textAt(reader, arg);
      if (text !== null) return ENDS.test(text);
      return kindAt(reader, arg) !== Kind.Object || entriesOf(reader, arg).some(({ name }) => ENDS.test(name) || name === '...');
    });
  }
  for (const call of callsOf(reader)) if (/^p?expire(at)?$/i.test(methodOf(reader, call))) return true;
  return false;
}

/** The call that begins and ends with two places. */
function callAt(code: Code, begin: Place, whole: Place): Spot | null {
  const module = code.program.byPath.get(begin.path);
  if (module === undefined) return null;
  for (const fn of code.functions(module)) {
    const reader = code.trail.reader(fn);
    for (const call of callsOf(reader)) {
      const { at, extent } = code.seen({ fn, ordinal: call }, '');
      if (at.start === begin.start && extent.end === whole.end) return { fn, ordinal: call };
    }
  }
  return null;
}

const topic: Topic = (name) => name === 'maxAge';

/** `res.cookie(name, value, { maxAge })` counts milliseconds, other setters seconds. */
function cookies(code: Code, stored: Iterable<Flow>): Keeping[] {
  const late = new Map<string, number>();
  for (const module of code.modulesWith(topic)) {
    for (const fn of code.functions(module)) {
      const reader = code.trail.reader(fn);
      for (const call of callsOf(reader)) {
        const method = methodOf(reader, call);
        const options = argumentsOf(reader, call).find((arg) => arg !== NONE && kindAt(reader, arg) === Kind.Object) ?? NONE;
        const age = options === NONE ? undefined : entriesOf(reader, options).find((entry) => entry.name === 'maxAge');
        const given = age ? numberAt(code, fn, age.value) : null;
        const lifetime = given === null ? 0 : method === 'cookie' ? given : given * 1000;
        const { at } = code.seen({ fn, ordinal: call }, '');
        if (lifetime > LONG) late.set(`${at.path}:${at.start}`, lifetime);
      }
    }
  }
  if (late.size === 0) return [];
  const out: Keeping[] = [];
  for (const flow of stored) {
    const lifetime = late.get(`${flow.at.path}:${flow.at.start}`);
    const data = flow.data.filter(isPersonal);
    if (lifetime === undefined || data.length === 0) continue;
    const { at, extent, symbol, path, sinkName } = flow;
    out.push({ at, extent, symbol, path, words: sinkName, data, in: 'cookie', lifetime, confidence: 'high' });
  }
  return out;
}

const PLUS = 10;
const MINUS = 11;
const TIMES = 12;
const DIVIDED = 13;

/** Value of an expression of literals: `10 * 365 * 864e5`. */
export function numberAt(code: Code, fn: number, ordinal: number, depth = 8): number | null {
  if (ordinal === NONE || depth === 0) return null;
  const reader = code.trail.reader(fn);
  if (kindAt(reader, ordinal) === Kind.Const)
    return operandAt(reader, ordinal, 0) === LiteralKind.Number
      ? Number(reader.module.names[operandAt(reader, ordinal, 1)])
      : null;
  if (kindAt(reader, ordinal) === Kind.Binary) {
    const left = numberAt(code, fn, operandAt(reader, ordinal, 1), depth - 1);
    const right = numberAt(code, fn, operandAt(reader, ordinal, 2), depth - 1);
    if (left === null || right === null) return null;
    const operator = operandAt(reader, ordinal, 0);
    return operator === TIMES
      ? left * right
      : operator === PLUS
        ? left + right
        : operator === MINUS
          ? left - right
          : operator === DIVIDED
            ? left / right
            : null;
  }
  const [origin] = code.trail.origins(fn, ordinal);
  return origin && (origin.fn !== fn || origin.ordinal !== ordinal) && origin.path.length === 0
    ? numberAt(code, origin.fn, origin.ordinal, depth - 1)
    : null;
}
