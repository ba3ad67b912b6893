/** A value that questions about dependence begin with. */
import type { Spot } from '../bodies';
import type { Start } from './influence';

/**
 * `sure`: a price whatever surrounds it; `maybe`: an amount or a rate that needs a price in sight;
 * `factor`: what a price is multiplied with or reduced by: the price is where it is used.
 */
export type Amount = 'sure' | 'maybe' | 'factor';

/** An expression that gives a price (or another value that is asked about). */
export interface Site extends Spot {
  /** The value's name as the code has it: "fee". */
  name: string;
  /** The instruction whose value is the price. */
  value: number;
  starts: Start[];
  amount: Amount;
  /** Only the way it is printed says that it is money: what somebody earns and owes is printed so as well. */
  isPrinted?: boolean;
  /** Literals of which one goes out with a value of this name, this one among them. */
  beside?: readonly { ordinal: number; value: number }[];
  /** The instruction whose value it is where it is not raised: `order.total` in `{ total: order.total + fee }`. */
  unraised?: number;
  /** The value is written out, not kept: an argument, a property of a literal, an attribute. */
  shown: boolean;
}
