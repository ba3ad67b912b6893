/** From a node to the function that lowers its kind. The tables are filled once, by `lower.ts`. */
import { ts } from '@ts-morph/common';
import { Kind, LiteralKind } from '../ir';
import { ensureOpen } from './blocks';
import { identifierText, startOf } from './positions';
import { UNBOUND, load, resolve } from './scopes';
import { emit2, emitStack, nameOf, push } from './writer';
import type { Lowering } from './state';

type Handler<Result> = (l: Lowering, node: ts.Node) => Result;
/** A handler takes the node type that belongs to its kind. */
export type Handlers<Result> = [ts.SyntaxKind, (l: Lowering, node: never) => Result][];

const { Identifier, FunctionExpression, ArrowFunction, FunctionDeclaration, ClassExpression, ClassDeclaration } = ts.SyntaxKind;
/** Deeper expressions and statements are given up: the stack of the host is finite. */
const DEEPEST = 400;
const MOST_OPAQUE_OPERANDS = 64;

const values: Handler<number>[] = new Array(500).fill(opaque);
const statements: Handler<void>[] = new Array(500).fill(opaqueStatement);

export function install(valueHandlers: Handlers<number>[], statementHandlers: Handlers<void>[]): void {
  for (const [kind, handler] of valueHandlers.flat()) values[kind] = handler as Handler<number>;
  for (const [kind, handler] of statementHandlers.flat()) statements[kind] = handler as Handler<void>;
}

/** Emits an expression and returns its value. */
export function value(l: Lowering, node: ts.Node): number {
  // The most frequent kind, and a leaf.
  if (node.kind === Identifier) return identifier(l, node);
  if (l.depth >= DEEPEST) return opaque(l, node);
  l.depth++;
  const result = values[node.kind](l, node);
  l.depth--;
  return result;
}

export function statement(l: Lowering, node: ts.Node): void {
  if (l.depth >= DEEPEST) return opaqueStatement(l, node);
  l.depth++;
  statements[node.kind](l, node);
  l.depth--;
}

function identifier(l: Lowering, node: ts.Node): number {
  const name = identifierText(node as ts.Identifier);
  const start = node.end - name.length;
  // What the parser puts where an expression is missing.
  if (name === '') return opaque(l, node);
  if (name === 'undefined') return emit2(l, Kind.Const, 0, LiteralKind.Undefined, nameOf(l, name), start, node.end);
  return load(l, name, start, node.end);
}

export const tooDeep = (l: Lowering): boolean => l.depth >= DEEPEST;

/** A value that anything named inside the node may reach. */
export function opaque(l: Lowering, node: ts.Node): number {
  const start = startOf(l.text, node);
  const base = l.top;
  const seen = new Set<string>();
  const waiting: ts.Node[] = [node];
  while (waiting.length > 0 && seen.size < MOST_OPAQUE_OPERANDS) {
    const next = waiting.pop()!;
    if (next.kind === Identifier) {
      const name = identifierText(next as ts.Identifier);
      if (seen.has(name) || resolve(l, name) === UNBOUND) continue;
      seen.add(name);
      push(l, load(l, name, next.end - name.length, next.end));
      continue;
    }
    if (isFunctionOrClass(next)) continue;
    ts.forEachChild(next, (child) => {
      waiting.push(child);
    });
  }
  l.opaque++;
  return emitStack(l, Kind.Opaque, 0, base, start, node.end);
}

function opaqueStatement(l: Lowering, node: ts.Node): void {
  ensureOpen(l, node.pos);
  opaque(l, node);
}

function isFunctionOrClass({ kind }: ts.Node): boolean {
  if (kind === FunctionExpression || kind === ArrowFunction || kind === FunctionDeclaration) return true;
  return kind === ClassExpression || kind === ClassDeclaration;
}
