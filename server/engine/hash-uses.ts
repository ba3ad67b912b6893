/** Of some hashes so little is kept that many people share it: their first digits, the number of a bucket. */
import type { Constants } from './flow/constants';
import type { Trail } from './flow/trail';
import { Kind, NONE, OPERATORS } from './ir';
import { kindAt, operandAt, operandCount, type Reader } from './link/reader';

/** Hex digits that many people share: the first of them ask for a list without saying whose it is. */
const SHARED_DIGITS = 6;
/** Steps between a hash and the remainder that is taken of it. */
const DEPTH = 8;

/** Whether all that is made of the hash at this instruction is a short beginning of it, or a remainder. */
export function isShared(trail: Trail, constants: Constants, fn: number, ordinal: number): boolean {
  const reader = trail.reader(fn);
  for (let i = ordinal + 1; i < reader.count; i++) {
    if (isBeginning(reader, constants, fn, i, ordinal) || isRemainder(trail, reader, fn, i, ordinal)) return true;
  }
  return false;
}

/** `sha1(email).slice(0, 5)` */
function isBeginning(reader: Reader, constants: Constants, fn: number, i: number, hash: number): boolean {
  if (kindAt(reader, i) !== Kind.Call || operandAt(reader, i, 0) !== hash || operandCount(reader, i) !== 6) return false;
  if (!/^(slice|substring|substr)$/.test(methodOf(reader, i))) return false;
  const [from, to] = [4, 5].map((n) => constants.of(fn, operandAt(reader, i, n)));
  const isShort = to.length > 0 && to.every(({ value }) => typeof value === 'number' && value <= SHARED_DIGITS);
  return from[0]?.value === 0 && isShort;
}

/** `Number(hash(email)) % 100`: one of a few buckets. */
function isRemainder(trail: Trail, reader: Reader, fn: number, i: number, hash: number): boolean {
  if (kindAt(reader, i) !== Kind.Binary || OPERATORS[operandAt(reader, i, 0)] !== '%') return false;
  return comesFrom(trail, reader, fn, operandAt(reader, i, 1), hash, DEPTH);
}

/** The value at `i` is that number, turned into another form or cut. */
function comesFrom(trail: Trail, reader: Reader, fn: number, i: number, hash: number, depth: number): boolean {
  if (i === hash) return true;
  if (i === NONE || depth === 0) return false;
  const on = (at: number): boolean => comesFrom(trail, reader, fn, at, hash, depth - 1);
  switch (kindAt(reader, i)) {
    case Kind.Binary:
      return on(operandAt(reader, i, 1)) || on(operandAt(reader, i, 2));
    case Kind.Unary:
      return on(operandAt(reader, i, 1));
    case Kind.Call: {
      const [receiver, argument] = [0, 4].map((n) => (n < operandCount(reader, i) ? operandAt(reader, i, n) : NONE));
      return (methodOf(reader, i) !== '' && on(receiver)) || on(argument);
    }
    default:
      return (trail.back({ fn, ordinal: i, path: [] }) ?? []).some((point) => point.fn === fn && on(point.ordinal));
  }
}

const methodOf = (reader: Reader, i: number): string =>
  operandAt(reader, i, 1) === NONE ? '' : reader.module.names[operandAt(reader, i, 1)];
