/** Secrets that reach the browser: decrypted for an answer, or in records of others that a page picks its own from. */
import { datumOf } from '../../data';
import { isKey, source } from '../../flow/labels';
import { Flag, isComparison, Kind, NONE } from '../../ir';
import { flagsAt, kindAt, operandAt, type Reader } from '../../link/reader';
import type { Datum } from '../../rule';
import type { Share } from '../../rule/structure';
import { argumentsOf, callsOf, entriesOf, functionOf, methodOf, slotOf, type Code, type Topic } from '../code';
import { lifeOf } from '../lives';
import type { Uses } from '../uses';

export const decrypting: Topic = (name) => /^decrypt\w*$/i.test(name) && name.length < 40;
export const finding: Topic = (name) => name === 'find';

/** `return { apiToken: decrypt(row.encryptedToken) }` of a handler. */
export function secretsAnswered(code: Code, uses: Uses, fn: number): Share[] {
  const reader = code.trail.reader(fn);
  const out: Share[] = [];
  for (const call of callsOf(reader)) {
    const callee = methodOf(reader, call) || (code.calleeOf(fn, call)?.path.at(-1) ?? '');
    if (!decrypting(callee)) continue;
    const names = [...keysOf(uses, fn, reader, call), ...argumentsOf(reader, call).map((arg) => lastName(code, fn, reader, arg))];
    const secret = names.find((name) => isSecret(code, name));
    if (secret === undefined || !lifeOf(code, uses, fn, call, false).leaves.has('response')) continue;
    const data = [secretDatum(code, fn, call, secret)];
    out.push({ ...code.seen({ fn, ordinal: call }, callee), to: 'answer', path: [], data, confidence: 'high' });
  }
  return out;
}

/** `recipients.find((r) => r.email === session.user.email)?.token` in a page: the page was given everybody's. */
export function secretsPicked(code: Code, uses: Uses, fn: number): Share[] {
  const reader = code.trail.reader(fn);
  if (!/\.(tsx|jsx|vue|svelte)$/.test(reader.module.path)) return [];
  const out: Share[] = [];
  for (const call of callsOf(reader)) {
    if (methodOf(reader, call) !== 'find' || !comparesOneself(code, fn, reader, call)) continue;
    const read = uses.of(fn, call).find((user) => kindAt(reader, user) === Kind.Get && !(flagsAt(reader, user) & Flag.Computed));
    const name = read === undefined ? '' : reader.module.names[operandAt(reader, read, 1)];
    if (read === undefined || !isSecret(code, name)) continue;
    const data = [secretDatum(code, fn, read, name)];
    out.push({ ...code.seen({ fn, ordinal: call }, name), to: 'browser', path: [], data, confidence: 'high' });
  }
  return out;
}

/** What holds whoever is signed in. */
const ONESELF = /^(session|me|currentUser|viewer|auth)$/i;

/** `session.user.id`, `req.user.id`: whoever is signed in. */
export const isNamedAfterOneself = (names: readonly string[]): boolean =>
  names.some(
    (name, at) =>
      ONESELF.test(name) || (name === 'user' && /^(req|request|ctx|context|c|event|locals|state)$/.test(names[at - 1] ?? '')),
  );

/** The test of a `find` compares a member with the same member of whoever is signed in. */
function comparesOneself(code: Code, fn: number, reader: Reader, call: number): boolean {
  const [test] = argumentsOf(reader, call);
  if (test === undefined || test === NONE || kindAt(reader, test) !== Kind.Closure) return false;
  const inner = code.program.base[code.program.moduleOf[fn]] + operandAt(reader, test, 0);
  const body = code.trail.reader(inner);
  for (let i = 0; i < body.count; i++) {
    if (kindAt(body, i) !== Kind.Binary || !isComparison(operandAt(body, i, 0))) continue;
    const sides = [operandAt(body, i, 1), operandAt(body, i, 2)].map((side) => namesOf(code, inner, body, side));
    const isSame = sides[0].at(-1) === sides[1].at(-1) && sides.every((names) => names.length > 1);
    if (isSame && sides.some((names) => names.slice(0, -1).some((name) => ONESELF.test(name)))) return true;
  }
  return false;
}

/** Names of a value's members, from the variable it is read from on. */
export function namesOf(code: Code, fn: number, reader: Reader, value: number): string[] {
  const names: string[] = [];
  for (let at = value, steps = 0; steps < 8 && at !== NONE; steps++) {
    const kind = kindAt(reader, at);
    if (kind === Kind.Load) {
      const { owner, slot } = slotOf(code.program, fn, reader, at);
      names.unshift(functionOf(code.program, owner).slots[slot]?.name ?? '');
      return names;
    }
    if (kind !== Kind.Get || flagsAt(reader, at) & Flag.Computed) return names;
    names.unshift(reader.module.names[operandAt(reader, at, 1)]);
    at = operandAt(reader, at, 0);
  }
  return names;
}

const keysOf = (uses: Uses, fn: number, reader: Reader, value: number): string[] =>
  uses.of(fn, value).flatMap((user) =>
    kindAt(reader, user) === Kind.Object
      ? entriesOf(reader, user)
          .filter((entry) => entry.value === value)
          .map(({ name }) => name)
      : [],
  );

const lastName = (code: Code, fn: number, reader: Reader, value: number): string =>
  value === NONE ? '' : (namesOf(code, fn, reader, value).at(-1) ?? '');

/** A password, a token or a key, whoever it belongs to. */
function isSecret(code: Code, name: string): boolean {
  const found = code.classifier.name(name);
  return found !== null && isKey(found.category.id);
}

function secretDatum(code: Code, fn: number, ordinal: number, words: string): Datum {
  const category = code.classifier.name(words)!.category.id;
  return datumOf(code.classifier, source({ category, words, datum: 'field', trust: 3, fn, ordinal }), words, words);
}
