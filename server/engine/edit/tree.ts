/** A file's syntax tree with parents, for the time of one question. Offsets are those of the file, scripts in components too. */
import { ts } from '@ts-morph/common';
import type { Place } from '../rule';
import { scriptText } from '../syntax/embedded';

export interface Tree {
  path: string;
  text: string;
  file: ts.SourceFile;
  syntaxErrors: number;
}

export function openTree(path: string, text: string): Tree {
  const script = scriptText(path, text);
  const file = ts.createSourceFile(path, script.text, ts.ScriptTarget.Latest, true, script.kind);
  const { parseDiagnostics } = file as unknown as { parseDiagnostics: unknown[] };
  return { path, text, file, syntaxErrors: parseDiagnostics.length };
}

/** The outermost node that begins and ends with a place, or the smallest that contains it. */
export function nodeAt(tree: Tree, { start, end }: { start: number; end: number }): ts.Node {
  let found: ts.Node = tree.file;
  const visit = (node: ts.Node): void => {
    if (node.getStart(tree.file) > start || node.end < end) return;
    const isExact = found !== tree.file && found.getStart(tree.file) === start && found.end === end;
    if (!isExact) found = node;
    ts.forEachChild(node, visit);
  };
  ts.forEachChild(tree.file, visit);
  return found;
}

/** The nearest node from here outwards that a test holds for. */
export function outwards<T extends ts.Node>(node: ts.Node, test: (node: ts.Node) => node is T): T | undefined {
  for (let at: ts.Node | undefined = node; at; at = at.parent) if (test(at)) return at;
  return undefined;
}

/** All nodes at and below a node, in text order. */
export function* within(node: ts.Node): Iterable<ts.Node> {
  yield node;
  const children: ts.Node[] = [];
  ts.forEachChild(node, (child) => void children.push(child));
  for (const child of children) yield* within(child);
}

/** All calls at and below a node, in text order. */
export const callsIn = (node: ts.Node): ts.CallExpression[] => [...within(node)].filter(ts.isCallExpression);

export const placeOf = (tree: Tree, node: ts.Node): Place => ({
  path: tree.path,
  start: node.getStart(tree.file),
  end: node.end,
});

export const textOf = (tree: Tree, node: ts.Node): string => tree.text.slice(node.getStart(tree.file), node.end);

/** White space at the beginning of the line of an offset. */
export function indentAt(text: string, offset: number): string {
  const line = text.lastIndexOf('\n', offset - 1) + 1;
  return /^[ \t]*/.exec(text.slice(line, offset))![0];
}

export const newlineOf = (text: string): string => (text.includes('\r\n') ? '\r\n' : '\n');

/** Names that are bound anywhere in the file, imports too. */
export function boundNames(tree: Tree): Set<string> {
  const names = new Set<string>();
  for (const node of within(tree.file)) {
    const named = node as ts.Node & { name?: ts.Node };
    const binds =
      ts.isVariableDeclaration(node) ||
      ts.isParameter(node) ||
      ts.isFunctionDeclaration(node) ||
      ts.isClassDeclaration(node) ||
      ts.isBindingElement(node) ||
      ts.isImportClause(node) ||
      ts.isImportSpecifier(node) ||
      ts.isNamespaceImport(node);
    if (binds && named.name && ts.isIdentifier(named.name)) names.add(named.name.text);
  }
  return names;
}
