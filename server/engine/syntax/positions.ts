/** Offsets and texts of nodes without rescanning them. */
import { ts } from '@ts-morph/common';

const { Identifier, PrivateIdentifier } = ts.SyntaxKind;
const { skipTrivia } = ts as unknown as { skipTrivia(text: string, position: number): number };

/** Offset of the first token that begins at or after `position`. */
export function tokenStart(text: string, position: number): number {
  for (let index = position; ; index++) {
    const unit = text.charCodeAt(index);
    if (unit === 32 || unit === 10 || unit === 13 || unit === 9) continue;
    // Comments, exotic white space and `#!` are rare: the scanner knows them.
    if (unit === 47 || unit > 127 || unit === 35) return skipTrivia(text, index);
    return index;
  }
}

export function startOf(text: string, node: ts.Node): number {
  // A node that the parser made up to stand for something missing has no token.
  return node.pos === node.end ? node.pos : tokenStart(text, node.pos);
}

export function identifierText(node: ts.Identifier | ts.PrivateIdentifier | ts.MemberName): string {
  const text = node.escapedText as string;
  // The parser writes a third underscore before names that begin with two.
  return text.charCodeAt(0) === 95 && text.charCodeAt(1) === 95 && text.charCodeAt(2) === 95 ? text.slice(1) : text;
}

export const isName = (node: ts.Node): boolean => node.kind === Identifier || node.kind === PrivateIdentifier;

const { ParenthesizedExpression, NonNullExpression, AsExpression, TypeAssertionExpression, SatisfiesExpression } = ts.SyntaxKind;

/** The expression inside brackets, `!` and casts. */
export function unwrapped(node: ts.Expression): ts.Expression {
  let inner = node;
  for (;;) {
    const { kind } = inner;
    if (kind !== ParenthesizedExpression && kind !== NonNullExpression && kind !== AsExpression) {
      if (kind !== TypeAssertionExpression && kind !== SatisfiesExpression) return inner;
    }
    inner = (inner as ts.ParenthesizedExpression).expression;
  }
}

/** The expression inside brackets and `!`. */
export function withoutBrackets(node: ts.Expression): ts.Expression {
  let inner = node;
  while (inner.kind === ParenthesizedExpression || inner.kind === NonNullExpression) {
    inner = (inner as ts.ParenthesizedExpression).expression;
  }
  return inner;
}
