/** Sums of what somebody's own loans and accounts hold. */
import { Kind } from '../../ir';
import type { Bodies } from '../bodies';
import type { Node } from '../influence/influence';

/** `lender.loans.filter(isActive).reduce((sum, loan) => sum + loan.amount, 0)`: which of them are in it says what it adds up. */
export function isSummedUp(bodies: Bodies, chain: readonly Node[]): boolean {
  const at = chain.findIndex(({ fn, ordinal }) => {
    const body = bodies.of(fn);
    return body.kind(ordinal) === Kind.Call && /^reduce(Right)?$/.test(body.name(ordinal, 1));
  });
  if (at < 0 || chain.slice(0, at + 1).some(({ via }) => via !== 'same')) return false;
  const { fn, ordinal } = chain[at];
  // What is summed, not what the sum begins with or does with each.
  return chain[at + 1]?.fn === fn && chain[at + 1].ordinal === bodies.of(fn).operand(ordinal, 0);
}
