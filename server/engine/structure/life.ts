/** What is known of a value's life so far, and where it is looked at. */
import { extentOf } from '../places';
import type { Place } from '../rule';
import type { Code } from './code';

export interface Life {
  /** Members read from the value (from its elements, for a list). */
  read: Set<string>;
  /** Places where it leaves as a whole, by where to. */
  leaves: Map<'response' | 'caller' | 'elsewhere', Place>;
  /** Assigned to, saved, or asked to change itself. */
  changed: boolean;
  /** Columns were chosen, or some were taken away, after it was made. */
  narrowed: boolean;
  /** The member that is asked about; '' where it is the whole. */
  relation: string;
}

export interface Point {
  fn: number;
  ordinal: number;
  /** Members under which the value lies in this one, outermost first. */
  inside: readonly string[];
  /** Still a list of the records. */
  list: boolean;
}

/** Notes that the value leaves as a whole; the walk ends there. */
export function leave(life: Life, code: Code, point: Point, user: number, to: 'response' | 'caller' | 'elsewhere'): Point[] {
  if (!life.leaves.has(to)) life.leaves.set(to, extentOf(code.program, point.fn, user));
  return [];
}
