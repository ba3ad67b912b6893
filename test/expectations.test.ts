import { describe, expect, test } from 'vitest';
import { disagreements, expectationsOf, type Found } from './expectations';

const text = ['const a = 1;', 'log(a); // want pii-in-logs "email" want cleartext-pii', 'log(b); {/* gap pii-in-url */}'].join(
  '\n',
);
const files = { 'a.ts': text };
const at = (line: number, rule: string, message: string): Found => {
  const start =
    text
      .split('\n')
      .slice(0, line - 1)
      .join('\n').length + (line > 1 ? 1 : 0);
  return { rule, message, path: 'a.ts', start };
};

test('a comment holds several expectations, with or without a message', () => {
  const read = expectationsOf('a.ts', text).map(({ word, rule, line, pattern }) => `${line} ${word} ${rule} ${pattern.source}`);
  expect(read).toEqual(['2 want pii-in-logs email', '2 want cleartext-pii (?:)', '3 gap pii-in-url (?:)']);
});

test('prose about what one may want is no expectation', () => {
  expect(expectationsOf('a.ts', 'const words = "I want pii-in-logs";')).toEqual([]);
});

describe('disagreements', () => {
  const both = [at(2, 'pii-in-logs', 'The email address is written'), at(2, 'cleartext-pii', 'x')];

  test('none when every expectation is met', () => expect(disagreements(files, both)).toEqual([]));

  test('a message that does not match is unexpected, and the wanted one is missing', () => {
    const found = disagreements(files, [at(2, 'pii-in-logs', 'The phone number is written'), both[1]]);
    expect(found.map((each) => each.split(' ')[1])).toEqual(['missing', 'unexpected']);
  });

  test('a finding on a silent line is unexpected', () => {
    expect(disagreements(files, [...both, at(1, 'pii-in-logs', 'email')])).toEqual(['a.ts:1 unexpected pii-in-logs: email']);
  });

  test('a gap that is found must be rewritten', () => {
    expect(disagreements(files, [...both, at(3, 'pii-in-url', 'x')])).toEqual([
      'a.ts:3 the gap of pii-in-url is closed: write "want"',
    ]);
  });

  test('noise that is silent must be removed', () => {
    const noisy = { 'b.ts': 'log(c); // noise pii-in-logs' };
    expect(disagreements(noisy, [])).toEqual(['b.ts:1 the noise of pii-in-logs is gone: remove the comment']);
    expect(disagreements(noisy, [{ rule: 'pii-in-logs', message: '', path: 'b.ts', start: 0 }])).toEqual([]);
  });
});
