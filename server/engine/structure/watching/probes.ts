/** Captures of which only the number is looked at: whether the system lets the program take a picture at all. */
import { Flag, Kind } from '../../ir';
import { flagsAt, kindAt, operandAt } from '../../link/reader';
import { methodOf, slotOf, type Code, type Spot } from '../code';
import type { Uses } from '../uses';

/** What says nothing of the picture. */
const OUTER = /^(length|isEmpty|getSize|size|width|height)$/;
const LOGS = /^(log|info|warn|error|debug|trace)$/;
const DEPTH = 8;

/** Nothing of what the call gives is handed on: it is counted, compared and forgotten. */
export function isProbe(code: Code, uses: Uses, fn: number, call: number): boolean {
  const users = uses.of(fn, call);
  return users.length > 0 && users.every((user) => staysHere(code, uses, { fn, ordinal: user }, call, DEPTH));
}

function staysHere(code: Code, uses: Uses, { fn, ordinal }: Spot, value: number, depth: number): boolean {
  if (depth === 0) return false;
  const reader = code.trail.reader(fn);
  const onward = (): boolean =>
    uses.of(fn, ordinal).every((user) => staysHere(code, uses, { fn, ordinal: user }, ordinal, depth - 1));
  switch (kindAt(reader, ordinal)) {
    case Kind.Await:
    case Kind.Cast:
    case Kind.Otherwise:
    case Kind.Iter:
    case Kind.Phi:
      return onward();
    case Kind.Branch:
    case Kind.Unary:
    case Kind.Binary:
      return true;
    case Kind.Get:
      if (flagsAt(reader, ordinal) & Flag.Computed) return onward();
      return OUTER.test(reader.module.names[operandAt(reader, ordinal, 1)]) || onward();
    case Kind.Store: {
      const { owner, slot } = slotOf(code.program, fn, reader, ordinal);
      return (
        owner === fn &&
        uses
          .loads(owner, slot)
          .every((load) =>
            uses
              .of(load.fn, load.ordinal)
              .every((user) => staysHere(code, uses, { fn: load.fn, ordinal: user }, load.ordinal, depth - 1)),
          )
      );
    }
    case Kind.Call:
      return operandAt(reader, ordinal, 0) === value
        ? OUTER.test(methodOf(reader, ordinal))
        : LOGS.test(methodOf(reader, ordinal));
    default:
      return false;
  }
}
