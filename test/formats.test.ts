import { readFileSync } from 'node:fs';
import Ajv from 'ajv';
import fc from 'fast-check';
import { SaxesParser } from 'saxes';
import { describe, expect, test } from 'vitest';
import { formats } from '../server/report';
import { everything, finding, reportOf, texts } from './support/reports';

/** What is written of findings whose names and code try to break out of every format. */
const HOSTILE = `</details><script>alert(1)</script> & "quoted", 100% \`code\` @everyone [x](http://x.test)\nsecond ]]> ::error::line`;
const hostile = [
  ...everything,
  finding('src/a.ts', 'console.log(1);\r', { rule: 'pii-in-logs', message: HOSTILE, hint: '=HYPERLINK("x")', symbol: '=cmd()' }),
];
const written = (format: string, findings = hostile): string => formats[format]!(reportOf(findings));

test.each(Object.keys(formats).filter((format) => format !== 'sarif'))('%s is what it was', async (format) => {
  await expect(written(format)).toMatchFileSnapshot(`golden/${format}.txt`);
  await expect(written(format, [])).toMatchFileSnapshot(`golden/${format}-clean.txt`);
});

test('json holds to the schema that is shipped', () => {
  const schema = JSON.parse(readFileSync('schema/report.schema.json', 'utf8')) as object;
  const validate = new Ajv({ allErrors: true, strictTypes: false }).compile(schema);
  for (const findings of [[], hostile]) {
    validate(JSON.parse(written('json', findings)));
    expect(validate.errors).toBeNull();
  }
  expect(validate({ version: 1, findings: [] })).toBe(false);
});

interface Element {
  name: string;
  attributes: Record<string, string>;
}

describe('XML', () => {
  const elements = (document: string): Element[] => {
    const found: Element[] = [];
    const parser = new SaxesParser();
    parser.on('error', (error) => {
      throw error;
    });
    parser.on('opentag', ({ name, attributes }) => void found.push({ name, attributes: attributes as Record<string, string> }));
    parser.write(document).close();
    return found;
  };

  test.each(['junit', 'checkstyle'])('%s is well formed whatever the words, and gives them back', (format) => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', minLength: 1 }), (message) => {
        const found = elements(written(format, [finding('src/a.ts', 'console.log(1)', { message, hint: '' })]));
        const isAllowed = /^[\t\n\r\u0020-\ud7ff\ue000-\ufffd]*$/.test(message);
        const shown = found.find(({ name }) => name === 'failure' || name === 'error')!.attributes['message'];
        return !isAllowed || shown === (format === 'junit' ? message : message.trim());
      }),
    );
  });

  test('junit counts failures, and a clean run has one test that passed', () => {
    const [all, ...rest] = elements(written('junit'));
    expect(all!.attributes).toMatchObject({ tests: '4', failures: '4' });
    expect(rest.filter(({ name }) => name === 'testcase')).toHaveLength(4);
    expect(elements(written('junit', []))[0]!.attributes).toMatchObject({ tests: '1', failures: '0' });
  });
});

describe('github', () => {
  const many = Array.from({ length: 12 }, () => finding('src/a.ts', 'console.log(1)'));
  const errors = Array.from({ length: 11 }, () => finding('src/a.ts', 'console.log(1)', { severity: 'error' }));

  test('the gravest come first, ten of a kind, and the rest is counted', () => {
    const lines = written('github', [...many, ...errors])
      .trimEnd()
      .split('\n');
    expect(lines.map((line) => /^::(\w+)/.exec(line)![1])).toEqual([
      ...Array.from({ length: 10 }, () => 'error'),
      ...Array.from({ length: 10 }, () => 'warning'),
      'notice',
    ]);
    expect(lines.at(-1)).toContain('11 errors, 12 warnings in all; 3 more than these annotations can show.');
  });

  test('a name in code gives no command', () => {
    fc.assert(
      fc.property(fc.string(), (message) => {
        const lines = written('github', [finding('src/a.ts', 'console.log(1)', { message })])
          .trimEnd()
          .split(/[\r\n]/);
        return lines.length === 1 && lines[0]!.startsWith('::warning file=src/a.ts,line=5');
      }),
    );
  });
});

test('gitlab has a fingerprint of its own for each finding', () => {
  const twice = [finding('src/a.ts', 'console.log(1)'), finding('src/a.ts', 'console.log(1)')];
  const entries = JSON.parse(written('gitlab', twice)) as { fingerprint: string; severity: string }[];
  expect(new Set(entries.map(({ fingerprint }) => fingerprint)).size).toBe(2);
  expect(entries[0]).toMatchObject({ check_name: 'expired-exception', severity: 'major', location: { path: 'src/a.ts' } });
});

test('csv keeps formulas from running', () => {
  const row = written('csv', [finding('src/a.ts', 'console.log(1)', { message: '=1+1, "x"', hint: '@SUM(A1)', symbol: '-2' })]);
  expect(row.split('\r\n')[1]).toContain(`"'=1+1, ""x""",'@SUM(A1)`);
});

test('markdown fits into a comment and says what is left out', () => {
  const calls = Array.from({ length: 20 }, (_, index) => `call(${index}, "${'x'.repeat(4000)}");`);
  texts['src/long.ts'] = calls.join('\n');
  const long = calls.map((call) => finding('src/long.ts', call.slice(0, 9)));
  const comment = written('markdown', [...hostile, ...long]);
  expect(comment.length).toBeLessThan(65_536);
  expect(comment).toContain('**20 more** are in the other files');
  expect(comment).not.toMatch(/<script|@everyone/);
});

test('html loads nothing, and code in it stays code', () => {
  expect(written('html')).not.toMatch(/<script|<link|<img|src=|@import|url\(/);
});
