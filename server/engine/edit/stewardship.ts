/** Ways out for regions that no policy names, and for questions that only some cultures can answer. */
import { ts } from '@ts-morph/common';
import type { Fix } from '../rule/fixes';
import { addEntry } from './objects';
import { declared } from './policy';
import type { Fixer, Mend, Site } from './site';
import { replaced } from './statements';
import { nodeAt, placeOf, textOf, within as nodesIn } from './tree';

export const undeclaredRegion: Fixer = function* (site) {
  const { tree, finding, context } = site;
  const literal = nodeAt(tree, finding.at);
  if (!ts.isStringLiteralLike(literal)) return;
  const allowed = context.config.declared.regions?.allowed ?? [];
  const inside = within(literal.text, allowed);
  const quote = textOf(tree, literal)[0]!;
  if (inside) yield { title: `Use ${inside}`, edits: [replaced(tree, literal, { text: `${quote}${inside}${quote}` })] };
};

/** The same service inside the first allowed region that we know a name for. */
function within(literal: string, allowed: string[]): string | undefined {
  if (!allowed.some((region) => /^eu/i.test(region))) return allowed.find((region) => isAws(region) && isAws(literal));
  if (isAws(literal)) return allowed.find(isAws) ?? 'eu-central-1';
  const host = /^(https:\/\/)us(\.i\.posthog\.com.*)$/.exec(literal);
  return host ? `${host[1]}eu${host[2]}` : undefined;
}

const isAws = (name: string): boolean => /^[a-z]{2}-[a-z]+-\d$/.test(name);

/** The transfer with what makes it lawful, which a person has to know. */
export function declaredTransfer({ finding, context }: Site): (Fix | undefined)[] {
  const to = / to ([\w-]+) through /.exec(finding.message)?.[1];
  if (finding.rule !== 'undeclared-region' || to === undefined) return [];
  const value = { to: to.split('-')[0], mechanism: 'TODO: what allows it, such as SCC' };
  return [declared(context, ['regions', 'transfers', -1], value, `Declare the transfer to ${to} in the policy`)];
}

export const cultureBoundValidation: Fixer = function* (site) {
  const { kind } = site.finding;
  if (kind === 'letters') yield* everyLetter(site);
  if (kind === 'length') yield* oneLetter(site);
  if (kind === 'two-genders') yield* thirdAnswer(site);
};

/** `/^[A-Za-z]+$/` → `/^[\p{L}\p{M}' .-]+$/u`. */
function everyLetter({ tree, finding }: Site): Mend[] {
  const node = nodeAt(tree, finding.at);
  const [, pattern, flags] = /^\/(.*)\/([a-z]*)$/s.exec(ts.isRegularExpressionLiteral(node) ? node.text : '') ?? [];
  if (pattern === undefined || flags === undefined || /[uv]/.test(flags)) return [];
  const classes = pattern.replace(/\[(?!\^)((?:\\.|[^\]\\])*)\]/g, (whole, inner: string) =>
    LATIN.test(inner) ? `[${open(inner)}]` : whole,
  );
  const text = `/${classes}/${flags}u`;
  if (classes === pattern || !isRegex(classes, `${flags}u`)) return [];
  return [{ title: 'Take letters of every script', safe: true, edits: [replaced(tree, node, { text })] }];
}

const LATIN = /a-z|A-Z/;

/** Letters and marks of every script, and what stands in names beside them. */
function open(inner: string): string {
  const rest = inner
    .replace(/a-z|A-Z|À-ÿ|À-ž/g, '')
    .replace(/\\s/g, ' ')
    .replace(/\\(?=['". ])/g, '')
    .replace(/\\?-/g, '');
  const others = ["'", ' ', '.'].filter((mark) => !rest.includes(mark)).join('');
  return `\\p{L}\\p{M}${rest}${others}-`;
}

function isRegex(pattern: string, flags: string): boolean {
  try {
    return new RegExp(pattern, flags) instanceof RegExp;
  } catch {
    return false;
  }
}

/** `.min(2)` → `.min(1)`. */
function oneLetter({ tree, finding }: Site): Mend[] {
  const at = nodeAt(tree, finding.at);
  const number = [...nodesIn(at)].find((each) => ts.isNumericLiteral(each));
  return number ? [{ title: 'Ask for at least one character', safe: true, edits: [replaced(tree, number, { text: '1' })] }] : [];
}

/** An answer for everybody else, written as the two are. */
function thirdAnswer({ tree, finding }: Site): Mend[] {
  const node = nodeAt(tree, finding.at);
  const title = 'Add an answer for everybody else';
  if (ts.isEnumDeclaration(node)) {
    const last = node.members.at(-1);
    if (!last) return [];
    const value = last.initializer && ts.isStringLiteral(last.initializer) ? last.initializer.text : undefined;
    const name = /^[A-Z]+$/.test(last.name.getText()) ? 'OTHER' : 'Other';
    const text = `, ${name}${value === undefined ? '' : ` = '${like(value)}'`}`;
    return [{ title, edits: [{ at: { path: tree.path, start: last.end, end: last.end }, text }] }];
  }
  if (ts.isObjectLiteralExpression(node)) return [{ title, edits: [addEntry(tree, node, "other: 'other'")] }];
  if (!ts.isArrayLiteralExpression(node)) return [];
  const last = node.elements.at(-1);
  if (!last || !ts.isStringLiteral(last)) return [];
  const quote = textOf(tree, last)[0]!;
  const { end } = placeOf(tree, last);
  return [{ title, edits: [{ at: { path: tree.path, start: end, end }, text: `, ${quote}${like(last.text)}${quote}` }] }];
}

/** "other" as the last answer is written: F → X, FEMALE → OTHER, female → other. */
function like(written: string): string {
  if (written.length === 1) return written === written.toUpperCase() ? 'X' : 'x';
  if (written === written.toUpperCase()) return 'OTHER';
  return written[0] === written[0]?.toUpperCase() ? 'Other' : 'other';
}
