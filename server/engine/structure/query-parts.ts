/** What the parts of a query say: texts, columns, counts. */
import { Flag, Kind, NONE } from '../ir';
import { flagsAt, kindAt, operandAt, operandCount, type Reader } from '../link/reader';
import { argumentsOf, entriesOf, methodOf, textAt } from './code';

const DEPTH = 4;

/** Elements of a list that is written in place; the value alone when it is none. */
export const itemsOf = (reader: Reader, value: number): number[] =>
  value === NONE || kindAt(reader, value) !== Kind.Array
    ? [value]
    : Array.from({ length: operandCount(reader, value) >> 1 }, (_, n) => operandAt(reader, value, n * 2 + 1));

/** A text that is written in place, or the beginning of one with values in it. */
export function writtenText(reader: Reader, value: number): string {
  if (value === NONE) return '';
  const isTemplate = kindAt(reader, value) === Kind.Template;
  return textAt(reader, value) ?? (isTemplate ? (reader.module.names[operandAt(reader, value, 0)] ?? '') : '');
}

/** "diagnosis" of `'p.diagnosis'`, `patients.diagnosis` and of a list of them. */
export function columnOf(reader: Reader, value: number): string[] {
  if (value === NONE) return [];
  if (kindAt(reader, value) === Kind.Array) return itemsOf(reader, value).flatMap((item) => columnOf(reader, item));
  if (kindAt(reader, value) === Kind.Get && !(flagsAt(reader, value) & Flag.Computed))
    return [reader.module.names[operandAt(reader, value, 1)]];
  const text = textAt(reader, value);
  return text === null ? [] : [text.replace(/^.*\.|["`]/g, '')];
}

/** Texts at and below a value: of a list, of the members of an object. */
export function textsIn(reader: Reader, value: number, depth = DEPTH): string[] {
  if (value === NONE || depth === 0) return [];
  const text = textAt(reader, value);
  if (text !== null) return [text];
  if (kindAt(reader, value) === Kind.Object)
    return entriesOf(reader, value).flatMap((entry) => textsIn(reader, entry.value, depth - 1));
  if (kindAt(reader, value) === Kind.Array) return itemsOf(reader, value).flatMap((item) => textsIn(reader, item, depth - 1));
  return [];
}

/** `count()`, `fn('COUNT', …)`, `'COUNT(*)'`, in a list or an object too. */
export function counts(reader: Reader, value: number, depth = DEPTH): boolean {
  if (value === NONE || depth === 0) return false;
  switch (kindAt(reader, value)) {
    case Kind.Object:
      return entriesOf(reader, value).some((entry) => counts(reader, entry.value, depth - 1));
    case Kind.Array:
      return itemsOf(reader, value).some((item) => item !== value && counts(reader, item, depth - 1));
    case Kind.Call: {
      const args = argumentsOf(reader, value);
      return /^count/i.test(nameOf(reader, value)) || args.some((arg) => /^count$/i.test(textAt(reader, arg) ?? ''));
    }
    default:
      return /\bcount\s*\(/i.test(writtenText(reader, value));
  }
}

/** Name of what a call goes to, as it is written. */
function nameOf(reader: Reader, call: number): string {
  if (methodOf(reader, call) !== '') return methodOf(reader, call);
  const callee = operandAt(reader, call, 0);
  if (kindAt(reader, callee) !== Kind.Global) return '';
  const index = operandAt(reader, callee, 0);
  return flagsAt(reader, callee) & Flag.Import ? reader.module.imports[index].local : reader.module.names[index];
}
