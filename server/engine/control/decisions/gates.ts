/** Ages that a rule sets for everybody: a limit of law, or a function that asks for nothing but a least age. */
import { isComparison, Kind, OPERATORS } from '../../ir';
import type { Bodies, Body } from '../bodies';
import { limitOf } from '../influence/sides';
import type { Node } from '../influence/influence';
import { lastName } from '../named';
import { NEGATIVE } from './outcomes';
import type { Verdict } from './verdicts';

/** An age of law; or one that nobody has: such a limit asks whether the date is right. */
export const isGate = (limit: number | null): boolean =>
  limit !== null && ((limit >= 12 && limit <= 21) || limit >= 100 || limit <= 0);

/** A comparison with a number of years; smaller numbers are months and days, of which an age is reckoned. */
export function isInYears(body: Body, i: number): boolean {
  if (body.kind(i) !== Kind.Binary || !isComparison(body.operand(i, 0))) return false;
  const { value } = limitOf(body, i);
  return value !== null && value > 12;
}

/** `age <= 29`, `age <= 34`, `age <= 39` beside `age >= 18`: bands of age, of which the lowest happens to begin where the law does. */
export function isBand(body: Body, comparison: number): boolean {
  const own = measured(body, comparison);
  if (own === '') return false;
  const limits = new Set<number>();
  for (let i = 0; i < body.reader.count; i++) {
    if (body.kind(i) !== Kind.Binary || !isComparison(body.operand(i, 0)) || measured(body, i) !== own) continue;
    const { value } = limitOf(body, i);
    if (value !== null && value > 21 && value < 60) limits.add(value);
  }
  return limits.size > 1;
}

/** Name of what a comparison measures. */
const measured = (body: Body, comparison: number): string =>
  lastName(body, body.operand(comparison, limitOf(body, comparison).isRight ? 1 : 2));

/**
 * `isEligibleForPension(birthDate)` gives back `age >= 67` and asks nothing else: who is younger waits. A greatest age shuts people
 * out for good, and an age among other criteria is one of them.
 */
export function isMinimumAge(bodies: Bodies, verdict: Verdict, { fn, ordinal }: Node): boolean {
  const body = bodies.of(fn);
  if (fn !== verdict.fn || body.kind(verdict.ordinal) !== Kind.Return || NEGATIVE.test(verdict.name)) return false;
  return (
    body.returns().every((at) => body.operand(at, 0) === ordinal) && body.cfg().starts.length === 1 && isLeast(body, ordinal)
  );
}

function isLeast(body: Body, comparison: number): boolean {
  if (body.kind(comparison) !== Kind.Binary || !isComparison(body.operand(comparison, 0))) return false;
  const { value, isRight } = limitOf(body, comparison);
  return value !== null && (isRight ? /^>=?$/ : /^<=?$/).test(OPERATORS[body.operand(comparison, 0)]);
}
