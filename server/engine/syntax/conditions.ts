/** Conditions: lowered straight into the blocks they lead to. */
import { ts } from '@ts-morph/common';
import { branch, jump, newLabel, place } from './blocks';
import { tooDeep, value } from './dispatch';
import { startOf, withoutBrackets } from './positions';
import type { Lowering } from './state';

const { BinaryExpression, PrefixUnaryExpression, ExclamationToken, TrueKeyword, FalseKeyword } = ts.SyntaxKind;
const { AmpersandAmpersandToken, BarBarToken } = ts.SyntaxKind;

/** Lowers a condition straight into its two targets. */
export function condition(l: Lowering, node: ts.Expression, whenTrue: number, whenFalse: number): void {
  let tested = withoutBrackets(node);
  let negated = false;
  while (tested.kind === PrefixUnaryExpression && (tested as ts.PrefixUnaryExpression).operator === ExclamationToken) {
    tested = withoutBrackets((tested as ts.PrefixUnaryExpression).operand);
    negated = !negated;
  }
  const yes = negated ? whenFalse : whenTrue;
  const no = negated ? whenTrue : whenFalse;
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

/** Whether the condition is itself made of conditions, or constant. */
export function decidesInside(node: ts.Expression): boolean {
  let tested = withoutBrackets(node);
  while (tested.kind === PrefixUnaryExpression && (tested as ts.PrefixUnaryExpression).operator === ExclamationToken) {
    tested = withoutBrackets((tested as ts.PrefixUnaryExpression).operand);
  }
  if (tested.kind === TrueKeyword || tested.kind === FalseKeyword) return true;
  if (tested.kind !== BinaryExpression) return false;
  const operator = (tested as ts.BinaryExpression).operatorToken.kind;
  return operator === AmpersandAmpersandToken || operator === BarBarToken;
}

/** Operands of a chain of one operator, in order. */
export function operandsOf(node: ts.BinaryExpression): ts.Expression[] {
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
