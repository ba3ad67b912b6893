import { describe, expect, test } from 'vitest';
import { CONFIG_NAME } from '../server/engine/policy';
import { lineOf } from './expectations';
import { analyzeFiles, models, rules } from './run';

/**
 * "3 pii-in-logs": line and rule of each finding in a snippet. A snippet may be a policy itself, or say in its first line
 * under which policy it is read.
 */
function findingsIn(snippet: string): string[] {
  const isPolicy = snippet.startsWith(`// ${CONFIG_NAME}`);
  const path = isPolicy ? CONFIG_NAME : /<\/|\/>/.test(snippet) ? 'snippet.tsx' : 'snippet.ts';
  const policy = /^\/\/ policy: (.*)$/m.exec(snippet)?.[1];
  const found = analyzeFiles({ ...(policy ? { [CONFIG_NAME]: policy } : {}), [path]: snippet });
  return found.filter(({ at }) => at.path === path).map(({ rule, at }) => `${lineOf(snippet, at.start)} ${rule}`);
}

/** Another rule may speak about the marked line as well, for another reason; every other line is silent. */
function expectMarked(snippet: string, rule: string) {
  const line = snippet.split('\n').findIndex((text) => text.includes('// !')) + 1;
  const found = findingsIn(snippet);
  expect(found).toContain(`${line} ${rule}`);
  expect(found.filter((each) => !each.startsWith(`${line} `))).toEqual([]);
}

describe.each(rules)('$id', ({ id, examples }) => {
  test.each(examples.bad)('flags %s', (snippet) => expectMarked(snippet, id));
  test.each(examples.ok)('is silent about %s', (snippet) => expect(findingsIn(snippet)).toEqual([]));
});

describe.each(models)('$id', ({ examples }) => {
  test.each(examples.finds)('finds %s', (snippet) => expectMarked(snippet, /\/\/ ! ([a-z-]+)/.exec(snippet)![1]));
  test.each(examples.silent)('is silent about %s', (snippet) => expect(findingsIn(snippet)).toEqual([]));
});
