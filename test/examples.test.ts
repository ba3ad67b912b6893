import { describe, expect, test } from 'vitest';
import { CONFIG_NAME } from '../server/engine/policy';
import { lineOf } from './expectations';
import { analyzeFiles, models, rules } from './run';

/**
 * "3 pii-in-logs": line and rule of each finding in a snippet. A snippet may be a policy itself, or say in a comment
 * under which policy it is read (`// policy: { … }`). A rule of the strict preset is switched on for its own examples.
 */
function findingsIn(snippet: string, strict = ''): string[] {
  const isPolicy = snippet.startsWith(`// ${CONFIG_NAME}`);
  const path = isPolicy ? CONFIG_NAME : /<\/|\/>/.test(snippet) ? 'snippet.tsx' : 'snippet.ts';
  const policy = JSON.parse(/^\/\/ policy: (.*)$/m.exec(snippet)?.[1] ?? '{}') as object;
  const on = strict === '' ? {} : { rules: { [strict]: rules.find(({ id }) => id === strict)!.severity } };
  const found = analyzeFiles({ [CONFIG_NAME]: JSON.stringify({ ...policy, ...on }), [path]: snippet });
  return found.filter(({ at }) => at.path === path).map(({ rule, at }) => `${lineOf(snippet, at.start)} ${rule}`);
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
