/** Binary operators, and the values that are decided: `&&`, `||`, `??` and `?:`. */
import { ts } from '@ts-morph/common';
import { Kind, LiteralKind, OPERATORS } from '../ir';
import { assign, compoundAssign } from './assignments';
import { branch, jump, newLabel, place } from './blocks';
import { condition, decidesInside, operandsOf } from './conditions';
import { value } from './dispatch';
import type { Handlers } from './dispatch';
import { effect, mayCall } from './effects';
import { operatorOf } from './expressions';
import { constant } from './literals';
import { startOf, withoutBrackets } from './positions';
import { emit2, emit3, emitStack, push2, push4 } from './writer';
import type { Lowering } from './state';

const K = ts.SyntaxKind;
const { BinaryExpression, ConditionalExpression } = K;
const { AmpersandAmpersandToken, BarBarToken, QuestionQuestionToken, CommaToken, EqualsToken } = K;
const NOT_EQUAL = OPERATORS.indexOf('!=');
/** Alternatives of one phi; what comes after them becomes another one. */
const MOST_ALTERNATIVES = 8000;

export const logicHandlers: Handlers<number> = [
  [BinaryExpression, binary],
  [ConditionalExpression, conditional],
];

function binary(l: Lowering, node: ts.BinaryExpression): number {
  const operator = node.operatorToken.kind;
  if (operatorOf[operator] !== undefined) return chain(l, node);
  switch (operator) {
    case EqualsToken:
      return assign(l, node);
    case AmpersandAmpersandToken:
      return and(l, node);
    case BarBarToken:
      return or(l, node);
    case QuestionQuestionToken:
      return otherwise(l, node);
    case CommaToken:
      return comma(l, node);
    default:
      return compoundAssign(l, node);
  }
}

/** `a + b - c …`: as long as it likes. */
function chain(l: Lowering, node: ts.BinaryExpression): number {
  let bottom = node;
  const above: ts.BinaryExpression[] = [];
  while (bottom.left.kind === BinaryExpression) {
    const left = bottom.left as ts.BinaryExpression;
    if (operatorOf[left.operatorToken.kind] === undefined) break;
    above.push(bottom);
    bottom = left;
  }
  const start = startOf(l.text, bottom);
  let result = binaryStep(l, bottom, value(l, bottom.left), start);
  for (let index = above.length - 1; index >= 0; index--) result = binaryStep(l, above[index], result, start);
  return result;
}

function binaryStep(l: Lowering, node: ts.BinaryExpression, left: number, start: number): number {
  const right = value(l, node.right);
  return emit3(l, Kind.Binary, 0, operatorOf[node.operatorToken.kind], left, right, start, node.end);
}

/** Only falsy content passes on the short way, hence a constant. */
function and(l: Lowering, node: ts.BinaryExpression): number {
  const operands = operandsOf(node);
  const start = startOf(l.text, node);
  const { end } = node;
  const join = newLabel(l);
  const base = l.top;
  const last = operands.length - 1;
  if (last === 1 && !decidesInside(operands[0])) {
    const falsy = constant(l, LiteralKind.Boolean, 'false', start, end);
    const right = newLabel(l);
    condition(l, operands[0], right, join);
    push2(l, l.block, falsy);
    place(l, right, 0, start);
    const result = value(l, operands[1]);
    push2(l, l.block, result);
    place(l, join, 0, end);
    return phi(l, base, start, end);
  }
  const short = newLabel(l);
  for (let index = 0; index < last; index++) {
    const next = newLabel(l);
    condition(l, operands[index], next, short);
    place(l, next, 0, start);
  }
  const result = value(l, operands[last]);
  const from = l.block;
  jump(l, join, end);
  place(l, short, 0, end);
  const falsy = constant(l, LiteralKind.Boolean, 'false', start, end);
  push4(l, l.block, falsy, from, result);
  place(l, join, 0, end);
  return phi(l, base, start, end);
}

function or(l: Lowering, node: ts.BinaryExpression): number {
  const operands = operandsOf(node);
  const start = startOf(l.text, node);
  const { end } = node;
  const base = l.top;
  let join = newLabel(l);
  let result = value(l, operands[0]);
  for (let index = 1; index < operands.length; index++) {
    if (l.top - base >= 2 * MOST_ALTERNATIVES) {
      push2(l, l.block, result);
      place(l, join, 0, start);
      result = phi(l, base, start, end);
      join = newLabel(l);
    }
    const next = newLabel(l);
    branch(l, result, join, next, start, end);
    push2(l, l.block, result);
    place(l, next, 0, start);
    result = value(l, operands[index]);
  }
  push2(l, l.block, result);
  place(l, join, 0, end);
  return phi(l, base, start, end);
}

function otherwise(l: Lowering, node: ts.BinaryExpression): number {
  const operands = operandsOf(node);
  const start = startOf(l.text, node);
  let result = value(l, operands[0]);
  for (let index = 1; index < operands.length; index++) {
    const operand = operands[index];
    if (!mayCall(operand)) {
      result = emit2(l, Kind.Otherwise, 0, result, value(l, operand), start, operand.end);
      continue;
    }
    const join = newLabel(l);
    const right = newLabel(l);
    coalesce(l, result, join, right, start, operand.end);
    const base = l.top;
    push2(l, l.block, result);
    place(l, right, 0, start);
    result = value(l, operand);
    push2(l, l.block, result);
    place(l, join, 0, operand.end);
    result = phi(l, base, start, operand.end);
  }
  return result;
}

/** Branches on whether a value is there. */
export function coalesce(l: Lowering, tested: number, present: number, absent: number, start: number, end: number): void {
  const nothing = constant(l, LiteralKind.Null, 'null', start, end);
  branch(l, emit3(l, Kind.Binary, 0, NOT_EQUAL, tested, nothing, start, end), present, absent, start, end);
}

function comma(l: Lowering, node: ts.BinaryExpression): number {
  const operands = operandsOf(node);
  for (let index = 0; index < operands.length - 1; index++) effect(l, operands[index]);
  return value(l, operands[operands.length - 1]);
}

/** `a ? b : c ? d : e`: one phi. */
function conditional(l: Lowering, node: ts.ConditionalExpression): number {
  const start = startOf(l.text, node);
  const { end } = node;
  const join = newLabel(l);
  const base = l.top;
  let rest: ts.Expression = node;
  while (rest.kind === ConditionalExpression && l.top - base < 2 * MOST_ALTERNATIVES) {
    const { condition: test, whenTrue, whenFalse } = rest as ts.ConditionalExpression;
    const yes = newLabel(l);
    const no = newLabel(l);
    condition(l, test, yes, no);
    place(l, yes, 0, start);
    const result = value(l, whenTrue);
    push2(l, l.block, result);
    jump(l, join, end);
    place(l, no, 0, start);
    rest = withoutBrackets(whenFalse);
  }
  const result = value(l, rest);
  push2(l, l.block, result);
  place(l, join, 0, end);
  return phi(l, base, start, end);
}

export function phi(l: Lowering, base: number, start: number, end: number): number {
  return emitStack(l, Kind.Phi, 0, base, start, end);
}
