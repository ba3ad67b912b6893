import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { gzipSync } from 'node:zlib';
import Ajv from 'ajv';
import addFormats from 'ajv-formats';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Finding } from '../server/engine/rule';
import { json } from '../server/report/json';
import { sarif } from '../server/report/sarif';
import { stylish } from '../server/report/stylish';
import { everything, finding, reportOf } from './support/reports';

interface Result {
  level: string;
  locations: { physicalLocation: { artifactLocation: { uri: string }; region: Record<string, number> } }[];
  codeFlows?: { threadFlows: { locations: { location: { message: { text: string } } }[] }[] }[];
  relatedLocations?: unknown[];
  partialFingerprints: Record<string, string>;
  properties: Record<string, unknown>;
}

interface Run {
  results: Result[];
  invocations: { toolExecutionNotifications: { message: { text: string } }[] }[];
  tool: { driver: { rules: { help: { text: string }; properties: { tags: string[] } }[] } };
}

function resultsOf(findings: Finding[]): Result[] {
  return (JSON.parse(sarif(reportOf(findings))) as { runs: { results: Result[] }[] }).runs[0]!.results;
}

describe('SARIF', () => {
  test('validates against the schema of SARIF 2.1.0', () => {
    // The official schema, as a package of Microsoft's SARIF tools ships it.
    const schemaPath = createRequire(import.meta.url).resolve('@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json');
    const ajv = new Ajv({ strict: false, allErrors: true, unicodeRegExp: false });
    addFormats(ajv);
    // The schema is written in draft 4; what it uses of it means the same in draft 7.
    const { $schema: _draft, id: _id, ...schema } = JSON.parse(readFileSync(schemaPath, 'utf8')) as Record<string, unknown>;
    const validate = ajv.compile(schema);
    for (const findings of [[], everything]) {
      validate(JSON.parse(sarif(reportOf(findings))));
      expect(validate.errors).toBeNull();
    }
    expect(validate({ version: '2.1.0', runs: [{ results: [] }] })).toBe(false);
  });

  test('levels, places and confidence', () => {
    const [first, second, third] = resultsOf(everything);
    expect([first!.level, second!.level, third!.level]).toEqual(['error', 'note', 'warning']);
    expect(first!.locations[0]!.physicalLocation.region).toEqual({ startLine: 3, startColumn: 3, endLine: 4, endColumn: 15 });
    expect(third!.locations[0]!.physicalLocation).toEqual({
      artifactLocation: { uri: 'src/odd%20%231/%C3%A4%20b%3F.ts', uriBaseId: '%SRCROOT%' },
      region: { startLine: 1, startColumn: 2, endLine: 1, endColumn: 23 },
    });
    expect(second!.properties).toEqual({ confidence: 'medium', kind: 'field', categories: ['email'] });
  });

  test('paths become code flows of at most 40 steps, both ends kept', () => {
    const [first, second, third] = resultsOf(everything);
    const words = third!.codeFlows![0]!.threadFlows[0]!.locations.map(({ location }) => location.message.text);
    expect(words).toHaveLength(40);
    expect([words[0], words[19], words[20], words[21], words[39]]).toEqual([
      'step 1',
      'step 20',
      'step 21 (20 more steps follow here)',
      'step 42',
      'step 60',
    ]);
    expect(first!.codeFlows![0]!.threadFlows[0]!.locations).toHaveLength(3);
    expect([first!.relatedLocations?.length, second!.relatedLocations, second!.codeFlows]).toEqual([3, undefined, undefined]);
  });

  test('stays within what GitHub takes, however much is found', () => {
    const files = Array.from({ length: 3000 }, (_, file) => `apps/shop/src/features/area-${file % 40}/page-${file}.tsx`);
    const line = (at: number): string => `  track(customer.field${at % 97}, order.total${at % 31}); // ${at}\n`;
    const text = Array.from({ length: 12 }, (_, at) => line(at)).join('');
    const starts = Array.from({ length: 12 }, (_, at) => text.indexOf(line(at)));
    const findings = files.flatMap((path, file) =>
      starts.slice(0, 10).map((start, number): Finding => {
        const at = { path, start: start + 2, end: start + 30 };
        const way = Array.from({ length: file % 500 === 0 ? 60 : (file % 17) + 1 }, (_, step) => ({
          at: { path: files[(file * 7 + step * 13) % files.length]!, start: starts[step % 12]!, end: starts[step % 12]! + 9 },
          words: `passed to handler${step}Of${file}() here`,
        }));
        const severity = number === 9 ? 'error' : number % 2 ? 'warning' : 'info';
        return { ...finding('src/a.ts', 'const'), at, extent: at, severity, symbol: `handler${number}`, path: way };
      }),
    );
    const log = sarif(reportOf(findings, () => text));
    const run = (JSON.parse(log) as { runs: Run[] }).runs[0]!;
    const steps = run.results.map(({ codeFlows }) => codeFlows?.[0]?.threadFlows[0]?.locations.length ?? 0);
    expect(run.results).toHaveLength(25_000);
    expect(Math.max(...steps)).toBe(40);
    // Packing all of it takes longer than writing it: twenty slices, a tenth of the log, stand for the rest.
    const slice = Math.ceil(log.length / 200);
    const sample = Array.from({ length: 20 }, (_, at) => log.slice(at * 10 * slice, (at * 10 + 1) * slice)).join('');
    expect(10 * gzipSync(sample).length).toBeLessThan(10_000_000);
    expect(run.results.filter(({ level }) => level === 'error')).toHaveLength(3000);
    expect(run.results.filter(({ level }) => level === 'warning')).toHaveLength(12_000);
    const said = run.invocations[0]!.toolExecutionNotifications.map(({ message }) => message.text);
    expect(said).toContainEqual(expect.stringMatching(/^5000 findings of lesser weight are left out/));
    expect(said).toContainEqual(expect.stringMatching(/^\d+ results are without their path/));
    for (const { properties } of run.tool.driver.rules) expect(properties.tags.length).toBeLessThanOrEqual(10);
    expect(run.tool.driver.rules.every(({ help }) => help.text.length > 0)).toBe(true);
  }, 60_000);

  test('every rule has help, an address and a level', () => {
    const log = JSON.parse(sarif(reportOf([]))) as {
      runs: {
        columnKind: string;
        tool: {
          driver: {
            rules: { id: string; help: { text: string; markdown: string }; helpUri: string; defaultConfiguration: object }[];
          };
        };
      }[];
    };
    expect(log.runs[0]!.columnKind).toBe('utf16CodeUnits');
    for (const rule of log.runs[0]!.tool.driver.rules) {
      expect(rule.help.text.length).toBeGreaterThan(40);
      expect(rule.help.markdown).toContain(`# ${rule.id}`);
      expect(rule.helpUri).toMatch(new RegExp(`^https://.*/docs/rules/${rule.id}\\.md$`));
      expect(rule.defaultConfiguration).toHaveProperty('level');
    }
  });
});

describe('fingerprints', () => {
  const prints = (text: string, code = 'log(user.email)'): string[] => {
    const findings = [...text.matchAll(/log\(user\.email\)/g)].map(({ index }) => {
      const at = { path: 'src/a.ts', start: index, end: index + code.length };
      return { ...finding('src/a.ts', 'const'), at, extent: at };
    });
    return reportOf(findings, () => text).findings.map((item) => item.fingerprint);
  };

  test('survive moved lines and other blanks', () => {
    expect(prints('\n\n// new\n\t  log(user.email)  ;')).toEqual(prints('log(user.email) ;'));
  });

  test('are not the same for other code, another symbol or another rule', () => {
    const of = (more: Partial<Finding>): string =>
      reportOf([finding('src/a.ts', 'console.log(1)', more)]).findings[0]!.fingerprint;
    const all = [
      of({}),
      of({ symbol: 'other' }),
      of({ rule: 'pii-in-url' }),
      reportOf([finding('src/a.ts', 'const a')]).findings[0]!.fingerprint,
    ];
    expect(new Set(all).size).toBe(4);
  });

  test('equal ones are numbered', () => {
    const [one, two] = prints('log(user.email)\nlog(user.email)');
    expect([one!.endsWith(':1'), two!.endsWith(':2')]).toEqual([true, true]);
    expect(one!.split(':')[0]).toBe(two!.split(':')[0]);
  });
});

test('the same findings give the same bytes, and stay when their order on the way changes', () => {
  const formats = [sarif, json, stylish];
  const before = formats.map((format) => format(reportOf(everything)));
  const many = [...everything, finding('src/a.ts', 'const a = 1')];
  const sorted = (findings: Finding[]): string[] =>
    resultsOf(findings)
      .map((result) => JSON.stringify(result))
      .sort();
  fc.assert(
    fc.property(fc.shuffledSubarray(many, { minLength: many.length }), (shuffled) => {
      expect(sorted(shuffled)).toEqual(sorted(many));
    }),
    { numRuns: 20, seed: 1 },
  );
  expect(formats.map((format) => format(reportOf(everything)))).toEqual(before);
});

describe('stylish', () => {
  test('shows severity, rule, sentence, path, code and the way out', () => {
    const [shown] = stylish(reportOf([everything[0]!])).split('\n\n1 error');
    expect(shown).toMatchInlineSnapshot(`
      "src/a.ts

        error  expired-exception  3:3
        The email address is written to the log.

        3 │ console.log(user.email,
          │ ^^^^^^^^^^^^^^^^^^^^^^^

        ┌ line 1  step 1
        │ line 1  step 2
        └ line 1  step 3

        fix: Log the id."
    `);
  });

  test('ends with denominators and with what was not read', () => {
    const text = stylish(reportOf(everything));
    expect(text).toContain('1 error, 1 warning, 1 info, 0 suppressed');
    expect(text).toContain(
      '2 files analysed (10 lines, 1 of them with syntax errors), 1 silent (tests, generated, ignored), 1 skipped, 0 unparsed',
    );
    expect(text).toContain('lib/big file.js: Too long lines.');
  });

  test('has no control characters unless colours are wanted', () => {
    const escape = String.fromCharCode(27);
    expect(stylish(reportOf(everything))).not.toContain(escape);
    expect(stylish({ ...reportOf(everything), color: true })).toContain(escape);
  });
});

test('JSON has no times unless they are asked for', () => {
  const parse = (withStats: boolean) =>
    JSON.parse(json({ ...reportOf(everything), withStats })) as { stats?: object; summary: object };
  expect(parse(false).stats).toBeUndefined();
  expect(parse(true).stats).toMatchObject({ times: { total: 1.5 } });
  expect(parse(false).summary).toMatchObject({ error: 1, warning: 1, info: 1, files: { analysed: 2, skipped: 1 } });
});
