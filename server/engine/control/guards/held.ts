/**
 * What the state, the memo or the store of a framework holds from the start: `useState(() => JSON.parse(saved))`,
 * `computed(() => …)`, `useSyncExternalStore(subscribe, snapshot)`.
 */
import { Kind, NONE } from '../../ir';
import { endsOf, kindAt, operandAt, operandCount } from '../../link/reader';
import type { Base, Spot } from './control';
import { calleeName } from './values';

/** Position of the argument that is held, or of the function that gives it. */
const HOLDERS: ReadonlyMap<string, number> = new Map([
  ['useState', 0],
  ['createSignal', 0],
  ['useSignal', 0],
  ['signal', 0],
  ['ref', 0],
  ['shallowRef', 0],
  ['useRef', 0],
  ['useMemo', 0],
  ['createMemo', 0],
  ['computed', 0],
  ['linkedSignal', 0],
  ['useReducer', 1],
  ['useSyncExternalStore', 1],
]);
/** `useReducer(reducer, argument, init)`: what `init` makes of the argument. */
const MADE_BY = 2;

/** The values that a call of a framework holds from the start; null where the call is none, or it holds nothing known. */
export function heldAtFirst(base: Base, fn: number, call: number): readonly Spot[] | null {
  const reader = base.reader(fn);
  if (kindAt(reader, call) !== Kind.Call) return null;
  const name = calleeName(base, fn, call);
  const position = HOLDERS.get(name);
  if (position === undefined) return null;
  const argument = (at: number): number => (operandCount(reader, call) > 4 + at ? operandAt(reader, call, 4 + at) : NONE);
  const made = name === 'useReducer' ? argument(MADE_BY) : NONE;
  const given = made === NONE ? argument(position) : made;
  if (given === NONE) return null;
  const makers = functionsAt(base, fn, given);
  return makers.length === 0 ? [{ fn, ordinal: given }] : makers.flatMap((maker) => resultsOf(base, maker));
}

/** The values of a call that gives what its function computes: `useMemo(() => …)`; null of any other. */
export const computedAt = (base: Base, fn: number, call: number): readonly Spot[] | null =>
  /^(useMemo|useSyncExternalStore)$/.test(calleeName(base, fn, call)) ? heldAtFirst(base, fn, call) : null;

/** Functions of the project that a value is. */
export function functionsAt(base: Base, fn: number, i: number): number[] {
  const reader = base.reader(fn);
  if (kindAt(reader, i) === Kind.Closure) return [base.program.base[base.program.moduleOf[fn]] + operandAt(reader, i, 0)];
  return (base.frame(fn)?.values[i]?.targets ?? []).flatMap((target) => (target.kind === 'function' ? [target.fn] : []));
}

/** What a function gives, at each of its ends that gives something. */
export function resultsOf(base: Base, fn: number): Spot[] {
  const reader = base.reader(fn);
  return endsOf(reader).flatMap((end) => {
    const ordinal = operandAt(reader, end, 0);
    return ordinal === NONE ? [] : [{ fn, ordinal }];
  });
}
