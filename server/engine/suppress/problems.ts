/** What is wrong with a suppression itself: findings of `expired-exception`, each with its way out. */
import { didYouMean } from '../policy/nearest';
import { after, daysBetween, isDay } from '../policy/time';
import type { Finding, Severity } from '../rule';
import type { Fix } from '../rule/fixes';
import type { SuppressInput } from '../suppress';
import { isOver, type Directive } from './directives';

export const EXPIRED_EXCEPTION = 'expired-exception';

/** Days after its end from which an exception that nobody looked at again is an error. */
const PATIENCE = 30;
const EXTENSION = '90 days';

/** @param isUsed whether the directive covers a finding of the rule. */
export function problemsOf(
  directive: Directive,
  isUsed: (directive: Directive, rule: string) => boolean,
  input: SuppressInput,
): Finding[] {
  const setting = input.rules.get(EXPIRED_EXCEPTION);
  if (!setting || setting.severity === 'off' || directive.kind === 'enable') return [];
  const { severity } = setting;
  const problem: Problem = (kind, message, hint, fixes, grave = false) => {
    const at = { path: input.path, start: directive.start, end: directive.end };
    const fixed = { rule: EXPIRED_EXCEPTION, at, extent: at, confidence: 'high' as const, path: [], categories: [], symbol: '' };
    return { ...fixed, severity: grave && !setting.given ? ('error' as Severity) : severity, kind, message, hint, fixes };
  };
  if (directive.kind === 'misspelt') {
    const meant = `data-ethics-${directive.meant}`;
    const message = `This comment begins as a suppression does and is none, so it suppresses nothing. Did you mean '${meant}'?`;
    return [problem('misspelt', message, `Write \`${meant}\`, or remove the comment.`, [removal(directive, input)])];
  }
  if (!directive.rules.length) {
    const hint = 'Name the rules after the directive, separated by commas.';
    return [
      problem('unknown-rule', 'This suppression names no rule, so it suppresses nothing.', hint, [removal(directive, input)]),
    ];
  }
  const unknown = directive.rules.filter((rule) => !input.rules.has(rule));
  const problems = unknown.map((rule) => {
    const message = `This suppression names the rule '${rule}', which does not exist.${didYouMean(rule, input.rules.keys())}`;
    return problem('unknown-rule', message, 'Correct the rule id, or remove the comment.', [removal(directive, input)]);
  });
  const known = directive.rules.filter((rule) => !unknown.includes(rule));
  if (!known.length) return problems;
  const wrong = ineffective(directive, known, input, problem);
  if (wrong) return [...problems, wrong];
  problems.push(...unmet(directive, known, input, problem));
  // A rule that is off found nothing because it did not look.
  const unused = known.filter((rule) => input.rules.get(rule)!.severity !== 'off' && !isUsed(directive, rule));
  if (!unused.length) return problems;
  const message = `This suppression of ${unused.join(', ')} covers no finding.`;
  const fixes = unused.length === directive.rules.length ? [removal(directive, input)] : [];
  return [...problems, problem('unused', message, 'Remove it, or move it to the line it is meant for.', fixes)];
}

type Problem = (kind: string, message: string, hint: string, fixes: Fix[], grave?: boolean) => Finding;

/** Why the suppression has no effect, or undefined. */
function ineffective(directive: Directive, known: string[], input: SuppressInput, problem: Problem): Finding | undefined {
  const named = known.join(', ');
  if (directive.reason === '') {
    const hint = 'Write the reason behind the rule: `-- reason: why this is right here`.';
    return problem('no-reason', `This suppression of ${named} gives no reason, so it suppresses nothing.`, hint, [
      removal(directive, input),
      appended(directive, input, ' -- reason: TODO', 'Add a reason'),
    ]);
  }
  if (directive.until && !isDay(directive.until)) {
    const message = `This suppression of ${named} ends on '${directive.until}', which is not a date, so it suppresses nothing.`;
    return problem('expired', message, 'Write the date as `-- until 2027-01-31`.', []);
  }
  if (!isOver(directive, input.today)) return undefined;
  const hint = 'Mend the code and remove the comment, or give a new date and say why it still holds.';
  const isLong = daysBetween(directive.until, input.today) > PATIENCE;
  const fixes = [removal(directive, input), ...extension(directive, input)];
  return problem('expired', `This suppression of ${named} ran out on ${directive.until}.`, hint, fixes, isLong);
}

/** What the policy asks of exceptions, and what is too wide: the suppression holds all the same. */
function* unmet(directive: Directive, known: string[], input: SuppressInput, problem: Problem): Iterable<Finding> {
  const named = known.join(', ');
  const { requireExpiry, requireApprover, longest } = input.exceptions;
  const end = after(input.today, EXTENSION);
  if (requireExpiry && directive.until === '') {
    const fixes = end ? [appended(directive, input, ` -- until ${end}`, `End it on ${end}`)] : [];
    const message = `This suppression of ${named} has no end, and the policy asks for one.`;
    yield problem('no-expiry', message, 'Write the day on which somebody looks again: `-- until 2027-01-31`.', fixes);
  }
  const last = longest ? after(input.today, longest) : undefined;
  if (last && directive.until > last) {
    const message = `This suppression of ${named} reaches to ${directive.until}, further than the ${longest} that the policy allows.`;
    yield problem('too-long', message, `End it on ${last} or before.`, []);
  }
  if (requireApprover && directive.approver === '') {
    const fixes = [appended(directive, input, ' -- approved by: TODO', 'Add who approved it')];
    const message = `This suppression of ${named} does not say who agreed, and the policy asks for that.`;
    yield problem('no-approver', message, 'Write who agreed: `-- approved by: Mara`.', fixes);
  }
  const grave = known.filter((rule) => input.rules.get(rule)?.severity === 'error');
  const isWhole = directive.kind === 'file' || (directive.kind === 'block' && directive.to >= input.text.length);
  if (!isWhole || grave.length === 0) return;
  const message = `This suppression covers the whole rest of the file for ${grave.join(', ')}, which ${grave.length > 1 ? 'are errors' : 'is an error'}.`;
  yield problem('blanket', message, 'Suppress the lines it is meant for, so that the next one is seen.', []);
}

/** The comment with its line, when nothing else stands on it. */
function removal({ start, end }: Directive, { path, text }: SuppressInput): Fix {
  const from = text.lastIndexOf('\n', start - 1) + 1;
  const to = text.indexOf('\n', end);
  const isAlone = text.slice(from, start).trim() === '' && to >= 0 && text.slice(end, to).trim() === '';
  const at = isAlone ? { path, start: from, end: to + 1 } : { path, start: text.slice(0, start).trimEnd().length, end };
  return { title: 'Remove the suppression', kind: 'mend', safe: false, edits: [{ at, text: '' }] };
}

function appended({ start, end }: Directive, { path, text }: SuppressInput, words: string, title: string): Fix {
  const close = /\s*(?:\*\/|-->)$/.exec(text.slice(start, end))?.[0].length ?? 0;
  const at = end - close;
  return { title, kind: 'mend', safe: false, edits: [{ at: { path, start: at, end: at }, text: words }] };
}

function extension({ start, end, until }: Directive, { path, text, today }: SuppressInput): Fix[] {
  const day = after(today, EXTENSION);
  const offset = text.slice(start, end).lastIndexOf(until);
  if (!day || offset < 0) return [];
  const at = { path, start: start + offset, end: start + offset + until.length };
  return [{ title: `Extend it to ${day}, and say why it still holds`, kind: 'mend', safe: false, edits: [{ at, text: day }] }];
}
