/** What an instruction makes and later calls fill: the value of a state by its setter, a promise by `resolve`. */
import type { Frame } from './frame';
import { flatten } from './trees';
import { EMPTY, addsNothing, callable, join, type Denoted, type Value } from './values';

type Keeper = Extract<Denoted, { kind: 'keeper' }>;

/** A function that fills what the instruction made. */
export const keeperOf = (frame: Frame, ordinal: number): Value => callable({ kind: 'keeper', frame, ordinal });

export const isKeeper = (target: Denoted): target is Keeper => target.kind === 'keeper';

/** What was put in so far; what is read before it was filled is read again in the next round. */
export const heldAt = (frame: Frame, ordinal: number): Value => frame.held?.get(ordinal) ?? EMPTY;

export function fill({ frame, ordinal }: Keeper, value: Value): void {
  const held = (frame.held ??= new Map<number, Value>());
  const before = held.get(ordinal);
  if (before && addsNothing(before, value)) return;
  held.set(ordinal, before ? join(before, value) : value);
  const known = before ? flatten(before) : [];
  if (flatten(value).some((label) => label.kind === 'source' && !known.some(({ key }) => key === label.key))) frame.dirty = true;
}
