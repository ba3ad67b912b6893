/**
 * What the lines of a fixture say about themselves, and whether the findings agree.
 *
 *     audit(user); // want pii-in-logs "email.*log"     a finding of the rule, here, whose message matches
 *     audit(user); // gap pii-in-logs                   a known miss: fails once it is found
 *     audit(shop); // noise pii-in-logs                 a known false alarm: fails once it is silent
 *
 * One comment may hold several of them. A line that says nothing must be silent for every rule.
 */

/** The part of a finding that a fixture judges; `start` is an offset into the text of `path`. */
export interface Found {
  rule: string;
  message: string;
  path: string;
  start: number;
}

export interface Expectation {
  word: 'want' | 'gap' | 'noise';
  rule: string;
  pattern: RegExp;
  path: string;
  /** From 1. */
  line: number;
}

/** One sentence per disagreement; empty when the findings are what the files say. */
export function disagreements(files: Record<string, string>, found: Found[]): string[] {
  const expectations = Object.entries(files).flatMap(([path, text]) => expectationsOf(path, text));
  const met = new Set<Expectation>();
  const sentences: string[] = [];
  for (const finding of found) {
    const line = lineOf(files[finding.path] ?? '', finding.start);
    const here = expectations.filter((each) => each.path === finding.path && each.line === line && each.rule === finding.rule);
    const matching = here.filter((each) => each.pattern.test(finding.message));
    for (const each of matching) met.add(each);
    if (matching.length === 0) sentences.push(`${finding.path}:${line} unexpected ${finding.rule}: ${finding.message}`);
  }
  for (const expectation of expectations) {
    const { path, line, word, rule, pattern } = expectation;
    const isMet = met.has(expectation);
    if (word === 'want' && !isMet) sentences.push(`${path}:${line} missing ${rule} ${pattern}`);
    if (word === 'gap' && isMet) sentences.push(`${path}:${line} the gap of ${rule} is closed: write "want"`);
    if (word === 'noise' && !isMet) sentences.push(`${path}:${line} the noise of ${rule} is gone: remove the comment`);
  }
  return sentences.sort();
}

export function expectationsOf(path: string, text: string): Expectation[] {
  return text.split('\n').flatMap((content, index) => {
    const comment = content.search(/(?:\/\/|\/\*|<!--)\s*(?:want|gap|noise)\s/);
    if (comment < 0) return [];
    const matches = content.slice(comment).matchAll(/\b(want|gap|noise)\s+([a-z][a-z-]+)(?:\s+"([^"]*)")?/g);
    return [...matches].map(([, word, rule, pattern]) => ({
      word: word as Expectation['word'],
      rule,
      pattern: new RegExp(pattern ?? '', 'i'),
      path,
      line: index + 1,
    }));
  });
}

export function lineOf(text: string, offset: number): number {
  return text.slice(0, offset).split('\n').length;
}
