/** Destructuring, in declarations and in assignments. */
import { ts } from '@ts-morph/common';
import { Flag, Kind } from '../ir';
import type { SlotIR } from '../ir';
import { isMember, setMember } from './assignments';
import { tooDeep, value } from './dispatch';
import { namedValue } from './functions';
import { staticKey } from './literals';
import { identifierText, startOf, unwrapped } from './positions';
import { declare, store } from './scopes';
import { emit2, emitStack, nameOf, push } from './writer';
import type { Lowering } from './state';

const K = ts.SyntaxKind;
const { Identifier, ObjectBindingPattern, OmittedExpression, BinaryExpression, EqualsToken, SpreadElement } = K;
const { ObjectLiteralExpression, ArrayLiteralExpression, PropertyAssignment, ShorthandPropertyAssignment, SpreadAssignment } = K;

/** Declares every name of a pattern in the current scope. */
export function declarePattern(l: Lowering, name: ts.BindingName, kind: SlotIR['kind'], personal?: string | null): void {
  if (name.kind === Identifier) return void declare(l, identifierText(name as ts.Identifier), kind, personal);
  if (tooDeep(l)) return;
  l.depth++;
  for (const element of (name as ts.BindingPattern).elements) {
    if (element.kind !== OmittedExpression) declarePattern(l, element.name, kind, personal);
  }
  l.depth--;
}

/** Takes a value apart into the declared names of a pattern. */
export function bind(l: Lowering, name: ts.BindingName, content: number): void {
  if (name.kind === Identifier) {
    const text = identifierText(name as ts.Identifier);
    return store(l, text, content, name.end - text.length, name.end);
  }
  if (tooDeep(l)) return;
  l.depth++;
  if (name.kind === ObjectBindingPattern) bindObject(l, name as ts.ObjectBindingPattern, content);
  else bindArray(l, name as ts.ArrayBindingPattern, content);
  l.depth--;
}

function bindObject(l: Lowering, pattern: ts.ObjectBindingPattern, content: number): void {
  const taken: string[] = [];
  for (const element of pattern.elements) {
    if (element.dotDotDotToken !== undefined) {
      bind(l, element.name, objectRest(l, content, taken, element));
      continue;
    }
    const part = takeMember(l, content, element.propertyName ?? (element.name as ts.Identifier), element, taken);
    bind(l, element.name, withDefault(l, part, element.initializer, element.name));
  }
}

function bindArray(l: Lowering, pattern: ts.ArrayBindingPattern, content: number): void {
  let index = -1;
  for (const element of pattern.elements) {
    index++;
    if (element.kind === OmittedExpression) continue;
    const { dotDotDotToken, name, initializer } = element as ts.BindingElement;
    const part = takeElement(l, content, index, dotDotDotToken !== undefined, element);
    bind(l, name, withDefault(l, part, initializer, name));
  }
}

/** Assigns a value to a name, a member or a pattern written as a literal. */
export function assignTo(l: Lowering, node: ts.Expression, content: number): void {
  const target = unwrapped(node);
  if (target.kind === Identifier) {
    const text = identifierText(target as ts.Identifier);
    return store(l, text, content, target.end - text.length, target.end);
  }
  if (isMember(target)) return setMember(l, target, content);
  if (tooDeep(l)) return;
  l.depth++;
  if (target.kind === BinaryExpression) assignWithDefault(l, target as ts.BinaryExpression, content);
  else if (target.kind === ObjectLiteralExpression) assignObject(l, target as ts.ObjectLiteralExpression, content);
  else if (target.kind === ArrayLiteralExpression) assignArray(l, target as ts.ArrayLiteralExpression, content);
  else value(l, target);
  l.depth--;
}

function assignWithDefault(l: Lowering, node: ts.BinaryExpression, content: number): void {
  if (node.operatorToken.kind !== EqualsToken) return void value(l, node);
  assignTo(l, node.left, withDefault(l, content, node.right, node.left));
}

function assignObject(l: Lowering, node: ts.ObjectLiteralExpression, content: number): void {
  const taken: string[] = [];
  for (const property of node.properties) {
    if (property.kind === SpreadAssignment) assignTo(l, property.expression, objectRest(l, content, taken, property));
    else if (property.kind === PropertyAssignment) {
      assignTo(l, property.initializer, takeMember(l, content, property.name, property, taken));
    } else if (property.kind === ShorthandPropertyAssignment) {
      const part = takeMember(l, content, property.name, property, taken);
      assignTo(l, property.name, withDefault(l, part, property.objectAssignmentInitializer, property.name));
    }
  }
}

function assignArray(l: Lowering, node: ts.ArrayLiteralExpression, content: number): void {
  let index = -1;
  for (const element of node.elements) {
    index++;
    if (element.kind === OmittedExpression) continue;
    const rest = element.kind === SpreadElement;
    const part = takeElement(l, content, index, rest, element);
    assignTo(l, rest ? (element as ts.SpreadElement).expression : element, part);
  }
}

function takeMember(l: Lowering, content: number, name: ts.PropertyName, element: ts.Node, taken: string[]): number {
  const key = staticKey(name);
  const start = startOf(l.text, element);
  if (key === undefined) {
    const computed = value(l, (name as ts.ComputedPropertyName).expression);
    return emit2(l, Kind.Get, Flag.Computed, content, computed, start, element.end);
  }
  taken.push(key);
  return emit2(l, Kind.Get, 0, content, nameOf(l, key), start, element.end);
}

function takeElement(l: Lowering, content: number, index: number, rest: boolean, element: ts.Node): number {
  const start = startOf(l.text, element);
  if (rest) return emit2(l, Kind.Rest, Flag.Array, content, index, start, element.end);
  return emit2(l, Kind.Get, 0, content, nameOf(l, String(index)), start, element.end);
}

function objectRest(l: Lowering, content: number, taken: string[], element: ts.Node): number {
  const base = l.top;
  push(l, content);
  for (const key of taken) push(l, nameOf(l, key));
  return emitStack(l, Kind.Rest, 0, base, startOf(l.text, element), element.end);
}

/** The value, or what stands in for it when it is undefined. */
export function withDefault(l: Lowering, content: number, initializer: ts.Expression | undefined, target: ts.Node): number {
  if (initializer === undefined) return content;
  const name = target.kind === Identifier ? identifierText(target as ts.Identifier) : '';
  const instead = namedValue(l, initializer, name);
  return emit2(l, Kind.Otherwise, Flag.Default, content, instead, startOf(l.text, initializer), initializer.end);
}
