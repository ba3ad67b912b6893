import { describe, expect, test } from 'vitest';
import { lineOf } from './expectations';
import { analyzeFiles, models, rules } from './run';

/**
 * "3 pii-in-logs": line and rule of each finding in a snippet. A rule of the strict preset is switched on for its own
 * examples; a snippet may begin with its policy file: `// data-ethics.json: { … }`.
 */
function findingsIn(snippet: string, strict = ''): string[] {
  const path = /<\/|\/>/.test(snippet) ? 'snippet.tsx' : 'snippet.ts';
  const policy = JSON.parse(/^\/\/ data-ethics\.json: (.*)$/m.exec(snippet)?.[1] ?? '{}') as object;
  const on = strict === '' ? {} : { rules: { [strict]: rules.find(({ id }) => id === strict)!.severity } };
  return analyzeFiles({ [path]: snippet, 'data-ethics.json': JSON.stringify({ ...policy, ...on }) }).map(
    ({ rule, at }) => `${lineOf(snippet, at.start)} ${rule}`,
  );
}

/** Another rule may speak about the marked line as well, for another reason; every other line is silent. */
function expectMarked(snippet: string, rule: string, strict = '') {
  const line = snippet.split('\n').findIndex((text) => text.includes('// !')) + 1;
  const found = findingsIn(snippet, strict);
  expect(found).toContain(`${line} ${rule}`);
  expect(found.filter((each) => !each.startsWith(`${line} `))).toEqual([]);
}

describe.each(rules)('$id', ({ id, preset, examples }) => {
  const strict = preset === 'strict' ? id : '';
  test.each(examples.bad)('flags %s', (snippet) => expectMarked(snippet, id, strict));
  test.each(examples.ok)('is silent about %s', (snippet) => expect(findingsIn(snippet, strict)).toEqual([]));
});

describe.each(models)('$id', ({ examples }) => {
  test.each(examples.finds)('finds %s', (snippet) => expectMarked(snippet, /\/\/ ! ([a-z-]+)/.exec(snippet)![1]));
  test.each(examples.silent)('is silent about %s', (snippet) => expect(findingsIn(snippet)).toEqual([]));
});
