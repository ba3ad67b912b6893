/** Names, members, operators and the other expressions that need no block of their own. */
import { ts } from '@ts-morph/common';
import { Flag, Kind, LiteralKind, NONE, OPERATORS } from '../ir';
import { value } from './dispatch';
import type { Handlers } from './dispatch';
import { deleteMember, update } from './assignments';
import { constant, isPlainKey } from './literals';
import { identifierText, startOf } from './positions';
import { term } from './types';
import { emit0, emit1, emit2, nameOf } from './writer';
import type { Lowering } from './state';

const K = ts.SyntaxKind;
const { PlusPlusToken, MinusMinusToken, TypeReference } = K;

/** OPERATORS index by token kind. */
export const operatorOf: number[] = [];
for (const [token, operator] of [
  [K.EqualsEqualsEqualsToken, '==='],
  [K.ExclamationEqualsEqualsToken, '!=='],
  [K.EqualsEqualsToken, '=='],
  [K.ExclamationEqualsToken, '!='],
  [K.LessThanToken, '<'],
  [K.GreaterThanToken, '>'],
  [K.LessThanEqualsToken, '<='],
  [K.GreaterThanEqualsToken, '>='],
  [K.InKeyword, 'in'],
  [K.InstanceOfKeyword, 'instanceof'],
  [K.PlusToken, '+'],
  [K.MinusToken, '-'],
  [K.AsteriskToken, '*'],
  [K.SlashToken, '/'],
  [K.PercentToken, '%'],
  [K.AsteriskAsteriskToken, '**'],
  [K.AmpersandToken, '&'],
  [K.BarToken, '|'],
  [K.CaretToken, '^'],
  [K.LessThanLessThanToken, '<<'],
  [K.GreaterThanGreaterThanToken, '>>'],
  [K.GreaterThanGreaterThanGreaterThanToken, '>>>'],
  [K.ExclamationToken, '!'],
  [K.TildeToken, '~'],
] as const) {
  operatorOf[token] = OPERATORS.indexOf(operator);
}
const TYPEOF = OPERATORS.indexOf('typeof');
const VOID = OPERATORS.indexOf('void');
const DELETE = OPERATORS.indexOf('delete');

export const expressionHandlers: Handlers<number> = [
  [
    K.PrivateIdentifier,
    (l, node: ts.PrivateIdentifier) => constant(l, LiteralKind.String, identifierText(node), node.pos, node.end),
  ],
  [K.ThisKeyword, (l, node: ts.Node) => keyword(l, node, 0, 4)],
  [K.SuperKeyword, (l, node: ts.Node) => keyword(l, node, Flag.Super, 5)],
  [K.ImportKeyword, (l, node: ts.Node) => emit1(l, Kind.Global, 0, nameOf(l, 'import'), node.end - 6, node.end)],
  [K.PropertyAccessExpression, propertyAccess],
  [K.ElementAccessExpression, elementAccess],
  [K.ParenthesizedExpression, (l, node: ts.ParenthesizedExpression) => value(l, node.expression)],
  [K.NonNullExpression, (l, node: ts.NonNullExpression) => value(l, node.expression)],
  [K.PartiallyEmittedExpression, (l, node: ts.ParenthesizedExpression) => value(l, node.expression)],
  [K.ExpressionWithTypeArguments, (l, node: ts.ExpressionWithTypeArguments) => value(l, node.expression)],
  [K.AsExpression, (l, node: ts.AsExpression) => cast(l, node, Flag.As)],
  [K.TypeAssertionExpression, (l, node: ts.TypeAssertion) => cast(l, node, Flag.As)],
  [K.SatisfiesExpression, (l, node: ts.SatisfiesExpression) => cast(l, node, Flag.Satisfies)],
  [K.PrefixUnaryExpression, prefix],
  [K.PostfixUnaryExpression, (l, node: ts.PostfixUnaryExpression) => update(l, node, node.operator === PlusPlusToken, true)],
  [K.TypeOfExpression, (l, node: ts.TypeOfExpression) => unary(l, node, node.expression, TYPEOF)],
  [K.VoidExpression, (l, node: ts.VoidExpression) => unary(l, node, node.expression, VOID)],
  [K.DeleteExpression, deletion],
  [
    K.AwaitExpression,
    (l, node: ts.AwaitExpression) => emit1(l, Kind.Await, 0, value(l, node.expression), startOf(l.text, node), node.end),
  ],
  [K.YieldExpression, yielded],
  [K.MetaProperty, metaProperty],
  [K.OmittedExpression, (l, node: ts.OmittedExpression) => constant(l, LiteralKind.Undefined, 'undefined', node.pos, node.end)],
  // Only broken source has a spread here.
  [K.SpreadElement, (l, node: ts.SpreadElement) => value(l, node.expression)],
];

function keyword(l: Lowering, node: ts.Node, flags: number, length: number): number {
  return emit0(l, Kind.This, flags, node.end - length, node.end);
}

function propertyAccess(l: Lowering, node: ts.PropertyAccessExpression): number {
  const object = value(l, node.expression);
  const flags = node.questionDotToken === undefined ? 0 : Flag.Optional;
  return emit2(l, Kind.Get, flags, object, nameOf(l, identifierText(node.name)), startOf(l.text, node), node.end);
}

function elementAccess(l: Lowering, node: ts.ElementAccessExpression): number {
  const object = value(l, node.expression);
  const flags = node.questionDotToken === undefined ? 0 : Flag.Optional;
  const { argumentExpression: key } = node;
  const start = startOf(l.text, node);
  if (isPlainKey(key)) return emit2(l, Kind.Get, flags, object, nameOf(l, key.text), start, node.end);
  return emit2(l, Kind.Get, flags | Flag.Computed, object, value(l, key), start, node.end);
}

function cast(l: Lowering, node: ts.AsExpression | ts.TypeAssertion | ts.SatisfiesExpression, flags: number): number {
  const content = value(l, node.expression);
  if (isConst(node.type)) return content;
  return emit2(l, Kind.Cast, flags, content, term(l, node.type), startOf(l.text, node), node.end);
}

/** `as const` says nothing about what the value is. */
function isConst(type: ts.TypeNode): boolean {
  if (type.kind !== TypeReference) return false;
  return ((type as ts.TypeReferenceNode).typeName as ts.Identifier).escapedText === 'const';
}

function prefix(l: Lowering, node: ts.PrefixUnaryExpression): number {
  const { operator, operand } = node;
  if (operator === PlusPlusToken || operator === MinusMinusToken) return update(l, node, operator === PlusPlusToken, false);
  if (operator === K.MinusToken && operand.kind === K.NumericLiteral) {
    return constant(l, LiteralKind.Number, `-${(operand as ts.NumericLiteral).text}`, startOf(l.text, node), node.end);
  }
  return unary(l, node, operand, operatorOf[operator]);
}

function unary(l: Lowering, node: ts.Node, operand: ts.Expression, operator: number): number {
  return emit2(l, Kind.Unary, 0, operator, value(l, operand), startOf(l.text, node), node.end);
}

function deletion(l: Lowering, node: ts.DeleteExpression): number {
  if (!deleteMember(l, node)) return unary(l, node, node.expression, DELETE);
  return constant(l, LiteralKind.Boolean, 'true', startOf(l.text, node), node.end);
}

function yielded(l: Lowering, node: ts.YieldExpression): number {
  const content = node.expression === undefined ? NONE : value(l, node.expression);
  return emit1(l, Kind.Await, Flag.Yield, content, startOf(l.text, node), node.end);
}

/** `import.meta` and `new.target`. */
function metaProperty(l: Lowering, node: ts.MetaProperty): number {
  const start = startOf(l.text, node);
  const root = emit1(l, Kind.Global, 0, nameOf(l, node.keywordToken === K.ImportKeyword ? 'import' : 'new'), start, node.end);
  return emit2(l, Kind.Get, 0, root, nameOf(l, identifierText(node.name)), start, node.end);
}
