/** Expressions that are only run, and whether running one can do anything. */
import { ts } from '@ts-morph/common';
import { deleteMember } from './assignments';
import { jump, newLabel, place } from './blocks';
import { condition, operandsOf } from './conditions';
import { tooDeep, value } from './dispatch';
import { withoutBrackets } from './positions';
import type { Lowering } from './state';

const K = ts.SyntaxKind;
const { BinaryExpression, ConditionalExpression, PrefixUnaryExpression } = K;
const { AmpersandAmpersandToken, BarBarToken, CommaToken } = K;

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
  const yes = newLabel(l);
  const no = newLabel(l);
  const after = newLabel(l);
  condition(l, node.condition, yes, no);
  place(l, yes, 0, node.end);
  effect(l, node.whenTrue);
  jump(l, after, node.end);
  place(l, no, 0, node.end);
  effect(l, node.whenFalse);
  place(l, after, 0, node.end);
}

const RUNS = new Set<ts.SyntaxKind>([
  K.CallExpression,
  K.NewExpression,
  K.TaggedTemplateExpression,
  K.AwaitExpression,
  K.YieldExpression,
  K.DeleteExpression,
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
