/** What an instruction takes: the values among its operands, and which of them are nothing. */
import { EntryKind, Flag, Kind, LiteralKind, NONE } from '../ir';
import { flagsAt, kindAt, operandAt, operandCount, type Reader } from './reader';

/** Ordinals of the values an instruction takes; NONE for a missing one. */
export function operandValues(reader: Reader, i: number): number[] {
  const operand = (n: number): number => operandAt(reader, i, n);
  const computed = (flagsAt(reader, i) & Flag.Computed) !== 0;
  switch (kindAt(reader, i)) {
    case Kind.Store:
    case Kind.Binary:
      return kindAt(reader, i) === Kind.Store ? [operand(1)] : [operand(1), operand(2)];
    case Kind.Get:
      return computed ? [operand(0), operand(1)] : [operand(0)];
    case Kind.Set:
      return computed ? [operand(0), operand(1), operand(2)] : [operand(0), operand(2)];
    case Kind.Object:
      return every(reader, i, 0, 3).flatMap((n) =>
        operand(n) === EntryKind.Computed ? [operand(n + 1), operand(n + 2)] : [operand(n + 2)],
      );
    case Kind.Array:
    case Kind.Phi:
      return every(reader, i, 1, 2).map(operand);
    case Kind.Template:
      return every(reader, i, 1, 2).map(operand);
    case Kind.Call:
      return [operand(0), ...every(reader, i, 4, 1).map(operand)];
    case Kind.Unary:
      return [operand(1)];
    case Kind.Otherwise:
      return [operand(0), operand(1)];
    case Kind.Class:
      return [operand(1)];
    case Kind.Element: {
      const count = operand(2);
      const attributes = Array.from({ length: count }, (_, n) => operand(5 + n * 3));
      return [operand(1), ...attributes, ...every(reader, i, 3 + count * 3, 1).map(operand)];
    }
    case Kind.Opaque:
      return every(reader, i, 0, 1).map(operand);
    case Kind.Rest:
    case Kind.Await:
    case Kind.Cast:
    case Kind.Iter:
    case Kind.Branch:
    case Kind.Return:
    case Kind.Throw:
      return [operand(0)];
    default:
      return [];
  }
}

function every(reader: Reader, i: number, from: number, step: number): number[] {
  const out: number[] = [];
  for (let n = from; n < operandCount(reader, i); n += step) out.push(n);
  return out;
}

/** `null` or `undefined`, written out. */
export function isNull(reader: Reader, value: number): boolean {
  if (value === NONE || kindAt(reader, value) !== Kind.Const) return false;
  const literal = operandAt(reader, value, 0) as LiteralKind;
  return literal === LiteralKind.Null || literal === LiteralKind.Undefined;
}

/** `null`, `undefined` or the empty text, written out. */
export const isBlank = (reader: Reader, value: number): boolean =>
  isNull(reader, value) ||
  (value !== NONE &&
    kindAt(reader, value) === Kind.Const &&
    operandAt(reader, value, 0) === LiteralKind.String &&
    reader.module.names[operandAt(reader, value, 1)] === '');
