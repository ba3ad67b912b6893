/** Ages that a rule sets for everybody: a limit of law, or a function that asks for nothing but a least age. */
import { isComparison, Kind, OPERATORS } from '../../ir';
import type { Bodies, Body } from '../bodies';
import { limitOf } from '../influence/direction';
import type { Node } from '../influence/influence';
import { NEGATIVE } from './outcomes';
import type { Verdict } from './verdicts';

/** An age of law; or one that nobody has: such a limit asks whether the date is right. */
export const isGate = (limit: number | null): boolean =>
  limit !== null && ((limit >= 12 && limit <= 21) || limit >= 100 || limit <= 0);

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
