/** Markup in a loop over a list that is written out: what stands in it for each of the list's items. */
import { EntryKind, Flag, Kind, NONE } from '../ir';
import { flagsAt, kindAt, operandAt, operandCount, type Reader } from '../link/reader';
import { argumentsOf, entriesOf, methodOf, type Code, type Spot } from './code';
import type { Uses } from './uses';

/** Where a value of the loop's function comes from in one turn of the loop; the value itself when the item has no say in it. */
export type Turn = (value: number) => Spot;

const MOST = 40;

/** One turn for each item of the list that a function is called for, or one that changes nothing. */
export function turnsOf(code: Code, uses: Uses, fn: number): Turn[] {
  const same: Turn = (value) => ({ fn, ordinal: value });
  const items = itemsOf(code, uses, fn);
  if (items.length === 0 || items.length > MOST) return [same];
  const reader = code.trail.reader(fn);
  return items.map((item) => (value) => {
    const path = value === NONE ? null : pathFromItem(reader, value);
    return (path && memberOf(code, item, path)) ?? same(value);
  });
}

function itemsOf(code: Code, uses: Uses, fn: number): Spot[] {
  const made = uses.made(fn);
  if (!made) return [];
  const outer = code.trail.reader(made.fn);
  const call = uses.of(made.fn, made.ordinal).find((user) => kindAt(outer, user) === Kind.Call);
  if (call === undefined || methodOf(outer, call) !== 'map' || argumentsOf(outer, call)[0] !== made.ordinal) return [];
  const [list, more] = code.trail.origins(made.fn, operandAt(outer, call, 0));
  if (list === undefined || more !== undefined || list.path.length > 0) return [];
  const reader = code.trail.reader(list.fn);
  if (kindAt(reader, list.ordinal) !== Kind.Array) return [];
  return Array.from({ length: operandCount(reader, list.ordinal) >> 1 }, (_, n) => ({
    fn: list.fn,
    ordinal: operandAt(reader, list.ordinal, n * 2 + 1),
  }));
}

/** Members between the first parameter and a value, outermost first; null when the value comes from elsewhere. */
function pathFromItem(reader: Reader, value: number): string[] | null {
  const path: string[] = [];
  for (let at = value, steps = 0; steps < 8; steps++) {
    switch (kindAt(reader, at)) {
      case Kind.Param:
        return operandAt(reader, at, 0) === 0 ? path : null;
      case Kind.Get:
        if (flagsAt(reader, at) & Flag.Computed) return null;
        path.unshift(reader.module.names[operandAt(reader, at, 1)]);
        at = operandAt(reader, at, 0);
        break;
      case Kind.Load: {
        const stored = operandAt(reader, at, 1) === NONE ? storedIn(reader, operandAt(reader, at, 0)) : NONE;
        if (stored === NONE) return null;
        at = stored;
        break;
      }
      default:
        return null;
    }
  }
  return null;
}

function storedIn(reader: Reader, slot: number): number {
  for (let i = 0; i < reader.count; i++) {
    const isStore = kindAt(reader, i) === Kind.Store && operandAt(reader, i, 0) === slot && operandAt(reader, i, 2) === NONE;
    if (isStore) return operandAt(reader, i, 1);
  }
  return NONE;
}

function memberOf(code: Code, item: Spot, [name, ...rest]: readonly string[]): Spot | null {
  if (item.ordinal === NONE) return null;
  if (name === undefined) return item;
  const reader = code.trail.reader(item.fn);
  if (kindAt(reader, item.ordinal) !== Kind.Object || operandAt(reader, item.ordinal, 0) === EntryKind.Spread) return null;
  const entry = entriesOf(reader, item.ordinal).find((each) => each.name === name);
  return entry ? memberOf(code, { fn: item.fn, ordinal: entry.value }, rest) : null;
}
