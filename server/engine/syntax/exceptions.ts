/**
 * `try`: an edge leads from the first block and from every last block inside to the handler, as a branch without
 * condition. A `finally` is lowered once; from its end control goes on to wherever it was on its way to.
 */
import { ts } from '@ts-morph/common';
import { Kind, NONE } from '../ir';
import { branch, ensureOpen, jump, newLabel, place, placeIfReached } from './blocks';
import type { Handlers } from './dispatch';
import { exceptionEdge, leaveFinally, pushHandler } from './frames';
import { bind, declarePattern } from './patterns';
import { startOf } from './positions';
import { childScope } from './scopes';
import { block } from './statements';
import { emit0 } from './writer';
import type { Lowering } from './state';

export const exceptionHandlers: Handlers<void> = [[ts.SyntaxKind.TryStatement, tryStatement]];

function tryStatement(l: Lowering, node: ts.TryStatement): void {
  ensureOpen(l, node.pos);
  const { finallyBlock } = node;
  if (finallyBlock === undefined) return tryAndCatch(l, node);
  const start = startOf(l.text, finallyBlock);
  const entry = newLabel(l);
  const frame = pushHandler(l, 'finally', entry);
  tryAndCatch(l, node);
  l.frames.pop();
  const completes = l.open;
  if (completes) jump(l, entry, start);
  place(l, entry, 0, start);
  block(l, finallyBlock.statements);
  const after = newLabel(l);
  if (l.open) leaveFinally(l, frame, completes ? after : NONE, start, finallyBlock.end);
  placeIfReached(l, after, node.end);
}

function tryAndCatch(l: Lowering, { tryBlock, catchClause }: ts.TryStatement): void {
  const start = startOf(l.text, tryBlock);
  if (catchClause === undefined) {
    exceptionEdge(l, start);
    block(l, tryBlock.statements);
    if (l.open) exceptionEdge(l, tryBlock.end);
    return;
  }
  const handler = newLabel(l);
  const after = newLabel(l);
  pushHandler(l, 'try', handler);
  exceptionEdge(l, start);
  block(l, tryBlock.statements);
  l.frames.pop();
  if (l.open) branch(l, NONE, after, handler, tryBlock.end, tryBlock.end);
  place(l, handler, 0, catchClause.pos);
  catchBody(l, catchClause);
  placeIfReached(l, after, catchClause.end);
}

function catchBody(l: Lowering, node: ts.CatchClause): void {
  const outer = l.scope;
  l.scope = childScope(l);
  const { variableDeclaration } = node;
  const start = variableDeclaration === undefined ? node.pos : startOf(l.text, variableDeclaration);
  const caught = emit0(l, Kind.Catch, 0, start, variableDeclaration?.end ?? start);
  if (variableDeclaration !== undefined) {
    declarePattern(l, variableDeclaration.name, 'catch');
    bind(l, variableDeclaration.name, caught);
  }
  // What is thrown in here leaves through the `finally`, when there is one.
  exceptionEdge(l, start);
  block(l, node.block.statements);
  if (l.open) exceptionEdge(l, node.end);
  l.scope = outer;
}
