/** The place of a finding in its tree, and the expressions in it that carry the data. */
import { ts } from '@ts-morph/common';
import type { Finding } from '../rule';
import type { FixContext, TextEdit } from '../rule/fixes';
import { importing } from './imports';
import { nodeAt, outwards, textOf, within, type Tree } from './tree';

export interface Site {
  tree: Tree;
  finding: Finding;
  context: FixContext;
  /** The call, assignment or element that the finding is about. */
  node: ts.Node;
  /** What of the personal data is written inside the node, in text order. */
  carried: Carried[];
}

export interface Carried {
  node: ts.Expression;
  category: string;
  /** A whole record or request, or one value. */
  kind: 'field' | 'record' | 'origin';
}

/** Makes the ways out of one rule's finding; edits that turn out wrong are sorted out later. */
export type Fixer = (site: Site) => Iterable<Mend>;

export interface Mend {
  title: string;
  safe?: boolean;
  edits: TextEdit[];
}

export function siteOf(context: FixContext, tree: Tree): Site {
  const { finding } = context;
  const node = nodeAt(tree, finding.extent);
  const inside = carriedIn(tree, finding, node);
  return { tree, finding, context, node, carried: inside.length > 0 ? inside : readBefore(tree, finding) };
}

function carriedIn(tree: Tree, finding: Finding, node: ts.Node): Carried[] {
  const found: Carried[] = [];
  for (const each of within(node)) {
    if (!ts.isExpression(each) || !isReading(each) || found.some((other) => other.node === each.parent)) continue;
    const words = textOf(tree, each).replace(/\s+|\?(?=\.)|!(?=\.)/g, '');
    const datum = (finding.data ?? []).find(
      ({ words: named, at }) =>
        (at?.start === each.getStart(tree.file) && at.end === each.end) ||
        words === named ||
        (named.includes('.') && words.endsWith(`.${named}`)),
    );
    if (datum) found.push({ node: each, category: datum.category, kind: datum.kind });
    else if (isWhole(finding, words)) found.push({ node: each, category: 'record', kind: 'record' });
  }
  return found;
}

/** Data that are read before the call, on a way that leads nowhere else. */
function readBefore(tree: Tree, { data = [], at }: Finding): Carried[] {
  const read = data.map((datum): Carried | undefined => {
    if (datum.at?.path !== at.path) return undefined;
    const node = nodeAt(tree, datum.at);
    const isExact = node.getStart(tree.file) === datum.at.start && node.end === datum.at.end;
    if (!isExact || !ts.isExpression(node) || !isReading(node) || !leadsHere(tree, node)) return undefined;
    return { node, category: datum.category, kind: datum.kind };
  });
  return read.every((each) => each !== undefined) ? read : [];
}

/** A variable on the way is used once: changing it changes nothing but this. */
function leadsHere(tree: Tree, node: ts.Node): boolean {
  const declaration = outwards(node, ts.isVariableDeclaration);
  if (!declaration) return true;
  if (!ts.isIdentifier(declaration.name)) return false;
  const { text } = declaration.name;
  return [...within(tree.file)].filter((each) => ts.isIdentifier(each) && each.text === text).length === 2;
}

/** A record handed over whole: the data are members of it. */
function isWhole({ data = [] }: Finding, words: string): boolean {
  return data.some(({ words: named }) => named.startsWith(`${words.replace(/^.*\./, '')}.`));
}

/** A name or member that is read as a value: not a callee, and not the owner of another member. */
function isReading(node: ts.Expression): boolean {
  if (!ts.isIdentifier(node) && !ts.isPropertyAccessExpression(node)) return false;
  const { parent } = node;
  if (ts.isPropertyAccessExpression(parent) || ts.isPropertyAssignment(parent)) return parent.name !== node && !isOwner(node);
  if (ts.isCallExpression(parent) || ts.isNewExpression(parent)) return parent.expression !== node;
  return !ts.isBindingElement(parent) && !ts.isJsxAttribute(parent);
}

const isOwner = (node: ts.Expression): boolean => ts.isPropertyAccessExpression(node.parent) && node.parent.expression === node;

/** A call of one of the project's protectors around a text, with the import it needs. */
export function protectedBy(
  site: Site,
  does: 'mask' | 'encrypt' | 'pseudonymise',
  category: string,
): { name: string; imports: TextEdit[] } | undefined {
  for (const protector of site.context.protectors) {
    if (protector.does !== does || !suits(protector.name, category)) continue;
    const imports = importing(site.tree, protector.name, protector.from);
    if (imports) return { name: protector.name, imports };
  }
  return undefined;
}

const ANYTHING = new Set([
  '',
  'pii',
  'personal',
  'value',
  'text',
  'string',
  'data',
  'sensitive',
  'secret',
  'identifier',
  'it',
  'all',
]);

/** "maskEmail" is for email addresses, "mask" and "redactPII" for everything. */
function suits(name: string, category: string): boolean {
  const own = name
    .replace(/^.*\./, '')
    .replace(/^[a-z]+|^[A-Z][a-z]+/, '')
    .toLowerCase();
  if (ANYTHING.has(own)) return true;
  const words = category.split('-');
  return words.some((word) => own.includes(word));
}
