/** What an instruction's value is called in the code, and which literal it is. */
import { EntryKind, Flag, Kind, LiteralKind, NONE, OPERATORS } from '../../ir';
import { flagsAt, kindAt, operandAt, operandCount, type Reader } from '../../link/reader';
import type { Base } from './control';
import { answerOf } from './wording';

/** A literal, or the name of a constant that reads like an answer (`ConsentStatus.Granted`); undefined when it is neither. */
export function answerLiteral(control: Base, fn: number, i: number): string | boolean | null | undefined {
  if (i === NONE) return undefined;
  const reader = control.reader(fn);
  if (kindAt(reader, i) === Kind.Const) {
    const kind = operandAt(reader, i, 0) as LiteralKind;
    if (kind === LiteralKind.Null || kind === LiteralKind.Undefined) return null;
    const text = constantText(reader, i);
    return kind === LiteralKind.Boolean ? text === 'true' : text;
  }
  const text = control.text(fn, i);
  if (text !== null) return text;
  if (kindAt(reader, i) === Kind.Global && globalName(reader, i) === 'undefined') return null;
  const isMember = kindAt(reader, i) === Kind.Get && !(flagsAt(reader, i) & Flag.Computed);
  const name = isMember
    ? nameAt(reader, operandAt(reader, i, 1))
    : kindAt(reader, i) === Kind.Global
      ? globalName(reader, i)
      : '';
  const isAnswer = /^[A-Z]/.test(name) && answerOf(name.split('_').at(-1) ?? '') !== null;
  return isAnswer ? (name.split('_').at(-1) ?? '') : undefined;
}

/** The number that a literal is, also below zero; undefined where it is none. */
export function numberAt(reader: Reader, i: number): number | undefined {
  if (i === NONE) return undefined;
  if (kindAt(reader, i) === Kind.Unary && OPERATORS[operandAt(reader, i, 0)] === '-') {
    const above = numberAt(reader, operandAt(reader, i, 1));
    return above === undefined ? undefined : -above;
  }
  if (kindAt(reader, i) !== Kind.Const || (operandAt(reader, i, 0) as LiteralKind) !== LiteralKind.Number) return undefined;
  return Number(constantText(reader, i));
}

/** "get" of `store.get()`, "hasConsent" of `hasConsent()`. */
export function calleeName(control: Base, fn: number, i: number): string {
  const reader = control.reader(fn);
  return operandAt(reader, i, 1) === NONE ? control.name(fn, operandAt(reader, i, 0)) : nameAt(reader, operandAt(reader, i, 1));
}

export const nameAt = (reader: Reader, name: number): string => (name === NONE ? '' : reader.module.names[name]);

export const constantText = (reader: Reader, i: number): string => reader.module.names[operandAt(reader, i, 1)] ?? '';

export function globalName(reader: Reader, i: number): string {
  const index = operandAt(reader, i, 0);
  return flagsAt(reader, i) & Flag.Import
    ? reader.module.imports[index].local || reader.module.imports[index].imported
    : reader.module.names[index];
}

/** A literal that counts as a yes where nothing was said; a record written as a text counts where it holds one. */
export const isYesByDefault = (reader: Reader, i: number): boolean =>
  kindAt(reader, i) === Kind.Const &&
  isTruthyConstant(reader, i) &&
  answerOf(constantText(reader, i)) !== false &&
  !isRecordOfNoes(constantText(reader, i));

/** `'{}'`, `'{"necessary":true,"analytics":false}'`, `'[]'`, `'null'` */
function isRecordOfNoes(text: string): boolean {
  if (/^\s*(\[\s*\]|null|undefined)\s*$/.test(text)) return true;
  const entries = /^\s*\{(.*)\}\s*$/s.exec(text)?.[1].split(',');
  return (
    entries?.every((entry) => /necessary|essential|^\s*$|:\s*(false|null|0|"(denied|no|rejected|)")\s*$/i.test(entry)) === true
  );
}

/** A literal, or a record of noes: what is there before anybody was asked (`{}`, `{ analytics: false }`). */
export function isNothingSaid(reader: Reader, i: number): boolean {
  if (kindAt(reader, i) === Kind.Const) return true;
  if (kindAt(reader, i) !== Kind.Object) return false;
  for (let n = 0; n < operandCount(reader, i); n += 3) {
    const value = operandAt(reader, i, n + 2);
    if (operandAt(reader, i, n) !== EntryKind.Static || value === NONE || kindAt(reader, value) !== Kind.Const) return false;
    if (isTruthyConstant(reader, value)) return false;
  }
  return true;
}

export function isTruthyConstant(reader: Reader, i: number): boolean {
  const kind = operandAt(reader, i, 0) as LiteralKind;
  if (kind === LiteralKind.Null || kind === LiteralKind.Undefined) return false;
  const text = constantText(reader, i);
  if (kind === LiteralKind.Boolean) return text === 'true';
  return kind === LiteralKind.Number ? Number(text) !== 0 : text !== '';
}
