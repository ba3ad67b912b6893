/** Enums, namespaces and ambient declarations. */
import { ts } from '@ts-morph/common';
import { EntryKind, Flag, Kind, LiteralKind, NONE } from '../ir';
import type { MemberIR } from '../ir';
import { statement, value } from './dispatch';
import { boundNames, hasModifier, noteExport } from './exports';
import { hoist, hoistVariables } from './hoist';
import { constant, staticKey } from './literals';
import { identifierText, startOf } from './positions';
import { childScope, declare, load, resolve, store } from './scopes';
import { addShape } from './shapes';
import { statementList } from './statements';
import { functionTerm, term } from './types';
import { emit1, emit2, emit3, emitStack, nameOf, push3 } from './writer';
import type { Lowering } from './state';

const K = ts.SyntaxKind;

// Set by the parser inside `declare` and in declaration files, though its types do not say so.
const { Ambient } = ts.NodeFlags as unknown as { Ambient: number };

export const isAmbient = (node: ts.Node): boolean => (node.flags & Ambient) !== 0;

/** `declare const x: T` and `declare function f(): T`: what the host provides, with the type as written. */
export function ambient(l: Lowering, name: ts.BindingName, node: ts.VariableDeclaration | ts.FunctionDeclaration): void {
  if (name.kind !== K.Identifier) return;
  const text = identifierText(name);
  const start = name.end - text.length;
  let given = emit1(l, Kind.Global, 0, nameOf(l, text), start, name.end);
  if (node.kind === K.FunctionDeclaration) given = annotated(l, given, functionTerm(l, node), node);
  else if (node.type !== undefined) given = annotated(l, given, term(l, node.type), node);
  store(l, text, given, start, name.end);
}

function annotated(l: Lowering, given: number, type: number, node: ts.Node): number {
  return emit2(l, Kind.Cast, Flag.Annotation, given, type, startOf(l.text, node), node.end);
}

/** An enum is a shape and, at run time, an object. */
export function lowerEnum(l: Lowering, node: ts.EnumDeclaration): void {
  const name = identifierText(node.name);
  const [start, end] = [node.name.end - name.length, node.name.end];
  const shape = addShape(l, 'enum', name, start, end);
  const base = l.top;
  let next: number | undefined = 0;
  for (const { name: memberName, initializer, pos, end: memberEnd } of node.members) {
    const key = staticKey(memberName) ?? '';
    const memberStart = startOf(l.text, memberName);
    const added: MemberIR = {
      name: key,
      term: NONE,
      optional: false,
      static: true,
      method: false,
      start: memberStart,
      end: memberName.end,
    };
    let content: number;
    if (initializer === undefined) {
      content = constant(l, LiteralKind.Number, next === undefined ? 'NaN' : String(next), pos, memberEnd);
      next = next === undefined ? undefined : next + 1;
    } else {
      content = value(l, initializer);
      const literal = literalText(initializer);
      if (literal !== undefined) added.value = literal;
      next = initializer.kind === K.NumericLiteral ? Number(literal) + 1 : undefined;
    }
    l.shapes[shape].members.push(added);
    push3(l, EntryKind.Static, nameOf(l, key), content);
  }
  const object = emitStack(l, Kind.Object, 0, base, startOf(l.text, node), node.end);
  const slot = resolve(l, name);
  store(l, name, object, start, end);
  noteExport(l, node, name, slot, shape);
}

function literalText(node: ts.Expression): string | undefined {
  if (node.kind === K.StringLiteral || node.kind === K.NumericLiteral || node.kind === K.NoSubstitutionTemplateLiteral) {
    return (node as ts.LiteralExpression).text;
  }
  return undefined;
}

/** A namespace is a block whose exported names become the members of an object. */
export function lowerNamespace(l: Lowering, node: ts.ModuleDeclaration): void {
  const { body, name } = node;
  if (body === undefined) return;
  const outerPrefix = l.shapePrefix;
  const isGlobal = (node.flags & ts.NodeFlags.GlobalAugmentation) !== 0;
  if (!isGlobal) l.shapePrefix += name.kind === K.Identifier ? `${identifierText(name)}.` : `"${name.text}".`;
  if (isAmbient(node) || name.kind !== K.Identifier) shapesOnly(l, body);
  else if (body.kind === K.ModuleBlock || body.kind === K.ModuleDeclaration) {
    const text = identifierText(name);
    const slot = resolve(l, text);
    const merges = slot >= 0 && ['function', 'class'].includes(l.functions[l.function].slots[slot]?.kind ?? '');
    members(l, body, merges ? text : undefined, name);
    l.shapePrefix = outerPrefix;
    noteExport(l, node, text, slot, NONE);
  }
  l.shapePrefix = outerPrefix;
}

function shapesOnly(l: Lowering, body: ts.ModuleDeclaration['body']): void {
  if (body?.kind === K.ModuleDeclaration) return statement(l, body);
  if (body?.kind !== K.ModuleBlock) return;
  for (const each of body.statements) {
    const { kind } = each;
    if (kind === K.InterfaceDeclaration || kind === K.TypeAliasDeclaration || kind === K.ModuleDeclaration) statement(l, each);
  }
}

function members(l: Lowering, body: ts.ModuleBlock | ts.ModuleDeclaration, onto: string | undefined, name: ts.Identifier): void {
  const outer = l.scope;
  l.scope = childScope(l);
  const statements: readonly ts.Statement[] = body.kind === K.ModuleBlock ? body.statements : [body as ts.NamespaceDeclaration];
  hoistVariables(l, [...statements]);
  hoist(l, [...statements]);
  if (body.kind === K.ModuleDeclaration) declare(l, (body.name as ts.Identifier).text, 'const');
  statementList(l, [...statements]);
  const base = l.top;
  for (const exported of body.kind === K.ModuleBlock ? exportedNames(statements) : [(body.name as ts.Identifier).text]) {
    const loaded = load(l, exported, name.end, name.end);
    if (onto === undefined) push3(l, EntryKind.Static, nameOf(l, exported), loaded);
    else emit3(l, Kind.Set, 0, load(l, onto, name.pos, name.end), nameOf(l, exported), loaded, name.pos, name.end);
  }
  l.scope = outer;
  if (onto !== undefined) return;
  const text = identifierText(name);
  store(l, text, emitStack(l, Kind.Object, 0, base, name.end - text.length, name.end), name.end - text.length, name.end);
}

function exportedNames(statements: readonly ts.Statement[]): string[] {
  const names: string[] = [];
  for (const each of statements) {
    if (!hasModifier(each, K.ExportKeyword)) continue;
    if (each.kind === K.VariableStatement) {
      for (const { name } of (each as ts.VariableStatement).declarationList.declarations) boundNames(name, names);
      continue;
    }
    if (each.kind === K.InterfaceDeclaration || each.kind === K.TypeAliasDeclaration) continue;
    const { name } = each as ts.FunctionDeclaration;
    // A module named by a string is no member.
    if (name?.kind === K.Identifier) names.push(identifierText(name));
  }
  return names;
}
