/** Constants, templates, arrays and object literals. */
import { ts } from '@ts-morph/common';
import { EntryKind, Kind, LiteralKind, NONE } from '../ir';
import { value } from './dispatch';
import type { Handlers } from './dispatch';
import { addFunction, namedValue } from './functions';
import { identifierText, startOf } from './positions';
import { emitMarkup, isMarkup } from './html-strings';
import { load } from './scopes';
import { emit1, emit2, emitStack, foldLongList, nameOf, push, push2, push3 } from './writer';
import type { Lowering } from './state';

const K = ts.SyntaxKind;
const { Identifier, PrivateIdentifier, ComputedPropertyName, SpreadElement, OmittedExpression } = K;
const { PropertyAssignment, ShorthandPropertyAssignment, SpreadAssignment, MethodDeclaration, GetAccessor, SetAccessor } = K;

export function constant(l: Lowering, literal: LiteralKind, text: string, start: number, end: number): number {
  return emit2(l, Kind.Const, 0, literal, nameOf(l, text), start, end);
}

const literalOf = (literal: LiteralKind) => (l: Lowering, node: ts.LiteralLikeNode) =>
  constant(l, literal, node.text, startOf(l.text, node), node.end);

/** A string; one of markup leaves its elements beside it. */
function text(l: Lowering, node: ts.LiteralLikeNode): number {
  const start = startOf(l.text, node);
  if (isMarkup(node.text)) emitMarkup(l, start + 1, node.end - 1, []);
  return constant(l, LiteralKind.String, node.text, start, node.end);
}

const keyword = (literal: LiteralKind, text: string) => (l: Lowering, node: ts.Node) =>
  constant(l, literal, text, node.end - text.length, node.end);

export const literalHandlers: Handlers<number> = [
  [K.StringLiteral, text],
  [K.NoSubstitutionTemplateLiteral, text],
  [K.NumericLiteral, literalOf(LiteralKind.Number)],
  [K.BigIntLiteral, literalOf(LiteralKind.BigInt)],
  [K.RegularExpressionLiteral, literalOf(LiteralKind.Regexp)],
  [K.TrueKeyword, keyword(LiteralKind.Boolean, 'true')],
  [K.FalseKeyword, keyword(LiteralKind.Boolean, 'false')],
  [K.NullKeyword, keyword(LiteralKind.Null, 'null')],
  [K.TemplateExpression, (l, node: ts.TemplateExpression) => template(l, node)],
  [K.ArrayLiteralExpression, array],
  [K.ObjectLiteralExpression, object],
];

/** The template's value; its substitutions' values are added to `substitutions` when given. */
export function template(l: Lowering, node: ts.TemplateLiteral, substitutions?: number[]): number {
  const start = startOf(l.text, node);
  const base = l.top;
  if (node.kind === K.NoSubstitutionTemplateLiteral) {
    push(l, nameOf(l, node.text ?? ''));
    if (isMarkup(node.text)) emitMarkup(l, start + 1, node.end - 1, []);
    return emitStack(l, Kind.Template, 0, base, start, node.end);
  }
  push(l, nameOf(l, node.head.text ?? ''));
  const values: number[] = [];
  let said = node.head.text;
  for (const span of node.templateSpans) {
    const substitution = value(l, span.expression);
    values.push(substitution);
    said += ` ${span.literal.text}`;
    push2(l, substitution, nameOf(l, span.literal.text ?? ''));
  }
  // The text at the end is no part of the pairs.
  const last = l.stack[--l.top];
  foldLongList(l, base, 2, [nameOf(l, '')]);
  push(l, last);
  substitutions?.push(...values);
  if (isMarkup(said)) emitMarkup(l, start + 1, node.end - 1, values);
  return emitStack(l, Kind.Template, 0, base, start, node.end);
}

function array(l: Lowering, node: ts.ArrayLiteralExpression): number {
  const base = l.top;
  for (const element of node.elements) {
    if (element.kind === OmittedExpression) push2(l, 0, NONE);
    else if (element.kind === SpreadElement) pushEntry(l, 1, value(l, (element as ts.SpreadElement).expression));
    else pushEntry(l, 0, value(l, element));
  }
  foldLongList(l, base, 2, [1]);
  return emitStack(l, Kind.Array, 0, base, startOf(l.text, node), node.end);
}

function pushEntry(l: Lowering, spread: number, entry: number): void {
  push2(l, spread, entry);
}

function object(l: Lowering, node: ts.ObjectLiteralExpression): number {
  const base = l.top;
  for (const property of node.properties) {
    switch (property.kind) {
      case PropertyAssignment:
        entry(l, property.name, property.initializer);
        break;
      case ShorthandPropertyAssignment: {
        const name = identifierText(property.name);
        const shorthand = load(l, name, property.name.end - name.length, property.name.end);
        push3(l, EntryKind.Static, nameOf(l, name), shorthand);
        break;
      }
      case SpreadAssignment: {
        const spread = value(l, property.expression);
        push3(l, EntryKind.Spread, NONE, spread);
        break;
      }
      case MethodDeclaration:
      case GetAccessor:
      case SetAccessor:
        member(l, property);
        break;
    }
  }
  foldLongList(l, base, 3, [EntryKind.Spread, NONE]);
  return emitStack(l, Kind.Object, 0, base, startOf(l.text, node), node.end);
}

function entry(l: Lowering, name: ts.PropertyName, initializer: ts.Expression): void {
  const key = staticKey(name);
  if (key === undefined) {
    const computed = value(l, (name as ts.ComputedPropertyName).expression);
    const content = value(l, initializer);
    push3(l, EntryKind.Computed, computed, content);
    return;
  }
  const content = namedValue(l, initializer, key);
  push3(l, EntryKind.Static, nameOf(l, key), content);
}

function member(l: Lowering, node: ts.MethodDeclaration | ts.AccessorDeclaration): void {
  const key = staticKey(node.name);
  const computed = key === undefined ? value(l, (node.name as ts.ComputedPropertyName).expression) : NONE;
  const kind = node.kind === MethodDeclaration ? 'method' : node.kind === GetAccessor ? 'getter' : 'setter';
  const closure = emit1(l, Kind.Closure, 0, addFunction(l, node, key ?? '', kind), startOf(l.text, node), node.end);
  if (key === undefined) return void push3(l, EntryKind.Computed, computed, closure);
  const entryKind = kind === 'method' ? EntryKind.Method : kind === 'getter' ? EntryKind.Getter : EntryKind.Setter;
  push3(l, entryKind, nameOf(l, key), closure);
}

/** Text of a property name that is written out, undefined when it is computed. */
export function staticKey(name: ts.PropertyName | ts.BindingName): string | undefined {
  if (name.kind === Identifier || name.kind === PrivateIdentifier) return identifierText(name as ts.Identifier);
  if (name.kind !== ComputedPropertyName) return (name as ts.StringLiteral).text ?? '';
  const { expression } = name as ts.ComputedPropertyName;
  return isPlainKey(expression) ? expression.text : undefined;
}

/** `o['x']` and `o[0]` are the members x and 0. */
export function isPlainKey(node: ts.Expression): node is ts.StringLiteral {
  return node.kind === K.StringLiteral || node.kind === K.NumericLiteral || node.kind === K.NoSubstitutionTemplateLiteral;
}
