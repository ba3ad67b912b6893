/** Loops and `switch`. */
import { ts } from '@ts-morph/common';
import { Flag, Kind, NONE, OPERATORS } from '../ir';
import { branch, ensureOpen, jump, newLabel, place, placeIfReached } from './blocks';
import { condition } from './conditions';
import { statement, value } from './dispatch';
import type { Handlers } from './dispatch';
import { effect } from './effects';
import { pushTarget } from './frames';
import { declareVariables, hoist } from './hoist';
import { assignTo, bind } from './patterns';
import { startOf } from './positions';
import { childScope } from './scopes';
import { statementList, variables } from './statements';
import { emit1, emit3 } from './writer';
import type { Lowering } from './state';

const K = ts.SyntaxKind;
const { VariableDeclarationList, DefaultClause, TrueKeyword } = K;
const SAME = OPERATORS.indexOf('===');

export const loopHandlers: Handlers<void> = [
  [K.WhileStatement, whileStatement],
  [K.DoStatement, doStatement],
  [K.ForStatement, forStatement],
  [K.ForOfStatement, (l, node: ts.ForOfStatement) => forEach(l, node, node.awaitModifier === undefined ? 0 : Flag.Await)],
  [K.ForInStatement, (l, node: ts.ForInStatement) => forEach(l, node, Flag.In)],
  [K.SwitchStatement, switchStatement],
];

/** Begins a loop's header; `endHeader` with what this returns takes the loop flag away when no edge came back. */
function beginHeader(l: Lowering, header: number, start: number): number {
  place(l, header, Flag.Loop, start);
  return l.labelEdges[header];
}

function endHeader(l: Lowering, header: number, edgesBefore: number): void {
  if (l.labelEdges[header] === edgesBefore) l.code[l.at[l.first + l.labelBlock[header]]] &= ~(Flag.Loop << 8);
}

function body(l: Lowering, node: ts.Statement, after: number, next: number): void {
  pushTarget(l, after, next, true);
  statement(l, node);
  l.frames.pop();
}

function whileStatement(l: Lowering, node: ts.WhileStatement): void {
  ensureOpen(l, node.pos);
  const header = newLabel(l);
  const inside = newLabel(l);
  const after = newLabel(l);
  const edges = beginHeader(l, header, node.pos);
  condition(l, node.expression, inside, after);
  placeIfReached(l, inside, node.statement.pos);
  body(l, node.statement, after, header);
  if (l.open) jump(l, header, node.end);
  endHeader(l, header, edges);
  placeIfReached(l, after, node.end);
}

function doStatement(l: Lowering, node: ts.DoStatement): void {
  ensureOpen(l, node.pos);
  const header = newLabel(l);
  const next = newLabel(l);
  const after = newLabel(l);
  const edges = beginHeader(l, header, node.pos);
  body(l, node.statement, after, next);
  placeIfReached(l, next, node.expression.pos);
  if (l.open) condition(l, node.expression, header, after);
  endHeader(l, header, edges);
  placeIfReached(l, after, node.end);
}

function forStatement(l: Lowering, node: ts.ForStatement): void {
  ensureOpen(l, node.pos);
  const outer = l.scope;
  l.scope = childScope(l);
  if (node.initializer !== undefined) initialise(l, node.initializer);
  const header = newLabel(l);
  const inside = newLabel(l);
  const next = newLabel(l);
  const after = newLabel(l);
  const edges = beginHeader(l, header, node.pos);
  if (node.condition === undefined) jump(l, inside, node.pos);
  else condition(l, node.condition, inside, after);
  placeIfReached(l, inside, node.statement.pos);
  body(l, node.statement, after, next);
  placeIfReached(l, next, node.end);
  if (l.open) {
    if (node.incrementor !== undefined) effect(l, node.incrementor);
    jump(l, header, node.end);
  }
  endHeader(l, header, edges);
  placeIfReached(l, after, node.end);
  l.scope = outer;
}

function initialise(l: Lowering, node: ts.ForInitializer): void {
  if (node.kind !== VariableDeclarationList) return effect(l, node as ts.Expression);
  const list = node as ts.VariableDeclarationList;
  declareVariables(l, list, list);
  variables(l, list, false);
}

/** `for…of` and `for…in`: whether there is one more element is no value, so the branch has no condition. */
function forEach(l: Lowering, node: ts.ForInOrOfStatement, flags: number): void {
  ensureOpen(l, node.pos);
  const outer = l.scope;
  const container = value(l, node.expression);
  l.scope = childScope(l);
  const header = newLabel(l);
  const inside = newLabel(l);
  const after = newLabel(l);
  const edges = beginHeader(l, header, node.pos);
  const { initializer } = node;
  const start = startOf(l.text, initializer);
  branch(l, NONE, inside, after, start, initializer.end);
  place(l, inside, 0, start);
  const element = emit1(l, Kind.Iter, flags, container, start, initializer.end);
  if (initializer.kind === VariableDeclarationList) {
    const list = initializer as ts.VariableDeclarationList;
    declareVariables(l, list, list);
    if (list.declarations.length > 0) bind(l, list.declarations[0].name, element);
  } else assignTo(l, initializer as ts.Expression, element);
  body(l, node.statement, after, header);
  if (l.open) jump(l, header, node.end);
  endHeader(l, header, edges);
  placeIfReached(l, after, node.end);
  l.scope = outer;
}

/** A chain of `===`, in order; `switch (true)` is a chain of conditions. */
function switchStatement(l: Lowering, node: ts.SwitchStatement): void {
  ensureOpen(l, node.pos);
  const isChain = node.expression.kind === TrueKeyword;
  const subject = isChain ? NONE : value(l, node.expression);
  const outer = l.scope;
  l.scope = childScope(l);
  const { clauses } = node.caseBlock;
  const after = newLabel(l);
  const targets: number[] = [];
  for (const clause of clauses) {
    hoist(l, clause.statements);
    targets.push(newLabel(l));
  }
  let otherwise = after;
  for (let index = 0; index < clauses.length; index++) {
    const clause = clauses[index];
    if (clause.kind === DefaultClause) {
      otherwise = targets[index];
      continue;
    }
    const { expression } = clause as ts.CaseClause;
    const next = newLabel(l);
    if (isChain) condition(l, expression, targets[index], next);
    else {
      const start = startOf(l.text, expression);
      const tested = value(l, expression);
      branch(
        l,
        emit3(l, Kind.Binary, 0, SAME, subject, tested, start, expression.end),
        targets[index],
        next,
        start,
        expression.end,
      );
    }
    place(l, next, 0, clause.pos);
  }
  jump(l, otherwise, node.end);
  pushTarget(l, after, NONE, true);
  for (let index = 0; index < clauses.length; index++) {
    placeIfReached(l, targets[index], clauses[index].pos);
    statementList(l, clauses[index].statements);
  }
  l.frames.pop();
  placeIfReached(l, after, node.end);
  l.scope = outer;
}
