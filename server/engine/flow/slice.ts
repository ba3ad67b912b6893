/** The part of a function that has to be evaluated to know what it puts into one member of `this`. */
import { EntryKind, Flag, Kind, NONE } from '../ir';
import { flagsAt, kindAt, operandAt, operandCount, type Reader } from '../link/reader';

/** Marks by ordinal; null when the function puts nothing there. */
export function memberSlice(reader: Reader, name: string): Uint8Array | null {
  const roots: number[] = [];
  for (let i = 0; i < reader.count; i++) if (kindAt(reader, i) === Kind.Set && isOfMember(reader, i, name)) roots.push(i);
  return roots.length === 0 ? null : marked(reader, roots);
}

/** `this.name = value`, and what is put below: `this.name.part = value`. */
function isOfMember(reader: Reader, i: number, name: string): boolean {
  const receiver = operandAt(reader, i, 0);
  if (isNamed(reader, i, name)) return kindAt(reader, receiver) === Kind.This || kindAt(reader, receiver) === Kind.Load;
  return (
    kindAt(reader, receiver) === Kind.Get &&
    isNamed(reader, receiver, name) &&
    kindAt(reader, operandAt(reader, receiver, 0)) === Kind.This
  );
}

const isNamed = (reader: Reader, i: number, name: string): boolean =>
  !(flagsAt(reader, i) & Flag.Computed) && reader.module.names[operandAt(reader, i, 1)] === name;

function marked(reader: Reader, roots: readonly number[]): Uint8Array {
  const out = new Uint8Array(reader.count);
  const queue = [...roots];
  let all = false;
  const add = (i: number): void => {
    if (i !== NONE) queue.push(i);
  };
  for (let i = queue.pop(); i !== undefined; i = queue.pop()) {
    if (out[i] === 1) continue;
    out[i] = 1;
    const kind = kindAt(reader, i);
    if (kind === Kind.Load && operandAt(reader, i, 1) === NONE) eachStore(reader, operandAt(reader, i, 0), add);
    // A function made here may read any of the variables.
    if ((kind === Kind.Closure || kind === Kind.Class) && !all) {
      all = true;
      eachStore(reader, NONE, add);
    }
    eachOperand(reader, i, kind, add);
  }
  return out;
}

/** Stores into a variable of the function itself, or into any of them. */
function eachStore(reader: Reader, slot: number, visit: (i: number) => void): void {
  for (let i = 0; i < reader.count; i++)
    if (kindAt(reader, i) === Kind.Store && (slot === NONE || operandAt(reader, i, 0) === slot)) visit(i);
}

/** The values that an instruction takes. */
function eachOperand(reader: Reader, i: number, kind: Kind, visit: (operand: number) => void): void {
  const count = operandCount(reader, i);
  const each = (from: number, step = 1): void => {
    for (let n = from; n < count; n += step) visit(operandAt(reader, i, n));
  };
  switch (kind) {
    case Kind.Get:
      visit(operandAt(reader, i, 0));
      if (flagsAt(reader, i) & Flag.Computed) visit(operandAt(reader, i, 1));
      return;
    case Kind.Set:
      visit(operandAt(reader, i, 0));
      if (flagsAt(reader, i) & Flag.Computed) visit(operandAt(reader, i, 1));
      return visit(operandAt(reader, i, count - 1));
    case Kind.Object:
      for (let n = 0; n < count; n += 3) {
        if (operandAt(reader, i, n) === (EntryKind.Computed as number)) visit(operandAt(reader, i, n + 1));
        visit(operandAt(reader, i, n + 2));
      }
      return;
    case Kind.Call:
      visit(operandAt(reader, i, 0));
      return each(4);
    case Kind.Element:
      visit(operandAt(reader, i, 1));
      for (let n = 3, end = 3 + 3 * operandAt(reader, i, 2); n < end; n += 3) visit(operandAt(reader, i, n + 2));
      return each(3 + 3 * operandAt(reader, i, 2));
    case Kind.Store:
    case Kind.Class:
    case Kind.Unary:
      return visit(operandAt(reader, i, 1));
    case Kind.Binary:
      return each(1);
    case Kind.Array:
    case Kind.Template:
    case Kind.Phi:
      return each(1, 2);
    case Kind.Rest:
    case Kind.Await:
    case Kind.Cast:
    case Kind.Iter:
      return visit(operandAt(reader, i, 0));
    case Kind.Otherwise:
    case Kind.Opaque:
      return each(0);
  }
}
