/** One rule over a project: what it finds, and what is known of where it broke off when it throws. */
import type { Ask, Finding, Options, Rule } from './rule';

/** A rule that threw: a mistake of ours. What it had found before stays. */
export interface FailedRule {
  rule: string;
  /** The file that it last looked at, or '' when it had not come to any. */
  path: string;
  /** What went wrong, as the engine was told. */
  words: string;
}

export interface RuleRun {
  found: Omit<Finding, 'rule'>[];
  failed: FailedRule | null;
}

export function runRule(rule: Rule, askFor: (options: Options) => Ask, options: Options): RuleRun {
  const found: Omit<Finding, 'rule'>[] = [];
  let path = '';
  try {
    const ask = watched(askFor(options), (last) => (path = last));
    for (const finding of rule.check(ask)) {
      found.push(finding);
      path = finding.at.path;
    }
    return { found, failed: null };
  } catch (error) {
    return { found, failed: { rule: rule.id, path, words: error instanceof Error ? error.message : String(error) } };
  }
}

/** The same questions; whoever asks is told the file of each answer of a list as it is taken. */
function watched(ask: Ask, at: (path: string) => void): Ask {
  const entries = Object.entries(ask).map(([name, value]: [string, unknown]) =>
    typeof value === 'function' ? [name, (...given: unknown[]) => watchedList((value as Question)(...given), at)] : [name, value],
  );
  // The same members with the same types: each function gives what it gave, item by item.
  return Object.fromEntries(entries) as unknown as Ask;
}

type Question = (...given: unknown[]) => unknown;

/** A list of what has a place; what else a question answers (words, a judgement) passes as it is. */
function watchedList(answer: unknown, at: (path: string) => void): unknown {
  if (typeof answer !== 'object' || answer === null || !(Symbol.iterator in answer)) return answer;
  if (Array.isArray(answer) && pathOf(answer[0]) === '') return answer;
  return (function* () {
    for (const item of answer as Iterable<unknown>) {
      at(pathOf(item));
      yield item;
    }
  })();
}

/** The file of something that has a place, or ''. */
function pathOf(item: unknown): string {
  const { at } = (typeof item === 'object' && item !== null ? item : {}) as { at?: { path?: unknown } };
  return typeof at?.path === 'string' ? at.path : '';
}
