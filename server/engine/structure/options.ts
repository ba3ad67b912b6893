/** Options of a call as far as they can be read: a constant, absent, or not known. */
import { isComparison, Kind, LiteralKind, NONE, OPERATORS } from '../ir';
import { kindAt, operandAt, type Reader } from '../link/reader';
import type { Constant } from '../rule';
import { entriesOf, type Code } from './code';

export type Option =
  | { is: 'known'; constants: Constant[] }
  /** Given, but it is a function, an object or a list. */
  | { is: 'built' }
  /** True or false, as a condition decides when the program runs. */
  | { is: 'either' }
  | { is: 'absent' }
  | { is: 'unknown' };

/** @param path names below the options, from the outside in */
export function optionOf(code: Code, fn: number, ordinal: number, path: readonly string[]): Option {
  if (ordinal === NONE) return { is: 'absent' };
  const constants = code.constants.of(fn, ordinal, path).filter((constant) => constant.value !== null && !constant.prefix);
  if (constants.length > 0 && constants.every((constant) => !Array.isArray(constant.value))) return { is: 'known', constants };
  const answers = code.trail
    .origins(fn, ordinal)
    .map((point) => memberOf(code, point.fn, point.ordinal, [...point.path, ...path]));
  if (answers.length === 0 || answers.includes('unknown')) return { is: 'unknown' };
  return { is: answers.includes('either') ? 'either' : answers.includes('built') ? 'built' : 'absent' };
}

type Answer = Exclude<Option['is'], 'known'>;

function memberOf(code: Code, fn: number, ordinal: number, path: readonly string[]): Answer {
  const reader = code.trail.reader(fn);
  const kind = kindAt(reader, ordinal);
  if (path.length === 0) return kind === Kind.Const ? 'absent' : isCondition(reader, ordinal) ? 'either' : 'built';
  if (kind === Kind.Const) return operandAt(reader, ordinal, 0) <= LiteralKind.Null ? 'absent' : 'unknown';
  if (kind !== Kind.Object) return 'unknown';
  let answer: 'absent' | 'unknown' = 'absent';
  for (const { name, value } of entriesOf(reader, ordinal).reverse()) {
    if (name === path[0]) return deepest(code, fn, value, path.slice(1));
    if (name === '') answer = 'unknown';
    if (name !== '...') continue;
    const spread = deepest(code, fn, value, path);
    if (spread === 'built' || spread === 'either') return spread;
    if (spread === 'unknown') answer = 'unknown';
  }
  return answer;
}

function deepest(code: Code, fn: number, value: number, path: readonly string[]): Answer {
  const points = code.trail.origins(fn, value);
  if (points.length === 0) return 'unknown';
  const answers = points.map((point) => memberOf(code, point.fn, point.ordinal, [...point.path, ...path]));
  if (answers.includes('either')) return 'either';
  return answers.includes('unknown') ? (path.length === 0 ? 'built' : 'unknown') : answers.includes('built') ? 'built' : 'absent';
}

const NOT = OPERATORS.indexOf('!');

const isCondition = (reader: Reader, i: number): boolean =>
  kindAt(reader, i) === Kind.Unary
    ? operandAt(reader, i, 0) === NOT
    : kindAt(reader, i) === Kind.Binary && isComparison(operandAt(reader, i, 0));
