/** What is written in a function, read without evaluating it: names, entries, arguments, texts. */
import { EntryKind, Kind, LiteralKind, NONE } from '../ir';
import { kindAt, operandAt, operandCount, type Reader } from '../link/reader';

/** The nearest name of a value: what its owner is called. */
export function hintOf(reader: Reader, value: number): string {
  if (value === NONE) return '';
  const { names, functions } = reader.module;
  switch (kindAt(reader, value)) {
    case Kind.Load: {
      const owner = operandAt(reader, value, 1);
      const own = owner === NONE ? functions.findIndex((each) => each.first === reader.first) : owner;
      return functions[own]?.slots[operandAt(reader, value, 0)]?.name ?? '';
    }
    case Kind.Get:
      return isComputed(reader, value) ? '' : names[operandAt(reader, value, 1)];
    case Kind.Global:
      return (reader.module.code[reader.module.at[reader.first + value]] >> 8) & 1
        ? (reader.module.imports[operandAt(reader, value, 0)]?.local ?? '')
        : (names[operandAt(reader, value, 0)] ?? '');
    case Kind.Await:
    case Kind.Cast:
    case Kind.Otherwise:
    case Kind.Iter:
      return hintOf(reader, operandAt(reader, value, 0));
    default:
      return '';
  }
}

export const isComputed = (reader: Reader, i: number): boolean =>
  ((reader.module.code[reader.module.at[reader.first + i]] >> 8) & 2) !== 0;

export function* entriesOf(reader: Reader, object: number): Iterable<[key: string, value: number]> {
  for (let n = 0; n < operandCount(reader, object); n += 3)
    if (operandAt(reader, object, n) === EntryKind.Static)
      yield [reader.module.names[operandAt(reader, object, n + 1)], operandAt(reader, object, n + 2)];
}

export function argumentsOf(reader: Reader, call: number): number[] {
  const out: number[] = [];
  for (let n = 4; n < operandCount(reader, call); n++) out.push(operandAt(reader, call, n));
  return out;
}

export const textArgument = (reader: Reader, call: number): string | null => {
  const [first] = argumentsOf(reader, call);
  return first === undefined ? null : textOf(reader, first);
};

export const textOf = (reader: Reader, value: number): string | null =>
  value !== NONE && kindAt(reader, value) === Kind.Const && operandAt(reader, value, 0) === LiteralKind.String
    ? reader.module.names[operandAt(reader, value, 1)]
    : null;
