/** Objects that are written in code: their entries, and the object that stands behind a value. */
import { EntryKind, Flag, Kind, NONE } from '../../ir';
import { flagsAt, kindAt, operandAt, operandCount, writtenEntries, type Entry, type Reader } from '../../link/reader';
import type { Control, Spot } from '../guards/control';

export interface Objects {
  entriesOf(fn: number, object: number): Entry[];
  /** A member of an object that is written in place; the whole where it is not. */
  drilled(fn: number, value: number, path: readonly string[]): number;
  /** The object that a value is, also through a variable; null when it is put together elsewhere. */
  objectBehind(fn: number, value: number): Spot | null;
  /** What the only store of a variable keeps, where it is worked out or taken from a list. */
  madeOf(fn: number, load: number): Spot | null;
  /** The arguments of a call, as the objects that they are. */
  argumentsOf(call: Spot): Spot[];
}

/** Values that are spread into an object literal. */
export function spreadIn(reader: Reader, object: number): number[] {
  const out: number[] = [];
  for (let n = 0; n < operandCount(reader, object); n += 3)
    if (operandAt(reader, object, n) === EntryKind.Spread) out.push(operandAt(reader, object, n + 2));
  return out;
}

export function createObjects(control: Control): Objects {
  const { program } = control;

  const entriesOf = (fn: number, object: number): Entry[] => writtenEntries(control.reader(fn), object);

  function drilled(fn: number, value: number, path: readonly string[]): number {
    const reader = control.reader(fn);
    if (path.length === 0 || value === NONE || kindAt(reader, value) !== Kind.Object) return value;
    const entry = entriesOf(fn, value).find(({ key }) => key === path[0]);
    return entry ? drilled(fn, entry.value, path.slice(1)) : value;
  }

  function objectBehind(fn: number, i: number, depth = 4): Spot | null {
    if (i === NONE || depth === 0) return null;
    const reader = control.reader(fn);
    const kind = kindAt(reader, i);
    // A list that begins empty is filled elsewhere.
    if (kind === Kind.Object || (kind === Kind.Array && operandCount(reader, i) > 0)) return { fn, ordinal: i };
    if (kind === Kind.Cast || kind === Kind.Await) return objectBehind(fn, operandAt(reader, i, 0), depth - 1);
    if (kind === Kind.Call && flagsAt(reader, i) & Flag.New && operandCount(reader, i) > 4)
      return objectBehind(fn, operandAt(reader, i, 4), depth - 1);
    if (kind !== Kind.Load) return null;
    const holder = operandAt(reader, i, 1) === NONE ? fn : program.base[program.moduleOf[fn]] + operandAt(reader, i, 1);
    const [store, ...more] = control.stores(holder, operandAt(reader, i, 0), holder === fn ? i : NONE);
    return store && more.length === 0
      ? objectBehind(store.fn, operandAt(control.reader(store.fn), store.ordinal, 1), depth - 1)
      : null;
  }

  function madeOf(fn: number, load: number): Spot | null {
    const reader = control.reader(fn);
    const holder = operandAt(reader, load, 1) === NONE ? fn : program.base[program.moduleOf[fn]] + operandAt(reader, load, 1);
    const [store, ...more] = control.stores(holder, operandAt(reader, load, 0), holder === fn ? load : NONE);
    if (!store || more.length > 0) return null;
    const kept = control.reader(store.fn);
    let value = operandAt(kept, store.ordinal, 1);
    while (value !== NONE && kindAt(kept, value) === Kind.Cast) value = operandAt(kept, value, 0);
    const kind = value === NONE ? null : kindAt(kept, value);
    return kind === Kind.Call || kind === Kind.Iter ? { fn: store.fn, ordinal: value } : null;
  }

  function argumentsOf({ fn, ordinal }: Spot): Spot[] {
    const reader = control.reader(fn);
    const out: Spot[] = [];
    for (let n = 4; n < operandCount(reader, ordinal); n++) {
      const value = operandAt(reader, ordinal, n);
      if (value === NONE) continue;
      const argument = objectBehind(fn, value) ?? { fn, ordinal: value };
      out.push(...carriedBy(argument), argument);
    }
    return out;
  }

  /** The body of a request: `{ method: 'POST', body: JSON.stringify(mail) }`. */
  function carriedBy({ fn, ordinal }: Spot): Spot[] {
    const reader = control.reader(fn);
    if (kindAt(reader, ordinal) !== Kind.Object) return [];
    const entries = entriesOf(fn, ordinal);
    const isRequest = entries.some(({ key }) => /^(method|headers|url)$/i.test(key));
    return entries.flatMap(({ key, value }) => {
      if (!isRequest || !/^(body|data|json|form)$/.test(key) || value === NONE) return [];
      const isText = kindAt(reader, value) === Kind.Call && control.name(fn, value) === 'stringify';
      const body = isText && operandCount(reader, value) > 4 ? operandAt(reader, value, 4) : value;
      return [objectBehind(fn, body) ?? { fn, ordinal: body }];
    });
  }

  return { entriesOf, drilled, objectBehind, madeOf, argumentsOf };
}
