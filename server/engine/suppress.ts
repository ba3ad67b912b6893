/**
 * Suppressions in comments. Each must name its rules and give a reason; one that does not, has run
 * out, names an unknown rule or covers nothing is a finding itself, of the rule `expired-exception`.
 */
import type { CommentIR } from './ir';
import type { RuleSetting } from './policy';
import type { Finding } from './rule';
import type { Exceptions } from './rule/policy';
import { directivesOf, isOver, type Directive } from './suppress/directives';
import { linesOf, type Lines } from './suppress/lines';
import { problemsOf } from './suppress/problems';

export interface SuppressInput {
  path: string;
  text: string;
  comments: CommentIR[];
  /** Findings in this file. */
  findings: Finding[];
  rules: Map<string, RuleSetting>;
  /** What the policy asks of every exception. */
  exceptions: Exceptions;
  /** The day the run counts as, "2026-11-23". */
  today: string;
}

export interface Suppressed {
  finding: Finding;
  reason: string;
  /** "2027-01-31" or ''. */
  until: string;
  /** Who agreed, or ''. */
  approver: string;
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
    if (first) result.suppressed.push({ finding, reason: first.reason, until: first.until, approver: first.approver });
    else result.kept.push(finding);
  }
  const isUsed = (directive: Directive, rule: string): boolean => used.has(keyOf(directive, rule));
  for (const directive of directives) result.problems.push(...problemsOf(directive, isUsed, input));
  return result;
}

function isEffective(directive: Directive, today: string): boolean {
  return directive.reason !== '' && !isOver(directive, today) && directive.kind !== 'enable' && directive.kind !== 'misspelt';
}

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
    case 'misspelt':
      return false;
  }
}

const keyOf = (directive: Directive, rule: string): string => `${directive.start} ${rule}`;
