/** Types as written become terms. */
import { ts } from '@ts-morph/common';
import { LiteralKind, NONE, Term } from '../ir';
import { tooDeep } from './dispatch';
import { identifierText } from './positions';
import { inlineShape } from './shapes';
import { larger, nameOf, push, push2 } from './writer';
import type { Lowering } from './state';

const K = ts.SyntaxKind;
type Handler = (l: Lowering, node: ts.TypeNode) => number;
/** A handler takes the node type that belongs to its kind. */
type TypeHandlers = [ts.SyntaxKind, (l: Lowering, node: never) => number][];

const handlers: Handler[] = new Array(500).fill(unknownTerm);
for (const [kind, text] of [
  [K.StringKeyword, 'string'],
  [K.NumberKeyword, 'number'],
  [K.BooleanKeyword, 'boolean'],
  [K.BigIntKeyword, 'bigint'],
  [K.SymbolKeyword, 'symbol'],
  [K.AnyKeyword, 'any'],
  [K.UnknownKeyword, 'unknown'],
  [K.NeverKeyword, 'never'],
  [K.VoidKeyword, 'void'],
  [K.UndefinedKeyword, 'undefined'],
  [K.ObjectKeyword, 'object'],
  [K.ThisType, 'this'],
] as const) {
  handlers[kind] = (l) => plain(l, Term.Primitive, nameOf(l, text));
}
for (const [kind, handler] of [
  [K.TypeReference, (l, node: ts.TypeReferenceNode) => reference(l, entityText(node.typeName), node.typeArguments)],
  [K.ExpressionWithTypeArguments, (l, node: ts.ExpressionWithTypeArguments) => heritageTerm(l, node)],
  [K.ArrayType, (l, node: ts.ArrayTypeNode) => compose(l, Term.Array, [node.elementType])],
  [K.TupleType, (l, node: ts.TupleTypeNode) => compose(l, Term.Tuple, node.elements)],
  [K.NamedTupleMember, (l, node: ts.NamedTupleMember) => term(l, node.type)],
  [K.OptionalType, (l, node: ts.OptionalTypeNode) => term(l, node.type)],
  [K.RestType, (l, node: ts.RestTypeNode) => term(l, node.type)],
  [K.ParenthesizedType, (l, node: ts.ParenthesizedTypeNode) => term(l, node.type)],
  [K.UnionType, (l, node: ts.UnionTypeNode) => compose(l, Term.Union, node.types)],
  [K.IntersectionType, (l, node: ts.IntersectionTypeNode) => compose(l, Term.Intersection, node.types)],
  [K.LiteralType, literalTerm],
  [K.TypeLiteral, (l, node: ts.TypeLiteralNode) => plain(l, Term.Object, inlineShape(l, node))],
  [K.FunctionType, (l, node: ts.FunctionTypeNode) => functionTerm(l, node)],
  [K.ConstructorType, (l, node: ts.ConstructorTypeNode) => functionTerm(l, node)],
  [K.TypeQuery, (l, node: ts.TypeQueryNode) => typeofTerm(l, entityText(node.exprName))],
  [K.TypeOperator, operatorTerm],
  [K.IndexedAccessType, (l, node: ts.IndexedAccessTypeNode) => compose(l, Term.Indexed, [node.objectType, node.indexType])],
  [K.MappedType, mappedTerm],
  [K.ConditionalType, conditionalTerm],
] as TypeHandlers) {
  handlers[kind] = handler as Handler;
}

/** Index of the term that a type is written as. */
export function term(l: Lowering, node: ts.TypeNode): number {
  if (tooDeep(l)) return unknownTerm(l);
  l.depth++;
  const result = handlers[node.kind](l, node);
  l.depth--;
  return result;
}

function unknownTerm(l: Lowering): number {
  return plain(l, Term.Opaque, NONE);
}

/** A term of at most one operand, written once per operand. */
function plain(l: Lowering, kind: Term, operand: number): number {
  const key = kind * 0x4000000 + operand;
  const known = l.plainTerms.get(key);
  if (known !== undefined) return known;
  const base = l.top;
  if (operand !== NONE) push(l, operand);
  const added = writeTerm(l, kind, base);
  l.plainTerms.set(key, added);
  return added;
}

/** Writes a term with the stack from `base` on as operands. */
function writeTerm(l: Lowering, kind: Term, base: number): number {
  const { stack, top } = l;
  const operands = top - base;
  if (l.termsSize + operands + 1 > l.terms.length) l.terms = larger(l.terms, l.termsSize + operands + 1);
  if (l.termCount + 2 > l.termStart.length) l.termStart = larger(l.termStart, l.termCount + 2);
  l.termStart[l.termCount] = l.termsSize;
  l.terms[l.termsSize++] = kind;
  for (let index = base; index < top; index++) l.terms[l.termsSize++] = stack[index];
  l.top = base;
  l.termStart[l.termCount + 1] = l.termsSize;
  return l.termCount++;
}

function compose(l: Lowering, kind: Term, parts: readonly ts.TypeNode[]): number {
  const base = l.top;
  pushTerms(l, parts);
  return writeTerm(l, kind, base);
}

function pushTerms(l: Lowering, parts: readonly ts.TypeNode[]): void {
  for (const part of parts) {
    const written = term(l, part);
    push(l, written);
  }
}

function reference(l: Lowering, name: string, typeArguments: readonly ts.TypeNode[] | undefined): number {
  if (typeArguments === undefined) return plain(l, Term.Reference, nameOf(l, name));
  const base = l.top;
  push(l, nameOf(l, name));
  pushTerms(l, typeArguments);
  return writeTerm(l, Term.Reference, base);
}

/** `extends Base<T>`: the name, when the expression is one. */
export function heritageTerm(l: Lowering, node: ts.ExpressionWithTypeArguments): number {
  const name = accessText(node.expression);
  return name === '' ? unknownTerm(l) : reference(l, name, node.typeArguments);
}

function accessText(node: ts.Expression): string {
  if (node.kind === K.Identifier) return identifierText(node as ts.Identifier);
  if (node.kind !== K.PropertyAccessExpression) return '';
  const { expression, name } = node as ts.PropertyAccessExpression;
  const left = accessText(expression);
  return left === '' ? '' : `${left}.${identifierText(name)}`;
}

function entityText(node: ts.EntityName | ts.ImportTypeNode): string {
  if (node.kind === K.Identifier) return identifierText(node);
  if (node.kind !== K.QualifiedName) return '';
  return `${entityText(node.left)}.${identifierText(node.right)}`;
}

/** `typeof guests.$inferSelect`: each part is a name by itself as well, which a file that imports it may not mention otherwise. */
function typeofTerm(l: Lowering, text: string): number {
  for (const part of text.split('.')) nameOf(l, part);
  return plain(l, Term.TypeofValue, nameOf(l, text));
}

function literalTerm(l: Lowering, { literal }: ts.LiteralTypeNode): number {
  switch (literal.kind) {
    case K.NullKeyword:
      return plain(l, Term.Primitive, nameOf(l, 'null'));
    case K.TrueKeyword:
      return literalOf(l, LiteralKind.Boolean, 'true');
    case K.FalseKeyword:
      return literalOf(l, LiteralKind.Boolean, 'false');
    case K.NumericLiteral:
      return literalOf(l, LiteralKind.Number, literal.text);
    case K.BigIntLiteral:
      return literalOf(l, LiteralKind.BigInt, literal.text);
    case K.StringLiteral:
    case K.NoSubstitutionTemplateLiteral:
      return literalOf(l, LiteralKind.String, (literal as ts.StringLiteral).text);
    case K.PrefixUnaryExpression:
      return literalOf(l, LiteralKind.Number, `-${((literal as ts.PrefixUnaryExpression).operand as ts.NumericLiteral).text}`);
    default:
      return unknownTerm(l);
  }
}

function literalOf(l: Lowering, kind: LiteralKind, text: string): number {
  const base = l.top;
  push2(l, kind, nameOf(l, text));
  return writeTerm(l, Term.Literal, base);
}

export function functionTerm(l: Lowering, node: ts.SignatureDeclaration): number {
  const base = l.top;
  const returns = node.type === undefined ? NONE : term(l, node.type);
  push(l, returns);
  for (const { type, name } of node.parameters) {
    if (name.kind === K.Identifier && name.escapedText === 'this') continue;
    const parameter = type === undefined ? unknownTerm(l) : term(l, type);
    push(l, parameter);
  }
  return writeTerm(l, Term.Function, base);
}

function operatorTerm(l: Lowering, node: ts.TypeOperatorNode): number {
  if (node.operator === K.ReadonlyKeyword) return term(l, node.type);
  if (node.operator === K.KeyOfKeyword) return compose(l, Term.Keyof, [node.type]);
  return unknownTerm(l);
}

function mappedTerm(l: Lowering, node: ts.MappedTypeNode): number {
  const base = l.top;
  const { constraint } = node.typeParameter;
  const key = constraint === undefined ? unknownTerm(l) : term(l, constraint);
  const content = node.type === undefined ? NONE : term(l, node.type);
  push2(l, key, content);
  return writeTerm(l, Term.Mapped, base);
}

/** The branches of a conditional type, however long the chain. */
function conditionalTerm(l: Lowering, node: ts.ConditionalTypeNode): number {
  const base = l.top;
  let rest: ts.TypeNode = node;
  while (rest.kind === K.ConditionalType) {
    const taken = term(l, (rest as ts.ConditionalTypeNode).trueType);
    push(l, taken);
    rest = (rest as ts.ConditionalTypeNode).falseType;
  }
  const last = term(l, rest);
  push(l, last);
  return writeTerm(l, Term.Conditional, base);
}

export function typeParameterNames(parameters: readonly ts.TypeParameterDeclaration[] | undefined): string[] {
  return parameters === undefined ? [] : parameters.map((parameter) => identifierText(parameter.name));
}
