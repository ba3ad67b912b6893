/** Assignments to names and members, `++`, and `delete`. */
import { ts } from '@ts-morph/common';
import { Flag, Kind, LiteralKind, NONE, OPERATORS } from '../ir';
import { branch, newLabel, place } from './blocks';
import { exportAssignment } from './commonjs';
import { value } from './dispatch';
import { mayCall } from './effects';
import { operatorOf } from './expressions';
import { namedValue } from './functions';
import { constant, isPlainKey } from './literals';
import { coalesce, phi } from './logic';
import { assignTo } from './patterns';
import { identifierText, startOf, unwrapped } from './positions';
import { load, store } from './scopes';
import { emit2, emit3, nameOf, push4 } from './writer';
import type { Lowering } from './state';

const K = ts.SyntaxKind;
const { Identifier, PropertyAccessExpression, ElementAccessExpression } = K;

const compound: number[] = [];
for (const [token, operator] of [
  [K.PlusEqualsToken, '+'],
  [K.MinusEqualsToken, '-'],
  [K.AsteriskEqualsToken, '*'],
  [K.SlashEqualsToken, '/'],
  [K.PercentEqualsToken, '%'],
  [K.AsteriskAsteriskEqualsToken, '**'],
  [K.AmpersandEqualsToken, '&'],
  [K.BarEqualsToken, '|'],
  [K.CaretEqualsToken, '^'],
  [K.LessThanLessThanEqualsToken, '<<'],
  [K.GreaterThanGreaterThanEqualsToken, '>>'],
  [K.GreaterThanGreaterThanGreaterThanEqualsToken, '>>>'],
] as const) {
  compound[token] = OPERATORS.indexOf(operator);
}

export type Member = ts.PropertyAccessExpression | ts.ElementAccessExpression;

/** Where an assignment goes: a name, or a member whose object and key are evaluated. */
interface Reference {
  name: ts.Identifier | undefined;
  object: number;
  key: number;
  flags: number;
}

/** `target = right`; the value of the right side. */
export function assign(l: Lowering, node: ts.BinaryExpression): number {
  const target = unwrapped(node.left);
  if (target.kind === Identifier) {
    const name = identifierText(target as ts.Identifier);
    const right = namedValue(l, node.right, name);
    store(l, name, right, target.end - name.length, target.end);
    return right;
  }
  if (isMember(target)) {
    const exported = exportAssignment(l, target, node);
    if (exported !== NONE) return exported;
    const to = reference(l, target);
    const right = namedValue(l, node.right, memberName(target));
    write(l, to, right, startOf(l.text, node), node.end);
    return right;
  }
  const right = value(l, node.right);
  assignTo(l, target, right);
  return right;
}

/** `target += right` and its kin, `target ||= right` and its kin. */
export function compoundAssign(l: Lowering, node: ts.BinaryExpression): number {
  const target = unwrapped(node.left);
  const operator = node.operatorToken.kind;
  const start = startOf(l.text, node);
  const to = reference(l, target);
  const before = read(l, to, target);
  if (operator === K.QuestionQuestionEqualsToken && !mayCall(node.right)) {
    const either = emit2(l, Kind.Otherwise, 0, before, namedValue(l, node.right, memberName(target)), start, node.end);
    write(l, to, either, start, node.end);
    return either;
  }
  const binary = compound[operator];
  if (binary !== undefined) {
    const after = emit3(l, Kind.Binary, 0, binary, before, value(l, node.right), start, node.end);
    write(l, to, after, start, node.end);
    return after;
  }
  return logicalAssign(l, node, to, before, start);
}

function logicalAssign(l: Lowering, node: ts.BinaryExpression, to: Reference, before: number, start: number): number {
  const assigning = newLabel(l);
  const join = newLabel(l);
  const operator = node.operatorToken.kind;
  const { end } = node;
  let kept = before;
  if (operator === K.AmpersandAmpersandEqualsToken) {
    kept = constant(l, LiteralKind.Boolean, 'false', start, end);
    branch(l, before, assigning, join, start, end);
  } else if (operator === K.BarBarEqualsToken) branch(l, before, join, assigning, start, end);
  else coalesce(l, before, join, assigning, start, end);
  const from = l.block;
  place(l, assigning, 0, start);
  const right = namedValue(l, node.right, memberName(node.left));
  write(l, to, right, start, end);
  const base = l.top;
  push4(l, from, kept, l.block, right);
  place(l, join, 0, end);
  return phi(l, base, start, end);
}

/** `++` and `--`. */
export function update(
  l: Lowering,
  node: ts.PrefixUnaryExpression | ts.PostfixUnaryExpression,
  plus: boolean,
  postfix: boolean,
): number {
  const target = unwrapped(node.operand);
  const start = startOf(l.text, node);
  const to = reference(l, target);
  const before = read(l, to, target);
  const one = constant(l, LiteralKind.Number, '1', start, node.end);
  const operator = operatorOf[plus ? K.PlusToken : K.MinusToken];
  const after = emit3(l, Kind.Binary, 0, operator, before, one, start, node.end);
  write(l, to, after, start, node.end);
  return postfix ? before : after;
}

/** Emits `delete o.x` without its result; false when the operand is no member. */
export function deleteMember(l: Lowering, node: ts.DeleteExpression): boolean {
  const target = unwrapped(node.expression);
  if (!isMember(target)) return false;
  const { object, key, flags } = reference(l, target);
  emit3(l, Kind.Set, flags | Flag.Delete, object, key, NONE, startOf(l.text, node), node.end);
  return true;
}

/** Assigns a value to a member. */
export function setMember(l: Lowering, target: Member, content: number): void {
  write(l, reference(l, target), content, startOf(l.text, target), target.end);
}

export const isMember = (node: ts.Node): node is Member =>
  node.kind === PropertyAccessExpression || node.kind === ElementAccessExpression;

/** The name a function gets from being assigned here. */
function memberName(target: ts.Node): string {
  if (target.kind === Identifier) return identifierText(target as ts.Identifier);
  if (target.kind === PropertyAccessExpression) return identifierText((target as ts.PropertyAccessExpression).name);
  if (target.kind !== ElementAccessExpression) return '';
  const { argumentExpression } = target as ts.ElementAccessExpression;
  return isPlainKey(argumentExpression) ? argumentExpression.text : '';
}

function reference(l: Lowering, target: ts.Node): Reference {
  if (target.kind === Identifier) return { name: target as ts.Identifier, object: NONE, key: NONE, flags: 0 };
  if (target.kind === PropertyAccessExpression) {
    const { expression, name } = target as ts.PropertyAccessExpression;
    const object = value(l, expression);
    return { name: undefined, object, key: nameOf(l, identifierText(name)), flags: 0 };
  }
  if (target.kind === ElementAccessExpression) {
    const { expression, argumentExpression } = target as ts.ElementAccessExpression;
    const object = value(l, expression);
    if (isPlainKey(argumentExpression)) return { name: undefined, object, key: nameOf(l, argumentExpression.text), flags: 0 };
    return { name: undefined, object, key: value(l, argumentExpression), flags: Flag.Computed };
  }
  // Broken source: nothing that can be assigned to.
  return { name: undefined, object: value(l, target), key: nameOf(l, ''), flags: 0 };
}

function read(l: Lowering, { name, object, key, flags }: Reference, target: ts.Node): number {
  const start = startOf(l.text, target);
  if (name !== undefined) return load(l, identifierText(name), start, target.end);
  return emit2(l, Kind.Get, flags, object, key, start, target.end);
}

function write(l: Lowering, { name, object, key, flags }: Reference, content: number, start: number, end: number): void {
  if (name === undefined) return void emit3(l, Kind.Set, flags, object, key, content, start, end);
  const text = identifierText(name);
  store(l, text, content, name.end - text.length, name.end);
}
