/** JSX. */
import { ts } from '@ts-morph/common';
import { EntryKind, Kind, LiteralKind, NONE } from '../ir';
import { value } from './dispatch';
import type { Handlers } from './dispatch';
import { namedValue } from './functions';
import { isScript, pushScripts } from './inline-scripts';
import { constant } from './literals';
import { identifierText, startOf } from './positions';
import { emitStack, foldLongList, nameOf, push, push3 } from './writer';
import type { Lowering } from './state';

const K = ts.SyntaxKind;
const { Identifier, JsxText, JsxExpression, JsxSpreadAttribute, JsxNamespacedName, PropertyAccessExpression } = K;

export const markupHandlers: Handlers<number> = [
  [K.JsxElement, (l, node: ts.JsxElement) => element(l, node, node.openingElement, node.children)],
  [K.JsxSelfClosingElement, (l, node: ts.JsxSelfClosingElement) => element(l, node, node, undefined)],
  [K.JsxFragment, fragment],
];

function element(
  l: Lowering,
  node: ts.Node,
  opening: ts.JsxOpeningLikeElement,
  children: readonly ts.JsxChild[] | undefined,
): number {
  const base = l.top;
  const { tagName } = opening;
  const name = tagText(tagName);
  const tag = isIntrinsic(tagName, name) ? NONE : value(l, tagName);
  push3(l, nameOf(l, name), tag, opening.attributes.properties.length);
  for (const attribute of opening.attributes.properties) pushAttribute(l, attribute);
  if (children !== undefined) pushChildren(l, children);
  if (isScript(name)) pushScripts(l, opening.attributes.properties, children);
  return emitStack(l, Kind.Element, 0, base, startOf(l.text, node), node.end);
}

function fragment(l: Lowering, node: ts.JsxFragment): number {
  const base = l.top;
  push3(l, nameOf(l, ''), NONE, 0);
  pushChildren(l, node.children);
  return emitStack(l, Kind.Element, 0, base, startOf(l.text, node), node.end);
}

function tagText(tag: ts.JsxTagNameExpression): string {
  if (tag.kind === Identifier) return identifierText(tag);
  if (tag.kind === JsxNamespacedName) return `${tag.namespace.text}:${tag.name.text}`;
  if (tag.kind !== PropertyAccessExpression) return 'this';
  return `${tagText(tag.expression as ts.JsxTagNameExpression)}.${identifierText(tag.name)}`;
}

function isIntrinsic(tag: ts.JsxTagNameExpression, name: string): boolean {
  if (tag.kind === JsxNamespacedName) return true;
  if (tag.kind !== Identifier) return false;
  const first = name.charCodeAt(0);
  return (first >= 97 && first <= 122) || name.includes('-');
}

function pushAttribute(l: Lowering, attribute: ts.JsxAttributeLike): void {
  if (attribute.kind === JsxSpreadAttribute) {
    const spread = value(l, attribute.expression);
    push3(l, EntryKind.Spread, NONE, spread);
    return;
  }
  const { name, initializer } = attribute;
  const text = name.kind === JsxNamespacedName ? `${name.namespace.text}:${name.name.text}` : identifierText(name);
  let content: number;
  if (initializer === undefined) content = constant(l, LiteralKind.Boolean, 'true', startOf(l.text, attribute), attribute.end);
  else if (initializer.kind !== JsxExpression) content = value(l, initializer);
  else if (initializer.expression === undefined)
    content = constant(l, LiteralKind.Undefined, 'undefined', initializer.pos, initializer.end);
  else content = namedValue(l, initializer.expression, text);
  push3(l, EntryKind.Static, nameOf(l, text), content);
}

function pushChildren(l: Lowering, children: readonly ts.JsxChild[]): void {
  const base = l.top;
  for (const child of children) {
    let content: number;
    if (child.kind === JsxText) {
      if (child.containsOnlyTriviaWhiteSpaces) continue;
      const text = visibleText(child.text);
      content = constant(l, LiteralKind.String, text, child.pos, child.end);
    } else if (child.kind === JsxExpression) {
      // Without an expression it only holds a comment.
      if (child.expression === undefined) continue;
      content = value(l, child.expression);
    } else content = value(l, child);
    push(l, content);
  }
  foldLongList(l, base, 1, []);
}

/** Lines are trimmed and joined by one space, and empty ones vanish, as when JSX is compiled. */
function visibleText(text: string): string {
  let visible = '';
  for (let from = 0; from <= text.length;) {
    const newline = text.indexOf('\n', from);
    const last = newline === -1;
    let to = last ? text.length : newline;
    const next = to + 1;
    if (from > 0) while (from < to && isBlank(text.charCodeAt(from))) from++;
    if (!last) while (to > from && isBlank(text.charCodeAt(to - 1))) to--;
    if (to > from) visible += (visible === '' ? '' : ' ') + text.slice(from, to);
    from = next;
  }
  return visible;
}

const isBlank = (unit: number): boolean => unit === 32 || unit === 9 || unit === 13;
