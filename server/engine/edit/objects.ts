/** Changes inside literals that keep commas, comments and line breaks as they are. */
import { ts } from '@ts-morph/common';
import type { TextEdit } from '../rule/fixes';
import { newlineOf, placeOf, type Tree } from './tree';

/** Takes elements out of a list in brackets, with their commas; line breaks around the others stay. */
export function removeFrom(tree: Tree, list: ts.NodeArray<ts.Node>, items: readonly ts.Node[]): TextEdit[] {
  const { text, path } = tree;
  const lastKept = [...list].reverse().find((item) => !items.includes(item));
  const edits: TextEdit[] = [];
  for (const [index, item] of list.entries()) {
    if (!items.includes(item)) continue;
    const start = item.getStart(tree.file);
    if (lastKept && item.pos < lastKept.pos) {
      edits.push({ at: { path, start, end: list[index + 1]!.getStart(tree.file) }, text: '' });
      continue;
    }
    // Nothing that stays comes after this one: the rest goes as one piece.
    const end = list[list.length - 1]!.end;
    const from = lastKept ? lastKept.end : onlySpaceBefore(text, start);
    const comma = !lastKept && list.hasTrailingComma ? text.indexOf(',', end) + 1 : end;
    // An object without entries is `{}`.
    const to = lastKept ? comma : comma + /^\s*/.exec(text.slice(comma))![0].length;
    edits.push({ at: { path, start: from, end: to }, text: '' });
    break;
  }
  return edits;
}

function onlySpaceBefore(text: string, offset: number): number {
  let at = offset;
  while (at > 0 && /\s/.test(text[at - 1]!)) at--;
  return at;
}

/** Adds an entry at the end of an object literal, in the way the others are written. */
export function addEntry(tree: Tree, object: ts.ObjectLiteralExpression, entry: string): TextEdit {
  const { text, path } = tree;
  const last = object.properties[object.properties.length - 1];
  if (!last) return { at: placeOf(tree, object), text: `{ ${entry} }` };
  const start = last.getStart(tree.file);
  const lineStart = text.lastIndexOf('\n', start) + 1;
  const ownLine = /^[ \t]*$/.test(text.slice(lineStart, start)) && object.getStart(tree.file) < lineStart;
  const separator = ownLine ? `,${newlineOf(text)}${text.slice(lineStart, start)}` : ', ';
  return { at: { path, start: last.end, end: last.end }, text: `${separator}${entry}` };
}

/** Adds an entry before the others of an object literal. */
export function addFirstEntry(tree: Tree, object: ts.ObjectLiteralExpression, entry: string): TextEdit {
  const { text, path } = tree;
  const first = object.properties[0];
  if (!first) return { at: placeOf(tree, object), text: `{ ${entry} }` };
  const start = first.getStart(tree.file);
  const lineStart = text.lastIndexOf('\n', start) + 1;
  const ownLine = /^[ \t]*$/.test(text.slice(lineStart, start)) && object.getStart(tree.file) < lineStart;
  const separator = ownLine ? `,${newlineOf(text)}${text.slice(lineStart, start)}` : ', ';
  return { at: { path, start, end: start }, text: `${entry}${separator}` };
}

export function nameOf(property: ts.ObjectLiteralElementLike): string {
  const { name } = property;
  return name && (ts.isIdentifier(name) || ts.isStringLiteralLike(name)) ? name.text : '';
}

export function propertyNamed(object: ts.ObjectLiteralExpression, name: string): ts.ObjectLiteralElementLike | undefined {
  return object.properties.find((property) => nameOf(property) === name);
}
