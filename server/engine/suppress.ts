/**
 * Suppressions in comments. Each must name its rules and give a reason; one that does not, has run
 * out, names an unknown rule or covers nothing is a finding itself, of the rule `expired-exception`.
 */
import type { CommentIR } from './ir';
import type { RuleSetting } from './policy';
import { didYouMean } from './policy/nearest';
import { isDay } from './policy/time';
import type { Finding } from './rule';
import { directivesOf, type Directive } from './suppress/directives';
import { linesOf, type Lines } from './suppress/lines';

export const EXPIRED_EXCEPTION = 'expired-exception';

export interface SuppressInput {
  path: string;
  text: string;
  comments: CommentIR[];
  /** Findings in this file. */
  findings: Finding[];
  rules: Map<string, RuleSetting>;
  /** The day the run counts as, "2026-11-23". */
  today: string;
}

export interface Suppressed {
  finding: Finding;
  reason: string;
  /** "2027-01-31" or ''. */
  until: string;
}

export interface SuppressResult {
  kept: Finding[];
  suppressed: Suppressed[];
  /** What is wrong with the suppressions themselves. */
  problems: Finding[];
}

export function suppress(input: SuppressInput): SuppressResult {
  const lines = linesOf(input.text);
  const directives = directivesOf(input.text, input.comments, lines);
  const result: SuppressResult = { kept: [], suppressed: [], problems: [] };
  const used = new Set<string>();
  for (const finding of input.findings) {
    const by = directives.filter((directive) => directive.rules.includes(finding.rule) && isEffective(directive, input.today));
    const covering = by.filter((directive) => covers(directive, finding, lines));
    for (const directive of covering) used.add(keyOf(directive, finding.rule));
    const first = covering[0];
    if (first) result.suppressed.push({ finding, reason: first.reason, until: first.until });
    else result.kept.push(finding);
  }
  for (const directive of directives) result.problems.push(...problemsOf(directive, used, input));
  return result;
}

function isEffective(directive: Directive, today: string): boolean {
  return directive.reason !== '' && !isOver(directive, today) && directive.kind !== 'enable';
}

const isOver = (directive: Directive, today: string): boolean =>
  directive.until !== '' && (!isDay(directive.until) || directive.until < today);

function covers(directive: Directive, finding: Finding, lines: Lines): boolean {
  const starts = [finding.at.start, finding.extent.start];
  switch (directive.kind) {
    case 'file':
      return true;
    case 'next-line':
      return starts.some((start) => lines.lineAt(start) === directive.line);
    case 'line':
      return (
        lines.lineAt(Math.min(...starts)) <= directive.line &&
        directive.line <= lines.lineAt(Math.max(finding.at.end, finding.extent.end))
      );
    case 'block':
      return starts.some((start) => directive.from <= start && start < directive.to);
    case 'enable':
      return false;
  }
}

const keyOf = (directive: Directive, rule: string): string => `${directive.start} ${rule}`;

function problemsOf(directive: Directive, used: Set<string>, input: SuppressInput): Finding[] {
  const setting = input.rules.get(EXPIRED_EXCEPTION);
  if (!setting || setting.severity === 'off' || directive.kind === 'enable') return [];
  const { severity } = setting;
  const problem = (kind: string, message: string, hint: string): Finding => {
    const at = { path: input.path, start: directive.start, end: directive.end };
    const fixed = {
      rule: EXPIRED_EXCEPTION,
      at,
      extent: at,
      severity,
      confidence: 'high' as const,
      path: [],
      categories: [],
      symbol: '',
    };
    return { ...fixed, kind, message, hint };
  };
  if (!directive.rules.length) {
    const hint = 'Name the rules after the directive, separated by commas.';
    return [problem('unknown-rule', 'This suppression names no rule, so it suppresses nothing.', hint)];
  }
  const unknown = directive.rules.filter((rule) => !input.rules.has(rule));
  const problems = unknown.map((rule) => {
    const message = `This suppression names the rule '${rule}', which does not exist.${didYouMean(rule, input.rules.keys())}`;
    return problem('unknown-rule', message, 'Correct the rule id, or remove the comment.');
  });
  const known = directive.rules.filter((rule) => !unknown.includes(rule));
  if (!known.length) return problems;
  const named = known.join(', ');
  if (directive.reason === '') {
    const hint = 'Write the reason behind the rule: `-- reason: why this is right here`.';
    return [...problems, problem('no-reason', `This suppression of ${named} gives no reason, so it suppresses nothing.`, hint)];
  }
  if (directive.until && !isDay(directive.until)) {
    const message = `This suppression of ${named} ends on '${directive.until}', which is not a date, so it suppresses nothing.`;
    return [...problems, problem('expired', message, 'Write the date as `-- until 2027-01-31`.')];
  }
  if (isOver(directive, input.today)) {
    const hint = 'Mend the code and remove the comment, or give a new date and say why it still holds.';
    return [...problems, problem('expired', `This suppression of ${named} ran out on ${directive.until}.`, hint)];
  }
  // A rule that is off found nothing because it did not look.
  const unused = known.filter((rule) => input.rules.get(rule)!.severity !== 'off' && !used.has(keyOf(directive, rule)));
  if (!unused.length) return problems;
  const message = `This suppression of ${unused.join(', ')} covers no finding.`;
  return [...problems, problem('unused', message, 'Remove it, or move it to the line it is meant for.')];
}
