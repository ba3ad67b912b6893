/** A tracker that a helper gives out on one way only: `const pixel = () => (agreed() ? window.fbq : null)`, and `pixel()?.(…)`. */
import { Kind, NONE } from '../../ir';
import { endsOf, kindAt, operandAt, operandCount } from '../../link/reader';
import { isNothing } from '../bodies';
import type { Control, Spot } from '../guards/control';

/** Where the helper gives out what a call calls, or calls a member of; null where it is no helper's, or it gives it out in several places. */
export function givenOut(control: Control, { fn, ordinal }: Spot): Spot | null {
  const made = callBehind(control, fn, operandAt(control.reader(fn), ordinal, 0));
  const [helper, ...others] = made ? control.callees(made.fn, made.ordinal) : [];
  if (helper === undefined || others.length > 0) return null;
  const reader = control.reader(helper);
  const values = endsOf(reader).flatMap((end) => alternatives(control, helper, operandAt(reader, end, 0)));
  const given = values.filter((value) => value !== NONE && !isNothing(reader, value));
  return values.length > 1 && given.length === 1 ? { fn: helper, ordinal: given[0] } : null;
}

/** `pixel()`, or what a variable holds that is nothing else. */
function callBehind(control: Control, fn: number, value: number): Spot | null {
  if (value === NONE) return null;
  const reader = control.reader(fn);
  if (kindAt(reader, value) === Kind.Call) return { fn, ordinal: value };
  if (kindAt(reader, value) !== Kind.Load || operandAt(reader, value, 1) !== NONE) return null;
  const [store, ...others] = control.stores(fn, operandAt(reader, value, 0), value);
  const held = store && others.length === 0 ? operandAt(control.reader(store.fn), store.ordinal, 1) : NONE;
  return held !== NONE && kindAt(control.reader(store.fn), held) === Kind.Call ? { fn: store.fn, ordinal: held } : null;
}

function alternatives(control: Control, fn: number, value: number): number[] {
  const reader = control.reader(fn);
  if (value === NONE || kindAt(reader, value) !== Kind.Phi) return [value];
  return Array.from({ length: operandCount(reader, value) / 2 }, (_, n) => operandAt(reader, value, 2 * n + 1));
}
