/** Binary operators, and everything that decides: `&&`, `||`, `??`, `?:` and conditions. */
import { ts } from '@ts-morph/common';
import { Kind, LiteralKind, OPERATORS } from '../ir';
import { assign, compoundAssign, deleteMember } from './assignments';
import { branch, jump, newLabel, place } from './blocks';
import { tooDeep, value } from './dispatch';
import type { Handlers } from './dispatch';
import { operatorOf } from './expressions';
import { constant } from './literals';
import { startOf, withoutBrackets } from './positions';
import { emit2, emit3, emitStack } from './writer';
import type { Lowering } from './writer';

const K = ts.SyntaxKind;
const { BinaryExpression, ConditionalExpression, PrefixUnaryExpression, ExclamationToken, TrueKeyword, FalseKeyword } = K;
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

/** Operands of a chain of one operator, in order. */
function operandsOf(node: ts.BinaryExpression): ts.Expression[] {
  const operator = node.operatorToken.kind;
  const operands: ts.Expression[] = [];
  let rest: ts.Expression = node;
  while (rest.kind === BinaryExpression && (rest as ts.BinaryExpression).operatorToken.kind === operator) {
    operands.push((rest as ts.BinaryExpression).right);
    rest = (rest as ts.BinaryExpression).left;
  }
  operands.push(rest);
  return operands.reverse();
}

/** Only falsy content passes on the short way, hence a constant. */
function and(l: Lowering, node: ts.BinaryExpression): number {
  const operands = operandsOf(node);
  const start = startOf(l.text, node);
  const { end } = node;
  const join = newLabel(l);
  const base = l.stack.length;
  const last = operands.length - 1;
  if (last === 1 && !decidesInside(operands[0])) {
    const falsy = constant(l, LiteralKind.Boolean, 'false', start, end);
    const right = newLabel(l);
    condition(l, operands[0], right, join);
    l.stack.push(l.block, falsy);
    place(l, right, 0, start);
    const result = value(l, operands[1]);
    l.stack.push(l.block, result);
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
  l.stack.push(l.block, falsy, from, result);
  place(l, join, 0, end);
  return phi(l, base, start, end);
}

function or(l: Lowering, node: ts.BinaryExpression): number {
  const operands = operandsOf(node);
  const start = startOf(l.text, node);
  const { end } = node;
  const base = l.stack.length;
  let join = newLabel(l);
  let result = value(l, operands[0]);
  for (let index = 1; index < operands.length; index++) {
    if (l.stack.length - base >= 2 * MOST_ALTERNATIVES) {
      l.stack.push(l.block, result);
      place(l, join, 0, start);
      result = phi(l, base, start, end);
      join = newLabel(l);
    }
    const next = newLabel(l);
    branch(l, result, join, next, start, end);
    l.stack.push(l.block, result);
    place(l, next, 0, start);
    result = value(l, operands[index]);
  }
  l.stack.push(l.block, result);
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
    const [join, right] = [newLabel(l), newLabel(l)];
    coalesce(l, result, join, right, start, operand.end);
    const base = l.stack.length;
    l.stack.push(l.block, result);
    place(l, right, 0, start);
    result = value(l, operand);
    l.stack.push(l.block, result);
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
  const base = l.stack.length;
  let rest: ts.Expression = node;
  while (rest.kind === ConditionalExpression && l.stack.length - base < 2 * MOST_ALTERNATIVES) {
    const { condition: test, whenTrue, whenFalse } = rest as ts.ConditionalExpression;
    const [yes, no] = [newLabel(l), newLabel(l)];
    condition(l, test, yes, no);
    place(l, yes, 0, start);
    const result = value(l, whenTrue);
    l.stack.push(l.block, result);
    jump(l, join, end);
    place(l, no, 0, start);
    rest = withoutBrackets(whenFalse);
  }
  const result = value(l, rest);
  l.stack.push(l.block, result);
  place(l, join, 0, end);
  return phi(l, base, start, end);
}

export function phi(l: Lowering, base: number, start: number, end: number): number {
  return emitStack(l, Kind.Phi, 0, base, start, end);
}

/** Lowers a condition straight into its two targets. */
export function condition(l: Lowering, node: ts.Expression, whenTrue: number, whenFalse: number): void {
  let tested = withoutBrackets(node);
  let [yes, no] = [whenTrue, whenFalse];
  while (tested.kind === PrefixUnaryExpression && (tested as ts.PrefixUnaryExpression).operator === ExclamationToken) {
    tested = withoutBrackets((tested as ts.PrefixUnaryExpression).operand);
    [yes, no] = [no, yes];
  }
  if (tested.kind === TrueKeyword) return jump(l, yes, tested.end);
  if (tested.kind === FalseKeyword) return jump(l, no, tested.end);
  if (tested.kind === BinaryExpression && !tooDeep(l)) {
    const operator = (tested as ts.BinaryExpression).operatorToken.kind;
    if (operator === AmpersandAmpersandToken || operator === BarBarToken) {
      return connected(l, tested as ts.BinaryExpression, operator === AmpersandAmpersandToken, yes, no);
    }
  }
  const decided = value(l, tested);
  branch(l, decided, yes, no, startOf(l.text, tested), tested.end);
}

function connected(l: Lowering, node: ts.BinaryExpression, isAnd: boolean, yes: number, no: number): void {
  const operands = operandsOf(node);
  l.depth++;
  for (let index = 0; index < operands.length - 1; index++) {
    const next = newLabel(l);
    condition(l, operands[index], isAnd ? next : yes, isAnd ? no : next);
    place(l, next, 0, operands[index].end);
  }
  condition(l, operands[operands.length - 1], yes, no);
  l.depth--;
}

/** Lowers an expression whose value nobody uses. */
export function effect(l: Lowering, node: ts.Expression): void {
  const inner = withoutBrackets(node);
  if (tooDeep(l)) return void value(l, inner);
  l.depth++;
  if (inner.kind === BinaryExpression) binaryEffect(l, inner as ts.BinaryExpression);
  else if (inner.kind === ConditionalExpression) conditionalEffect(l, inner as ts.ConditionalExpression);
  else if (inner.kind === K.VoidExpression) effect(l, (inner as ts.VoidExpression).expression);
  else if (inner.kind !== K.DeleteExpression || !deleteMember(l, inner as ts.DeleteExpression)) value(l, inner);
  l.depth--;
}

function binaryEffect(l: Lowering, node: ts.BinaryExpression): void {
  const operator = node.operatorToken.kind;
  if (operator === CommaToken) {
    for (const operand of operandsOf(node)) effect(l, operand);
    return;
  }
  if (operator !== AmpersandAmpersandToken && operator !== BarBarToken) return void value(l, node);
  const operands = operandsOf(node);
  const after = newLabel(l);
  for (let index = 0; index < operands.length - 1; index++) {
    const next = newLabel(l);
    const isAnd = operator === AmpersandAmpersandToken;
    condition(l, operands[index], isAnd ? next : after, isAnd ? after : next);
    place(l, next, 0, operands[index].end);
  }
  effect(l, operands[operands.length - 1]);
  place(l, after, 0, node.end);
}

function conditionalEffect(l: Lowering, node: ts.ConditionalExpression): void {
  const [yes, no, after] = [newLabel(l), newLabel(l), newLabel(l)];
  condition(l, node.condition, yes, no);
  place(l, yes, 0, node.end);
  effect(l, node.whenTrue);
  jump(l, after, node.end);
  place(l, no, 0, node.end);
  effect(l, node.whenFalse);
  place(l, after, 0, node.end);
}

/** Whether the condition is itself made of conditions, or constant. */
function decidesInside(node: ts.Expression): boolean {
  let tested = withoutBrackets(node);
  while (tested.kind === PrefixUnaryExpression && (tested as ts.PrefixUnaryExpression).operator === ExclamationToken) {
    tested = withoutBrackets((tested as ts.PrefixUnaryExpression).operand);
  }
  if (tested.kind === TrueKeyword || tested.kind === FalseKeyword) return true;
  if (tested.kind !== BinaryExpression) return false;
  const operator = (tested as ts.BinaryExpression).operatorToken.kind;
  return operator === AmpersandAmpersandToken || operator === BarBarToken;
}

const RUNS = new Set<ts.SyntaxKind>([
  K.CallExpression, K.NewExpression, K.TaggedTemplateExpression, K.AwaitExpression, K.YieldExpression, K.DeleteExpression,
  K.PostfixUnaryExpression,
]);
const HOLDS_CODE = new Set<ts.SyntaxKind>([K.ArrowFunction, K.FunctionExpression, K.ClassExpression]);
const MOST_SEARCHED = 200;

/** Whether evaluating the expression can do something (or it is too large to tell). */
export function mayCall(node: ts.Expression): boolean {
  const waiting: ts.Node[] = [node];
  const push = (child: ts.Node): void => void waiting.push(child);
  for (let visited = 0; waiting.length > 0; visited++) {
    const next = waiting.pop()!;
    if (RUNS.has(next.kind) || visited > MOST_SEARCHED) return true;
    if (next.kind === BinaryExpression && isAssignment((next as ts.BinaryExpression).operatorToken.kind)) return true;
    if (next.kind === PrefixUnaryExpression && isUpdate((next as ts.PrefixUnaryExpression).operator)) return true;
    if (!HOLDS_CODE.has(next.kind)) ts.forEachChild(next, push);
  }
  return false;
}

const isAssignment = (token: ts.SyntaxKind): boolean => token >= K.FirstAssignment && token <= K.LastAssignment;
const isUpdate = (token: ts.SyntaxKind): boolean => token === K.PlusPlusToken || token === K.MinusMinusToken;
