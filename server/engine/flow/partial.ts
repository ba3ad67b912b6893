/** Parts of a text too small to tell whose it was: the last four digits, the first letter; and lists of which only texts are left. */
import { Kind, LiteralKind, NONE, OPERATORS } from '../ir';
import { kindAt, operandAt, operandCount, readerOf, type Reader } from '../link/reader';
import type { Engine, Frame } from './frame';
import { inState, ofStart } from './labels';
import { isIdentifier, isKeyName, nounSort } from '../owners';
import { make, type Value } from './values';
import type { CallSite } from './call-site';

const LAST = 4;
const FIRST = 3;
/** They say which bank issued a card. */
const FIRST_OF_CARD = 6;
/** What a record keeps as a password is a hash, and hashes of one kind begin alike (`$2b$10$`). */
const FIRST_OF_HASH = 10;

/** The masked rest when `slice(-4)`, `substring(0, 1)` leave little of a text; null when they leave more, or cut a list. */
export function littleOf(frame: Frame, call: CallSite): Value | null {
  const { callee } = call;
  const isText = callee.type.kind === 'primitive' || callee.labels.every((label) => label.kind === 'source');
  if (!isText || callee.fields || callee.labels.length === 0 || callee.type.kind === 'array') return null;
  if (callee.labels.some((label) => label.kind === 'source' && label.datum !== 'field')) return null;
  const [from, to] = [numberAt(frame.reader, call.ordinal, 4), numberAt(frame.reader, call.ordinal, 5)];
  const isOf = (category: string): boolean =>
    callee.labels.every((label) => label.kind === 'source' && label.category === category);
  const first = isOf('credential') && isKept(frame.reader, call) ? FIRST_OF_HASH : isOf('card') ? FIRST_OF_CARD : FIRST;
  const start = from === 0 && to !== null && to > 0 ? to : null;
  const isLittle = (from !== null && from < 0 && from >= -LAST) || (start !== null && start <= first);
  if (isLittle) return make({ labels: callee.labels.map((label) => inState(label, 'masked')) });
  // What is cut is known where the text comes from.
  const isOpen = start !== null && callee.labels.some((label) => ofStart(label, start) !== label);
  return isOpen ? make({ labels: callee.labels.map((label) => ofStart(label, start)) }) : null;
}

/** `(each) => typeof each === 'string'`, or `(id) => !known.has(id)` of a list of keys. */
export function keepsTexts({ program }: Engine, predicate: Value | undefined): boolean {
  const target = predicate?.targets.find((each) => each.kind === 'function');
  if (target?.kind !== 'function') return false;
  const module = program.moduleOf[target.fn];
  const index = target.fn - program.base[module];
  const [first] = program.modules[module].functions[index].parameters;
  if (first && (isIdentifier(first.name) || isKeyName(first.name))) return true;
  const reader = readerOf(program.modules[module], index);
  for (let i = 0; i < reader.count; i++) {
    if (kindAt(reader, i) !== Kind.Return) continue;
    const test = operandAt(reader, i, 0);
    if (test === NONE || kindAt(reader, test) !== Kind.Binary || OPERATORS[operandAt(reader, test, 0)] !== '===') return false;
    const [left, right] = [operandAt(reader, test, 1), operandAt(reader, test, 2)];
    const isType = kindAt(reader, left) === Kind.Unary && OPERATORS[operandAt(reader, left, 0)] === 'typeof';
    return isType && kindAt(reader, right) === Kind.Const && reader.module.names[operandAt(reader, right, 1)] === 'string';
  }
  return false;
}

/** `user.password`, `this.password`: read from a record of a person, not from what she sends. */
function isKept(reader: Reader, call: CallSite): boolean {
  const receiver = operandAt(reader, call.ordinal, 0);
  if (receiver < 0 || kindAt(reader, receiver) !== Kind.Get) return false;
  const isOwn = kindAt(reader, operandAt(reader, receiver, 0)) === Kind.This;
  return isOwn || call.callee.labels.every((label) => label.kind === 'source' && isOfPerson(label.words));
}

const isOfPerson = (words: string): boolean => nounSort(words.split('.')[0].toLowerCase()) === 'person' && words.includes('.');

/** The literal number among a call's operands. */
function numberAt(reader: Reader, call: number, operand: number): number | null {
  if (operand >= operandCount(reader, call)) return null;
  const at = operandAt(reader, call, operand);
  if (at < 0 || kindAt(reader, at) !== Kind.Const || operandAt(reader, at, 0) !== LiteralKind.Number) return null;
  return Number(reader.module.names[operandAt(reader, at, 1)]);
}
