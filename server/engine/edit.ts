/**
 * Ways out of a finding, worked out when somebody asks and never on the way of a scan: the finding says what is wrong,
 * the tree of its file says what the code looks like. Edits keep what they do not mean, and none leaves a file that
 * parses worse than before.
 */
import { ts } from '@ts-morph/common';
import { editedText } from './text-edits';
import { declaredAttribute } from './edit/dependence';
import { fixers } from './edit/fixers';
import { policyFixes } from './edit/policy';
import { siteOf, type Site } from './edit/site';
import { declaredTransfer } from './edit/stewardship';
import { suppression } from './edit/suppress';
import { openTree, textOf } from './edit/tree';
import type { Finding } from './rule';
import type { Fix, FixContext, TextEdit } from './rule/fixes';

/** All fixes of a finding: those that mend it (the preferred one first), then suppression, then what the policy may say. */
export function fixesFor(context: FixContext): Fix[] {
  const { finding } = context;
  const isCode = !/\.(?:json|prisma|graphql|gql)$/.test(finding.at.path);
  const tree = isCode ? openTree(finding.at.path, context.text(finding.at.path)) : undefined;
  const fixes: Fix[] = [];
  if (tree) {
    const site = siteOf(context, tree);
    for (const mend of fixers[finding.rule]?.(site) ?? []) fixes.push({ kind: 'mend', safe: mend.safe ?? false, ...mend });
    if (finding.rule !== 'expired-exception') {
      const said = [...policyFixes(context, wrappersIn(site)), ...declaredAttribute(site), ...declaredTransfer(site)];
      fixes.push(suppression(tree, finding), ...said.filter((fix) => fix !== undefined));
    }
  }
  return fixes.filter(
    (fix, index) => !isRepeated(fix, fixes.slice(0, index)) && !overlaps(fix.edits) && parsesAsWell(fix, context),
  );
}

const isRepeated = ({ edits }: Fix, others: Fix[]): boolean => {
  const text = JSON.stringify(edits);
  return others.some((other) => JSON.stringify(other.edits) === text);
};

/**
 * Whether a fix that was applied did what it says: fewer findings of the rule in the file. A word in the policy takes away
 * one datum, which may leave others of the same finding; and who takes one trait out of a decision may have another one left.
 */
export function isSolvedBy({ kind }: Fix, { rule, at, categories }: Finding, before: Finding[], after: Finding[]): boolean {
  const [category] = categories.length === 1 ? categories : [];
  const weight = (all: Finding[]): number => {
    const same = all.filter(
      (other) =>
        other.rule === rule && other.at.path === at.path && (category === undefined || other.categories.includes(category)),
    );
    return kind === 'policy' ? same.reduce((sum, { data = [] }) => sum + Math.max(1, data.length), 0) : same.length;
  };
  return weight(after) < weight(before);
}

/** Calls of the file's own or imported functions that a value goes through on its way into the sink. */
function wrappersIn({ carried, tree, node }: Site): string[] {
  const names = carried.flatMap(({ node: value, kind }) => {
    const call = value.parent;
    const isWrapper =
      kind === 'field' && ts.isCallExpression(call) && call !== node && call.arguments.some((argument) => argument === value);
    return isWrapper && ts.isIdentifier(call.expression) ? [textOf(tree, call.expression)] : [];
  });
  return [...new Set(names)].filter((name) => !ENCODERS.has(name));
}

const ENCODERS = new Set(['String', 'encodeURIComponent', 'encodeURI', 'escape', 'btoa', 'JSON', 'Boolean', 'Number', 'Object']);

function overlaps(edits: TextEdit[]): boolean {
  const sorted = [...edits].sort((one, two) => one.at.start - two.at.start);
  return sorted.some(
    (edit, index) => index > 0 && edit.at.path === sorted[index - 1]!.at.path && edit.at.start < sorted[index - 1]!.at.end,
  );
}

function parsesAsWell({ edits }: Fix, context: FixContext): boolean {
  const paths = [...new Set(edits.map(({ at }) => at.path))].filter((path) => !path.endsWith('.json'));
  return paths.every((path) => {
    const before = context.text(path);
    const after = editedText(
      before,
      edits.filter(({ at }) => at.path === path),
    );
    return after !== before && openTree(path, after).syntaxErrors <= openTree(path, before).syntaxErrors;
  });
}
