/** Comments that speak to us. The parser drops them, so they are looked up in the text, only where it holds their words. */
import { ts } from '@ts-morph/common';
import { startOf } from './positions';
import type { Lowering } from './state';

const K = ts.SyntaxKind;
const PERSONAL = /@(?:(personal)\b[ \t]*([a-z][\w.-]*)?|notPersonal\b)/;
const DIRECTIVE = 'data-ethics-';

/** `@personal <category>` in a comment right before a declaration → category or ''; `@notPersonal` → null; neither → undefined. */
export function personalOf(l: Lowering, node: ts.Node): string | null | undefined {
  if (!l.hasPersonal) return undefined;
  const { text } = l;
  const start = startOf(text, node);
  let found: string | null | undefined;
  const onSameLine = ts.getTrailingCommentRanges(text, node.pos) ?? [];
  const before = ts.getLeadingCommentRanges(text, node.pos) ?? [];
  for (const { pos, end } of [...onSameLine, ...before]) {
    // A comment that ends the line of what came before belongs to that.
    if (node.pos > 0 && before.every((leading) => leading.pos !== pos) && text.slice(end, start).includes('\n')) continue;
    const match = PERSONAL.exec(text.slice(pos, end));
    if (match) found = match[1] === undefined ? null : (match[2] ?? '');
  }
  return found;
}

/** Collects our directives: comments, never strings, that contain `data-ethics-`. */
export function collectDirectives(l: Lowering, file: ts.SourceFile): void {
  const { text } = l;
  let scanned = -1;
  for (let offset = text.indexOf(DIRECTIVE); offset !== -1; offset = text.indexOf(DIRECTIVE, offset + 1)) {
    if (offset < scanned) continue;
    const comment = commentAround(file, text, offset);
    if (comment === undefined) continue;
    scanned = comment.end;
    const isLine = text.startsWith('//', comment.start);
    const inner = text.slice(comment.start + 2, isLine ? comment.end : comment.end - 2);
    const lineStart = text.lastIndexOf('\n', comment.start) + 1;
    const trailing = isLine && text.slice(lineStart, comment.start).trim() !== '';
    l.comments.push({ text: inner.replace(/^\*+/, '').trim(), ...comment, trailing });
  }
}

/** The comment around an offset: it stands in the gap between two nodes, where nothing but tokens and trivia can be. */
function commentAround(file: ts.SourceFile, text: string, offset: number): { start: number; end: number } | undefined {
  let node: ts.Node = file;
  for (;;) {
    let from = node.pos;
    let to = node.end;
    let inside: ts.Node | undefined;
    let hasChildren = false;
    ts.forEachChild(node, (child) => {
      hasChildren = true;
      if (child.end <= offset) from = Math.max(from, child.end);
      else if (child.pos > offset) to = Math.min(to, child.pos);
      else inside = child;
    });
    if (inside !== undefined) {
      node = inside;
      continue;
    }
    if (node.kind === K.JsxText) return undefined;
    // A token without children is a string, a name or a number once its leading comments are over.
    if (!hasChildren && isToken(node)) to = startOf(text, node);
    return offset < to ? scanGap(text, from, to, offset) : undefined;
  }
}

const isToken = ({ kind }: ts.Node): boolean => kind <= K.LastToken || kind === K.Identifier || kind === K.PrivateIdentifier;

function scanGap(text: string, from: number, to: number, offset: number): { start: number; end: number } | undefined {
  const scanner = ts.createScanner(ts.ScriptTarget.Latest, false, ts.LanguageVariant.JSX, text, undefined, from, to - from);
  for (let token = scanner.scan(); token !== K.EndOfFileToken; token = scanner.scan()) {
    const end = scanner.getTokenEnd();
    if (end <= offset) continue;
    if (token !== K.SingleLineCommentTrivia && token !== K.MultiLineCommentTrivia) return undefined;
    return { start: scanner.getTokenStart(), end };
  }
  return undefined;
}
