/** A button for no that a clock keeps shut for a while, when the one for yes is open. */
import { Flag, Kind, NONE } from '../../ir';
import { flagsAt, kindAt, operandAt } from '../../link/reader';
import { methodOf, slotOf, type Code, type Spot } from '../code';
import { attributesOf } from '../markup';
import { assignedInside, fillingsOf } from '../urgency/urgency-states';
import type { Uses } from '../uses';

const DEPTH = 8;
const STATES = /^(useState|useRef|ref|shallowRef|signal|createSignal|useSignal|writable|reactive)$/;

/** A clock opens the button: `disabled={locked}`, `:disabled="left > 0"`. */
export function isShutByClock(code: Code, uses: Uses, { fn, ordinal }: Spot): boolean {
  const shut = attributesOf(code.trail.reader(fn), ordinal).find(({ name }) =>
    /^:?(disabled|isDisabled|aria-disabled)$/.test(name),
  );
  return shut !== undefined && hangsOnClock(code, uses, { fn, ordinal: shut.value }, DEPTH);
}

function hangsOnClock(code: Code, uses: Uses, { fn, ordinal }: Spot, depth: number): boolean {
  if (ordinal === NONE || depth === 0) return false;
  const reader = code.trail.reader(fn);
  const on = (value: number, at = fn): boolean => hangsOnClock(code, uses, { fn: at, ordinal: value }, depth - 1);
  switch (kindAt(reader, ordinal)) {
    case Kind.Binary:
      return on(operandAt(reader, ordinal, 1)) || on(operandAt(reader, ordinal, 2));
    case Kind.Unary:
      return on(operandAt(reader, ordinal, 1));
    case Kind.Get:
      return !(flagsAt(reader, ordinal) & Flag.Computed) && on(operandAt(reader, ordinal, 0));
    case Kind.Call: {
      const name = methodOf(reader, ordinal) || (code.calleeOf(fn, ordinal)?.path.at(-1) ?? '');
      if (!STATES.test(name)) return methodOf(reader, ordinal) === '' && on(operandAt(reader, ordinal, 0));
      return fillingsOf(code, uses, { fn, ordinal })?.some(({ ticks }) => ticks) === true;
    }
    case Kind.Load: {
      const { owner, slot } = slotOf(code.program, fn, reader, ordinal);
      if (assignedInside(code, uses, owner, slot).some(({ ticks }) => ticks)) return true;
      return (code.trail.back({ fn, ordinal, path: [] }) ?? []).some((point) => on(point.ordinal, point.fn));
    }
    default:
      return false;
  }
}
