/** Statements other than loops, `switch` and `try`. */
import { ts } from '@ts-morph/common';
import { Flag, Kind, LiteralKind, NONE } from '../ir';
import { ensureOpen, jump, newLabel, placeIfReached } from './blocks';
import { lowerClass } from './classes';
import { condition } from './conditions';
import { opaque, statement, value } from './dispatch';
import type { Handlers } from './dispatch';
import { effect } from './effects';
import { exportDefault, exportVariables, noteExport } from './exports';
import { leaveTo, leaveWithReturn, leaveWithThrow, pushTarget } from './frames';
import { namedValue } from './functions';
import { hoist } from './hoist';
import { dynamicImport, importAlias } from './imports';
import { constant } from './literals';
import { ambient, isAmbient, lowerEnum, lowerNamespace } from './namespaces';
import { givenTo, isInput } from './inputs';
import { bind, withDefault } from './patterns';
import { identifierText, startOf, withoutBrackets } from './positions';
import { addSlot, annotateSlot, childScope, resolve, store } from './scopes';
import { aliasShape, interfaceShape } from './shapes';
import { term } from './types';
import { emit2, emit3 } from './writer';
import type { Lowering } from './state';

const K = ts.SyntaxKind;
const { Identifier, IfStatement } = K;
const nothing = (): void => {};

export const statementHandlers: Handlers<void> = [
  [K.VariableStatement, variableStatement],
  [K.ExpressionStatement, expressionStatement],
  [K.ReturnStatement, returnStatement],
  [K.ThrowStatement, (l, node: ts.ThrowStatement) => opened(l, node, throwStatement)],
  [K.IfStatement, (l, node: ts.IfStatement) => opened(l, node, ifStatement)],
  [K.Block, (l, node: ts.Block) => block(l, node.statements)],
  [K.BreakStatement, jumpStatement],
  [K.ContinueStatement, jumpStatement],
  [K.LabeledStatement, labeledStatement],
  [K.WithStatement, withStatement],
  [K.ClassDeclaration, (l, node: ts.ClassDeclaration) => opened(l, node, classDeclaration)],
  [K.EnumDeclaration, (l, node: ts.EnumDeclaration) => opened(l, node, lowerEnum)],
  [K.ModuleDeclaration, (l, node: ts.ModuleDeclaration) => opened(l, node, lowerNamespace)],
  [K.InterfaceDeclaration, interfaceShape],
  [K.TypeAliasDeclaration, aliasShape],
  [K.ExportAssignment, (l, node: ts.ExportAssignment) => opened(l, node, exportDefault)],
  // Defined when their block begins, or only read for names.
  [K.FunctionDeclaration, nothing],
  [K.EmptyStatement, nothing],
  [K.DebuggerStatement, nothing],
  [K.ImportDeclaration, nothing],
  [K.ImportEqualsDeclaration, (l, node: ts.ImportEqualsDeclaration) => opened(l, node, importAlias)],
  [K.ExportDeclaration, nothing],
  [K.NamespaceExportDeclaration, nothing],
  [K.MissingDeclaration, nothing],
];

export function statementList(l: Lowering, statements: ts.NodeArray<ts.Statement> | ts.Statement[]): void {
  for (const each of statements) statement(l, each);
}

/** A statement list with names of its own. */
export function block(l: Lowering, statements: ts.NodeArray<ts.Statement>): void {
  if (statements.length === 0) return;
  const outer = l.scope;
  l.scope = childScope(l);
  ensureOpen(l, statements.pos);
  hoist(l, statements);
  statementList(l, statements);
  l.scope = outer;
}

function opened<N extends ts.Node>(l: Lowering, node: N, lower: (l: Lowering, node: N) => void): void {
  ensureOpen(l, node.pos);
  lower(l, node);
}

function expressionStatement(l: Lowering, node: ts.ExpressionStatement): void {
  ensureOpen(l, node.pos);
  effect(l, node.expression);
}

function variableStatement(l: Lowering, node: ts.VariableStatement): void {
  ensureOpen(l, node.pos);
  variables(l, node.declarationList, isAmbient(node), isInput(l, node));
  if (node.modifiers !== undefined) exportVariables(l, node);
}

export function variables(l: Lowering, list: ts.VariableDeclarationList, isAmbient: boolean, isInput = false): void {
  for (const declaration of list.declarations) {
    if (isAmbient) ambient(l, declaration.name, declaration);
    else if (isInput && declaration.name.kind === Identifier) input(l, declaration, list.flags);
    else variable(l, declaration, list.flags);
  }
}

/** `export let user: T = none` says what `let { user = none }: { user: T } = $props()` does. */
function input(l: Lowering, declaration: ts.VariableDeclaration, flags: ts.NodeFlags): void {
  const { name, type, initializer } = declaration;
  const start = startOf(l.text, declaration);
  const text = identifierText(name as ts.Identifier);
  const annotation = type === undefined ? NONE : term(l, type);
  const given = givenTo(l, text, start, name.end);
  define(l, declaration, withDefault(l, given, initializer, name), annotation, text, start, flags);
}

function variable(l: Lowering, declaration: ts.VariableDeclaration, flags: ts.NodeFlags): void {
  const { name, type, initializer } = declaration;
  const text = name.kind === Identifier ? identifierText(name) : '';
  const start = startOf(l.text, declaration);
  const annotation = type === undefined ? NONE : term(l, type);
  if (initializer === undefined) {
    // `var x;` leaves the variable as it is.
    if ((flags & ts.NodeFlags.BlockScoped) === 0 && annotation === NONE) return;
    const silent = constant(l, LiteralKind.Undefined, 'undefined', start, declaration.end);
    return define(l, declaration, silent, annotation, text, start, flags);
  }
  define(l, declaration, initial(l, initializer, text), annotation, text, start, flags);
}

function initial(l: Lowering, initializer: ts.Expression, name: string): number {
  const inner = withoutBrackets(initializer);
  if (inner.kind === K.CallExpression) {
    const imported = dynamicImport(l, inner as ts.CallExpression, name);
    if (imported !== NONE) return imported;
  }
  return namedValue(l, initializer, name);
}

function define(
  l: Lowering,
  { name, end }: ts.VariableDeclaration,
  content: number,
  annotation: number,
  text: string,
  start: number,
  flags: number,
): void {
  const typed = annotation === NONE ? content : emit2(l, Kind.Cast, Flag.Annotation, content, annotation, start, end);
  if (text === '') return bind(l, name, typed);
  store(l, text, typed, name.end - text.length, name.end);
  if (annotation !== NONE && (flags & ts.NodeFlags.Const) === 0) annotateSlot(l, resolve(l, text), annotation);
}

function returnStatement(l: Lowering, node: ts.ReturnStatement): void {
  ensureOpen(l, node.pos);
  const result = node.expression === undefined ? NONE : value(l, node.expression);
  leaveWithReturn(l, result, startOf(l.text, node), node.end);
}

function throwStatement(l: Lowering, node: ts.ThrowStatement): void {
  leaveWithThrow(l, value(l, node.expression), startOf(l.text, node), node.end);
}

function ifStatement(l: Lowering, node: ts.IfStatement): void {
  const after = newLabel(l);
  let rest: ts.Statement | undefined = node;
  while (rest !== undefined && rest.kind === IfStatement) {
    const { expression, thenStatement, elseStatement } = rest as ts.IfStatement;
    ensureOpen(l, rest.pos);
    const yes = newLabel(l);
    const no = elseStatement === undefined ? after : newLabel(l);
    condition(l, expression, yes, no);
    placeIfReached(l, yes, thenStatement.pos);
    statement(l, thenStatement);
    if (l.open) jump(l, after, thenStatement.end);
    if (elseStatement !== undefined) placeIfReached(l, no, elseStatement.pos);
    rest = elseStatement;
  }
  if (rest !== undefined) statement(l, rest);
  placeIfReached(l, after, node.end);
}

function jumpStatement(l: Lowering, node: ts.BreakStatement | ts.ContinueStatement): void {
  ensureOpen(l, node.pos);
  const name = node.label === undefined ? undefined : identifierText(node.label);
  leaveTo(l, node.kind === K.ContinueStatement, name, startOf(l.text, node));
}

function labeledStatement(l: Lowering, node: ts.LabeledStatement): void {
  ensureOpen(l, node.pos);
  l.pendingLabels.push(identifierText(node.label));
  if (takesLabels(node.statement)) return statement(l, node.statement);
  const after = newLabel(l);
  pushTarget(l, after, NONE, false);
  statement(l, node.statement);
  l.frames.pop();
  placeIfReached(l, after, node.end);
}

function takesLabels({ kind }: ts.Statement): boolean {
  if (kind === K.ForStatement || kind === K.ForOfStatement || kind === K.ForInStatement) return true;
  return kind === K.WhileStatement || kind === K.DoStatement || kind === K.SwitchStatement || kind === K.LabeledStatement;
}

/** Which names the object of a `with` provides is unknown: it is evaluated, the body read as if it were plain. */
function withStatement(l: Lowering, node: ts.WithStatement): void {
  ensureOpen(l, node.pos);
  opaque(l, node.expression);
  statement(l, node.statement);
}

function classDeclaration(l: Lowering, node: ts.ClassDeclaration): void {
  const name = node.name === undefined ? '' : identifierText(node.name);
  const made = lowerClass(l, node, name === '' ? 'default' : name);
  const slot = name === '' ? addSlot(l, 'default', 'synthetic') : resolve(l, name);
  if (name === '') emit3(l, Kind.Store, 0, slot, made, NONE, startOf(l.text, node), node.end);
  else store(l, name, made, node.name!.end - name.length, node.name!.end);
  noteExport(l, node, name, slot, l.classes[l.code[l.at[l.first + made] + 1]].shape);
}
