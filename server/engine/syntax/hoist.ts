/** Declarations of a block, before its statements are lowered. */
import { ts } from '@ts-morph/common';
import { Flag, Kind, NONE } from '../ir';
import { personalOf } from './comments';
import { noteExport } from './exports';
import { addFunction } from './functions';
import { ambient, isAmbient } from './namespaces';
import { declarePattern } from './patterns';
import { identifierText, startOf } from './positions';
import { addSlot, declare } from './scopes';
import { emit1, emit3 } from './writer';
import type { Lowering } from './state';

const K = ts.SyntaxKind;
const { VariableStatement, FunctionDeclaration, ClassDeclaration, EnumDeclaration, ModuleDeclaration } = K;
const { Const, Let, Using, AwaitUsing } = ts.NodeFlags;
const BLOCK_SCOPED = Const | Let | Using | AwaitUsing;

type Statements = ts.NodeArray<ts.Statement> | ts.Statement[];

/** Declares the block-scoped names of a statement list, and defines its functions. */
export function hoist(l: Lowering, statements: Statements): void {
  let functions = false;
  for (const statement of statements) {
    switch (statement.kind) {
      case VariableStatement:
        declareVariables(l, (statement as ts.VariableStatement).declarationList, statement);
        break;
      case FunctionDeclaration:
        functions = true;
        declareNamed(l, (statement as ts.FunctionDeclaration).name, 'function');
        break;
      case ClassDeclaration:
        declareNamed(l, (statement as ts.ClassDeclaration).name, 'class');
        break;
      case EnumDeclaration:
        declareNamed(l, (statement as ts.EnumDeclaration).name, 'const');
        break;
      case K.ImportEqualsDeclaration: {
        const { name, moduleReference } = statement as ts.ImportEqualsDeclaration;
        if (moduleReference.kind !== K.ExternalModuleReference) declareNamed(l, name, 'const');
        break;
      }
      case ModuleDeclaration: {
        const { name, body } = statement as ts.ModuleDeclaration;
        if (name.kind === K.Identifier && body !== undefined && !isAmbient(statement)) declareNamed(l, name, 'const');
        break;
      }
    }
  }
  if (!functions) return;
  for (const statement of statements) {
    if (statement.kind === FunctionDeclaration) defineFunction(l, statement as ts.FunctionDeclaration);
  }
}

export function declareVariables(l: Lowering, list: ts.VariableDeclarationList, statement: ts.Node): void {
  const flags = list.flags & BLOCK_SCOPED;
  if (flags === 0) return;
  const kind = flags === Let ? 'let' : 'const';
  let first = true;
  for (const declaration of list.declarations) {
    declarePattern(l, declaration.name, kind, personalOf(l, first ? statement : declaration));
    first = false;
  }
}

/** Declares the `var`s below a statement list in the current function's scope. */
export function hoistVariables(l: Lowering, statements: Statements): void {
  if (!l.hasVar) return;
  const waiting: ts.Node[] = [...statements].reverse();
  const push = (node: ts.Node | undefined): void => {
    if (node !== undefined) waiting.push(node);
  };
  while (waiting.length > 0) {
    const node = waiting.pop()!;
    switch (node.kind) {
      case VariableStatement:
        declareVar(l, (node as ts.VariableStatement).declarationList, node);
        break;
      case K.VariableDeclarationList:
        declareVar(l, node as ts.VariableDeclarationList, node);
        break;
      case K.IfStatement:
        push((node as ts.IfStatement).elseStatement);
        push((node as ts.IfStatement).thenStatement);
        break;
      case K.ForStatement:
      case K.ForInStatement:
      case K.ForOfStatement:
        push((node as ts.ForStatement).statement);
        push((node as ts.ForStatement).initializer);
        break;
      case K.WhileStatement:
      case K.DoStatement:
      case K.LabeledStatement:
      case K.WithStatement:
        push((node as ts.IterationStatement).statement);
        break;
      case K.TryStatement: {
        const { tryBlock, catchClause, finallyBlock } = node as ts.TryStatement;
        push(finallyBlock);
        push(catchClause?.block);
        push(tryBlock);
        break;
      }
      case K.SwitchStatement:
        for (const clause of (node as ts.SwitchStatement).caseBlock.clauses) for (const inner of clause.statements) push(inner);
        break;
      case K.Block:
        for (const inner of (node as ts.Block).statements) push(inner);
        break;
    }
  }
}

function declareVar(l: Lowering, list: ts.VariableDeclarationList, statement: ts.Node): void {
  if ((list.flags & BLOCK_SCOPED) !== 0) return;
  const personal = personalOf(l, statement);
  for (const declaration of list.declarations) declarePattern(l, declaration.name, 'var', personal);
}

function declareNamed(l: Lowering, name: ts.Identifier | undefined, kind: 'function' | 'class' | 'const'): void {
  if (name !== undefined) declare(l, identifierText(name), kind);
}

function defineFunction(l: Lowering, node: ts.FunctionDeclaration): void {
  const name = node.name === undefined ? '' : identifierText(node.name);
  if (node.body === undefined) {
    // An overload says nothing that its implementation does not; `declare function` is all there is.
    if (name === '' || !isAmbient(node)) return;
    ambient(l, node.name!, node);
    noteExport(l, node, name, declare(l, name, 'function'), NONE);
    return;
  }
  const index = addFunction(l, node, name === '' ? 'default' : name, 'function');
  const closure = emit1(l, Kind.Closure, Flag.Declaration, index, startOf(l.text, node), node.end);
  const slot = name === '' ? addSlot(l, 'default', 'synthetic') : declare(l, name, 'function');
  const [start, end] = name === '' ? [startOf(l.text, node), node.end] : [node.name!.end - name.length, node.name!.end];
  emit3(l, Kind.Store, 0, slot, closure, NONE, start, end);
  noteExport(l, node, name, slot, NONE);
}
