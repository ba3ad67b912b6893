/** The changes that hold for any sink: an id instead of the value, the value left out, the value protected. */
import { ts } from '@ts-morph/common';
import type { TextEdit } from '../rule/fixes';
import { nameOf, removeFrom } from './objects';
import { protectedBy, type Carried, type Mend, type Site } from './site';
import { placeOf, textOf } from './tree';

/** `user.email` → `user.id`, a record → its id. `verb` begins the title: "Log", "Send". */
export function idInstead(site: Site, verb: string): Mend[] {
  const edits: TextEdit[] = [];
  const ids = new Set<string>();
  const needless: Entry[] = [];
  for (const carried of site.carried) {
    const id = idOf(site, carried);
    if (!id) return [];
    const isSecond = ids.has(id);
    ids.add(id);
    const { parent } = carried.node;
    if (isPropertyOf(parent, carried.node) && (isSecond || isThere(site, parent, id))) {
      needless.push(parent);
      continue;
    }
    const edit = isSecond || isTyped(site, carried) ? undefined : withId(site, carried.node, id);
    if (!edit) return [];
    edits.push(edit);
  }
  edits.push(...removals(site, needless));
  if (edits.length === 0) return [];
  return [{ title: `${verb} ${[...ids].join(' and ')} instead`, edits }];
}

function idOf({ tree, context }: Site, { node, kind }: Carried): string | undefined {
  if (kind === 'origin') return undefined;
  if (kind === 'record')
    return ts.isIdentifier(node) || ts.isPropertyAccessExpression(node) ? `${textOf(tree, node)}.id` : undefined;
  if (!ts.isPropertyAccessExpression(node)) return undefined;
  const owner = textOf(tree, node.expression);
  // An element of a page has an id that says nothing of the person.
  if (/\b(?:querySelector|getElementById)\(/.test(owner)) return undefined;
  const key = context.keysBeside(node.name.text)[0];
  return key === undefined ? undefined : `${owner}${node.questionDotToken ? '?.' : '.'}${key}`;
}

/** A record handed to a function of the project, which most likely wants the record; a logger takes anything. */
function isTyped({ finding, node: sink, tree }: Site, { node, kind }: Carried): boolean {
  const call = node.parent;
  if (kind !== 'record' || !ts.isCallExpression(call)) return false;
  if (call !== sink) return !/^(?:JSON\.stringify|String|encodeURIComponent)$/.test(textOf(tree, call.expression));
  return finding.rule !== 'pii-in-logs' && finding.path.some((step) => step.words.startsWith('passed to'));
}

const isThere = ({ tree }: Site, entry: Entry, id: string): boolean =>
  entry.parent.properties.some((other) => other !== entry && tree.text.slice(other.pos, other.end).includes(id));

function withId({ tree }: Site, node: ts.Expression, id: string): TextEdit | undefined {
  const { parent } = node;
  if (isPropertyOf(parent, node)) {
    const owner = /(\w+)\??\.\w+$/.exec(id)?.[1] ?? '';
    const name = owner.length < 3 || owner === 'this' ? 'id' : `${owner}Id`;
    const isTaken = parent.parent.properties.some((entry) => entry !== parent && nameOf(entry) === name);
    return { at: placeOf(tree, parent), text: `${isTaken ? nameOf(parent) : name}: ${id}` };
  }
  if (ts.isSpreadAssignment(parent)) return { at: placeOf(tree, parent), text: `id: ${id}` };
  const whole =
    ts.isCallExpression(parent) && textOf(tree, parent.expression) === 'JSON.stringify' && parent.arguments[0] === node;
  return { at: placeOf(tree, whole ? parent : node), text: id };
}

type Entry = (ts.PropertyAssignment | ts.ShorthandPropertyAssignment) & { parent: ts.ObjectLiteralExpression };

const isPropertyOf = (parent: ts.Node, node: ts.Expression): parent is Entry =>
  (ts.isShorthandPropertyAssignment(parent) && parent.name === node) ||
  (ts.isPropertyAssignment(parent) && parent.initializer === node);

/** Removes the properties that carry the data. */
export function leftOut(site: Site, title: (names: string) => string): Mend[] {
  const entries: Entry[] = [];
  for (const { node } of site.carried) {
    const entry = entryAround(node);
    if (!entry || NEEDED.has(nameOf(entry))) return [];
    if (!entries.includes(entry)) entries.push(entry);
  }
  if (entries.length === 0) return [];
  return [{ title: title(entries.map(nameOf).join(' and ')), edits: removals(site, entries) }];
}

function removals({ tree }: Site, entries: Entry[]): TextEdit[] {
  const objects = [...new Set(entries.map((entry) => entry.parent))];
  return objects.flatMap((object) =>
    removeFrom(
      tree,
      object.properties,
      entries.filter((entry) => entry.parent === object),
    ),
  );
}

/** Without these a call has nothing left to do. */
const NEEDED = new Set([
  'prompt',
  'content',
  'input',
  'inputs',
  'messages',
  'contents',
  'text',
  'texts',
  'body',
  'data',
  'html',
  'to',
]);

/** The property whose value is the datum, or the datum in a call such as String(…). */
function entryAround(node: ts.Expression): Entry | undefined {
  const isArgument = ts.isCallExpression(node.parent) && node.parent.expression !== node;
  const value = isArgument ? (node.parent as ts.CallExpression) : node;
  return isPropertyOf(value.parent, value) ? value.parent : undefined;
}

/** Wraps each value in a function of the project that masks or encrypts it. */
export function protectedValues(site: Site, does: 'mask' | 'encrypt' | 'pseudonymise', word: string): Mend[] {
  const edits: TextEdit[] = [];
  const names = new Set<string>();
  for (const { node, category, kind } of site.carried) {
    const protector = kind === 'field' ? protectedBy(site, does, category) : undefined;
    if (!protector) return [];
    names.add(protector.name);
    edits.push(wrapped(site, node, protector.name));
    for (const edit of protector.imports) if (!edits.some((other) => same(other, edit))) edits.push(edit);
  }
  if (edits.length === 0) return [];
  return [{ title: `${word} with ${[...names].map((name) => `${name}()`).join(' and ')}`, edits }];
}

function wrapped({ tree }: Site, node: ts.Expression, name: string): TextEdit {
  const text = textOf(tree, node);
  const shorthand = ts.isShorthandPropertyAssignment(node.parent);
  return { at: placeOf(tree, node), text: shorthand ? `${text}: ${name}(${text})` : `${name}(${text})` };
}

const same = (one: TextEdit, two: TextEdit): boolean => one.at.start === two.at.start && one.text === two.text;
