/** Ways out where a choice is made for somebody, made hard, or hurried. */
import { ts } from '@ts-morph/common';
import type { TextEdit } from '../rule/fixes';
import type { Fixer, Mend, Site } from './site';
import { draft, replaced, statementOf, without, withoutStatement } from './statements';
import { callsIn, indentAt, newlineOf, nodeAt, outwards, textOf, within, type Tree } from './tree';

export const preselectedConsent: Fixer = function* (site) {
  const edits = begunWithNo(site);
  if (edits.length > 0) yield { title: 'Begin with no', safe: true, edits };
};

/** `true` → `false`, `'granted'` → `'denied'`, and boxes that are not ticked. */
function begunWithNo({ tree, finding }: Site): TextEdit[] {
  const node = nodeAt(tree, finding.at);
  if (finding.kind === 'checkbox') return untick(tree, node);
  const inside = [...within(node)].filter((each) => isYes(each));
  // A parameter's default, a member's initializer: the value stands beside the name.
  const beside = inside.length > 0 ? inside : [...within(node.parent)].filter((each) => isYes(each));
  return beside.map((each) => {
    const text = textOf(tree, each);
    return replaced(tree, each, { text: text === 'true' ? 'false' : text.replace('granted', 'denied') });
  });
}

const isYes = (node: ts.Node): boolean =>
  node.kind === ts.SyntaxKind.TrueKeyword || (ts.isStringLiteral(node) && node.text === 'granted');

function untick(tree: Tree, node: ts.Node): TextEdit[] {
  const attributes = [...within(node)].filter(
    (each): each is ts.JsxAttribute =>
      ts.isJsxAttribute(each) && /^(?:default)?(?:Checked|checked)$/.test(textOf(tree, each.name)),
  );
  return attributes.flatMap((each) => {
    const value = each.initializer && [...within(each.initializer)].find((inner) => inner.kind === ts.SyntaxKind.TrueKeyword);
    if (value) return [replaced(tree, value, { text: 'false' })];
    // Without a value it says yes.
    const start = each.getFullStart();
    return each.initializer ? [] : [{ at: { path: tree.path, start, end: each.end }, text: '' }];
  });
}

export const asymmetricChoice: Fixer = function* (site) {
  const { tree, node, finding } = site;
  if (finding.kind === 'confirm-shaming') yield* plainLabel(site);
  if (finding.kind === 'no-reject') yield* secondButton(site);
  const statement = finding.kind === 'weaker-opt-out' ? statementOf(node) : undefined;
  if (statement) yield { title: 'Do not ask again', edits: [withoutStatement(tree, statement)] };
  const arrow = finding.kind === 'weaker-opt-out' ? outwards(node, ts.isArrowFunction) : undefined;
  if (arrow && arrow.body === node) yield { title: 'Do not ask again', edits: [replaced(tree, node, { text: askedOnce(site) })] };
};

/** What is left when the question does not come back by itself: the window closes. */
function askedOnce({ tree, node }: Site): string {
  const [opening] = callsIn(node).filter((call) => call !== node);
  const [value] = opening?.arguments ?? [];
  const isOpening = opening && value?.kind === ts.SyntaxKind.TrueKeyword;
  return isOpening ? `${textOf(tree, opening.expression)}(false)` : '{}';
}

/** The answer no in words that shame nobody. */
function* plainLabel({ tree, node }: Site): Iterable<Mend> {
  for (const each of within(node)) {
    const isText = ts.isJsxText(each) ? each.text.trim() !== '' : ts.isStringLiteral(each) && !ts.isJsxAttribute(each.parent);
    if (!isText) continue;
    const text = textOf(tree, each);
    const label = 'No, thanks';
    const written = ts.isJsxText(each) ? text.trim() : text;
    const start = each.getStart(tree.file) + text.indexOf(written);
    const at = { path: tree.path, start, end: start + written.length };
    yield { title: `Label it “${label}”`, edits: [{ at, text: ts.isJsxText(each) ? label : `'${label}'` }] };
    return;
  }
}

/** A button for no after the one for yes, made like it. */
function* secondButton({ tree, node }: Site): Iterable<Mend> {
  if (!ts.isJsxElement(node)) return;
  const yes = textOf(tree, node);
  const label = node.children.find((child) => ts.isJsxText(child) && child.text.trim() !== '');
  const handler = node.openingElement.attributes.properties.find(
    (each) => ts.isJsxAttribute(each) && textOf(tree, each.name) === 'onClick',
  );
  const value = handler && ts.isJsxAttribute(handler) ? handler.initializer : undefined;
  if (!label || !value) return;
  const own = (part: ts.Node): [number, number] => [
    part.getStart(tree.file) - node.getStart(tree.file),
    part.end - node.getStart(tree.file),
  ];
  const [from, to] = own(value);
  const [first, last] = own(label);
  const no = `${yes.slice(0, from)}{rejectAll}${yes.slice(to, first)}Reject all${yes.slice(last)}`;
  const { text, hole } = draft(no, 'rejectAll');
  const space = `${newlineOf(tree.text)}${indentAt(tree.text, node.getStart(tree.file))}`;
  const shift = space.length;
  const edit = { at: { path: tree.path, start: node.end, end: node.end }, text: space + text };
  yield { title: 'Put a button for no beside it', edits: [{ ...edit, hole: hole && [hole[0] + shift, hole[1] + shift] }] };
}

export const falseUrgency: Fixer = function* (site) {
  const { tree, node, finding } = site;
  if (finding.kind === 'visit') yield* realDeadline(site);
  const element = ts.isJsxElement(node) || ts.isJsxSelfClosingElement(node) ? node : undefined;
  if (element) yield { title: 'Leave the sentence out', edits: [withoutElement(tree, element)] };
};

/** A deadline that there is, in place of one that begins with the visit. */
function* realDeadline({ tree }: Site): Iterable<Mend> {
  const made = [...within(tree.file)].filter(
    (each): each is ts.BinaryExpression =>
      ts.isBinaryExpression(each) &&
      each.operatorToken.kind === ts.SyntaxKind.PlusToken &&
      /^Date\.now\(\)$/.test(textOf(tree, each.left)),
  );
  if (made.length !== 1) return;
  const text = 'new Date(campaign.endsAt).getTime()';
  yield { title: 'Show the deadline that there is', edits: [replaced(tree, made[0]!, draft(text, 'campaign.endsAt'))] };
}

/** An element with what shows it: `{left && <p>…</p>}`; where an expression has to stay, `null`. */
export function withoutElement(tree: Tree, element: ts.Node): TextEdit {
  let outer = element;
  while (ts.isParenthesizedExpression(outer.parent) || ts.isBinaryExpression(outer.parent)) outer = outer.parent;
  if (ts.isJsxExpression(outer.parent)) outer = outer.parent;
  const isChild = ts.isJsxElement(outer.parent) || ts.isJsxFragment(outer.parent);
  return isChild ? without(tree, outer) : replaced(tree, outer, { text: 'null' });
}
