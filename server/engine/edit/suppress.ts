/** "Suppress with a reason": the comment is written, the reason is left to the person. */
import { ts } from '@ts-morph/common';
import type { Fix, TextEdit } from '../rule/fixes';
import type { Finding } from '../rule';
import { indentAt, newlineOf, nodeAt, type Tree } from './tree';

export function suppression(tree: Tree, finding: Finding): Fix {
  const { text, path } = tree;
  const line = text.lastIndexOf('\n', finding.extent.start - 1) + 1;
  const indent = indentAt(text, finding.extent.start);
  const [open, close] = isTemplate(tree, finding.extent.start)
    ? ['<!--', ' -->']
    : inMarkup(tree, line + indent.length)
      ? ['{/*', ' */}']
      : ['//', ''];
  const head = `${indent}${open} data-ethics-disable-next-line ${finding.rule} -- reason: `;
  const edit: TextEdit = {
    at: { path, start: line, end: line },
    text: `${head}${close}${newlineOf(text)}`,
    hole: [head.length, head.length],
  };
  return { title: `Keep it, and say why (suppress ${finding.rule})`, kind: 'suppress', safe: false, edits: [edit] };
}

/** Outside the scripts of a component or a page, where the tree has blanks. */
const isTemplate = ({ text, file }: Tree, offset: number): boolean => text[offset] !== file.text[offset];

/** Does the line begin among the children of an element, where only `{…}` is code? */
function inMarkup(tree: Tree, offset: number): boolean {
  const node = nodeAt(tree, { start: offset, end: offset + 1 });
  const { parent } = node;
  if (ts.isJsxText(node)) return true;
  if (!parent) return false;
  const starts = node.getStart(tree.file) === offset;
  const isChild = (each: ts.Node): boolean =>
    each.parent && (ts.isJsxElement(each.parent) || ts.isJsxFragment(each.parent)) && isContent(each);
  for (let at: ts.Node = node; starts && at.parent && at.getStart(tree.file) === offset; at = at.parent)
    if (isChild(at)) return true;
  return false;
}

const isContent = (node: ts.Node): boolean =>
  !ts.isJsxOpeningElement(node) &&
  !ts.isJsxClosingElement(node) &&
  !ts.isJsxOpeningFragment(node) &&
  !ts.isJsxClosingFragment(node);
