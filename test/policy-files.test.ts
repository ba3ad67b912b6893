/** Policies as they lie in a project: files that cannot be used, and those of a monorepo. */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { cli } from './support/cli';
import { projectOf } from './support/project';

const CODE = { 'a.ts': 'export const log = (user: { email: string }) => console.log(user.email);\n' };
const POLICY = 'data-ethics.json';

const COMMANDS = [
  ['check'],
  ['inventory'],
  ['init', '--yes'],
  ['notice'],
  ['report'],
  ['blast-radius', 'email'],
  ['audit-stub', 'log'],
].map((command) => [...command, '--no-cache']);

const BROKEN: [name: string, files: Record<string, string>, message: string][] = [
  [
    'malformed',
    { [POLICY]: '{\n  "version": 1\n  "files": [] }' },
    `${POLICY}:3:3  This is not valid JSON: a comma is expected here.`,
  ],
  ['cut off', { [POLICY]: '{ "version": 1, "purposes": { "a": ' }, `${POLICY}:1:36  This is not valid JSON`],
  ['empty', { [POLICY]: '' }, `${POLICY}:1:1  This is not valid JSON: a value is expected here.`],
  ['no object', { [POLICY]: '[]' }, `${POLICY}:1:1  A policy file is one object`],
  [
    'an unknown key',
    { [POLICY]: '{\n  "version": 1,\n  "recipient": {}\n}' },
    `${POLICY}:3:3  Unknown key 'recipient'. Did you mean 'recipients'?`,
  ],
  [
    'a contradiction',
    { [POLICY]: '{\n  "dataCategories": { "email": { "fields": ["A.b"] } },\n  "notPersonal": ["A.b"]\n}' },
    `${POLICY}:3:19  'A.b' is declared as email and as not personal. Keep one of them.`,
  ],
  ['huge', { [POLICY]: `{ "notPersonal": ["${'x'.repeat(1_000_001)}"] }` }, `${POLICY}:1:1  This policy file has 10000`],
  ['of a version to come', { [POLICY]: '{\n  "version": 2\n}' }, `${POLICY}:2:14  This file is in version 2 of the format`],
  [
    'of a version that never was',
    { [POLICY]: '{ "version": 0 }' },
    `${POLICY}:1:14  There is no version 0 of this format. Write "version": 1.`,
  ],
  [
    'with an extends that is not there',
    { [POLICY]: '{\n  "extends": "./gone.json"\n}' },
    `${POLICY}:2:14  'extends' names './gone.json', but gone.json cannot be read.`,
  ],
  [
    'with an extends that is a folder',
    { [POLICY]: '{ "extends": "./src" }', 'src/b.ts': '' },
    `${POLICY}:1:14  'extends' names './src', but src cannot be read.`,
  ],
  [
    'with an extends out of the project',
    { [POLICY]: '{ "extends": "../../etc/hostname" }' },
    `${POLICY}:1:14  'extends' names '../../etc/hostname'`,
  ],
  [
    'with a circle of extends',
    { [POLICY]: '{ "extends": "./a.json" }', 'a.json': '{\n  "extends": ["./b.json"]\n}', 'b.json': '{ "extends": "./a.json" }' },
    `b.json:1:14  'extends' runs in a circle: ${POLICY} → a.json → b.json → a.json. Remove one of these links.`,
  ],
  ['that extends itself', { [POLICY]: `{ "extends": "./${POLICY}" }` }, `${POLICY}:1:14  'extends' runs in a circle`],
  [
    'that extends a broken one',
    { [POLICY]: '{ "extends": "./a.json" }', 'a.json': '{\n "masking": { "function": [] } }' },
    "a.json:2:15  Unknown key 'masking.function'. Did you mean 'functions'?",
  ],
  [
    'of a part of the project',
    { [POLICY]: '{}', 'apps/web/data-ethics.json': '{\n\n "preset": "stict" }' },
    "apps/web/data-ethics.json:3:12  'preset' must be starter, recommended or strict, not 'stict'. Did you mean 'strict'?",
  ],
];

describe.each(BROKEN)('a policy that is %s', (_, files, message) => {
  test('ends every command with exit code 2, file and line, and nothing is written', async () => {
    const root = projectOf({ ...CODE, ...files });
    const before = readFileSync(join(root, POLICY), 'utf8');
    const names = readdirSync(root, { recursive: true }).sort();
    for (const command of COMMANDS) {
      const { code, out, err } = await cli(root, command);
      expect([code, out], command[0]).toEqual([2, '']);
      expect(err, command[0]).toContain(message);
    }
    expect(readFileSync(join(root, POLICY), 'utf8') === before).toBe(true);
    expect(readdirSync(root, { recursive: true }).sort()).toEqual(names);
  });
});

describe('a monorepo', () => {
  const log = 'export const log = (user: { email: string; phone: string }) => console.log(user.email, user.phone);\n';
  const SOURCES = { 'apps/shop/a.ts': log, 'apps/desk/a.ts': log, 'packages/tools/a.ts': log };

  interface Found {
    rule: string;
    severity: string;
    file?: string;
    path?: string;
    at?: { path: string };
    message: string;
  }

  const checked = async (files: Record<string, string>, rule = 'pii-in-logs'): Promise<Record<string, string>> => {
    const { out, err } = await cli(projectOf({ ...SOURCES, ...files }), [
      'check',
      '--no-cache',
      '--format',
      'json',
      '--fail-on',
      'never',
    ]);
    expect(err).toBe('');
    const { findings } = JSON.parse(out) as { findings: (Found & { location?: { path: string } })[] };
    return Object.fromEntries(
      findings
        .filter((finding) => finding.rule === rule)
        .map((finding) => [finding.path ?? finding.file ?? finding.location!.path, finding.severity]),
    );
  };

  test('the nearest policy holds; without extends it stands alone', async () => {
    const root = '{ "rules": { "pii-in-logs": "error" } }';
    const own = '{ "rules": { "pii-in-logs": "info" } }';
    expect(await checked({ [POLICY]: root })).toEqual({
      'apps/desk/a.ts': 'error',
      'apps/shop/a.ts': 'error',
      'packages/tools/a.ts': 'error',
    });
    expect(await checked({ [POLICY]: root, 'apps/shop/data-ethics.json': own, 'apps/desk/data-ethics.json': '{}' })).toEqual({
      'apps/desk/a.ts': 'warning',
      'apps/shop/a.ts': 'info',
      'packages/tools/a.ts': 'error',
    });
  });

  test('keys merge along a chain of extends: the nearest word counts, lists add up', async () => {
    const files = {
      [POLICY]: '{ "rules": { "pii-in-logs": "error" }, "notPersonal": ["user.phone"] }',
      'apps/data-ethics.json': '{ "extends": "../data-ethics.json", "rules": { "pii-in-url": "off" } }',
      'apps/shop/data-ethics.json': '{ "extends": "../data-ethics.json", "notPersonal": ["user.email"] }',
    };
    expect(await checked(files)).toEqual({});
    const nearer = { ...files, 'apps/shop/data-ethics.json': '{ "extends": "../data-ethics.json" }' };
    expect(Object.values(await checked(nearer))).toEqual(['error', 'error', 'error']);
    const back = {
      ...files,
      'apps/shop/data-ethics.json': '{ "extends": ["../data-ethics.json"], "rules": { "pii-in-logs": "info" } }',
    };
    expect(await checked(back)).toMatchObject({ 'apps/shop/a.ts': 'info', 'apps/desk/a.ts': 'error' });
  });

  test('recipients of the shared policy hold in each part, with what the part says about them', async () => {
    const send = `export const tell = (user: { email: string }) => hasConsent() && posthog.capture('x', { email: user.email });\n`;
    const shared = '{ "recipients": { "posthog": { "purposes": ["count"], "categories": ["email"], "region": "us" } } }';
    const near = (keys: string): string => `{ "extends": "../../data-ethics.json"${keys} }`;
    const files = { [POLICY]: shared, 'apps/shop/b.ts': send, 'apps/desk/b.ts': send };
    expect(await checked(files, 'pii-to-third-party')).toEqual({});
    const apart = { ...files, 'apps/desk/data-ethics.json': '{ "recipients": {} }', 'apps/shop/data-ethics.json': near('') };
    expect(Object.keys(await checked(apart, 'pii-to-third-party'))).toEqual(['apps/desk/b.ts']);
  });

  test('what a part says of names, own hosts and libraries holds for the whole project', async () => {
    const send =
      "export const save = (user: { email: string }) => fetch('https://api.shop.example/x', { method: 'POST', body: user.email });\n";
    const own = '{ "notPersonal": ["user.email", "user.phone"], "firstPartyHosts": ["api.shop.example"] }';
    expect(await checked({ [POLICY]: '{}', 'apps/shop/data-ethics.json': own })).toEqual({});
    expect(Object.keys(await checked({ 'apps/shop/b.ts': send }, 'pii-to-third-party'))).toEqual(['apps/shop/b.ts']);
    const hosts = '{ "firstPartyHosts": ["api.shop.example"] }';
    expect(await checked({ 'apps/shop/b.ts': send, 'apps/shop/data-ethics.json': hosts }, 'pii-to-third-party')).toEqual({});
    const pinned = '{ "dataCategories": { "email": { "fields": ["user.email"] } } }';
    const both = { 'apps/shop/data-ethics.json': own, 'apps/desk/data-ethics.json': pinned };
    expect(Object.keys(await checked(both))).toHaveLength(3);
  });

  test('options of a rule and settings of consent are those of the part a finding stands in', async () => {
    const track = "import posthog from 'posthog-js';\nposthog.init('key');\n";
    const files = { 'apps/shop/t.ts': track, 'apps/desk/t.ts': track };
    const managed = '{ "consent": { "managedBy": "cookiebot" } }';
    expect(await checked({ ...files, 'apps/shop/data-ethics.json': managed }, 'tracking-without-consent')).toEqual({
      'apps/desk/t.ts': 'warning',
      'apps/shop/t.ts': 'info',
    });
    const necessary = '{ "consent": { "strictlyNecessary": ["posthog"] } }';
    const left = await checked({ ...files, 'apps/shop/data-ethics.json': necessary }, 'tracking-without-consent');
    expect(Object.keys(left)).toEqual(['apps/desk/t.ts']);
    const allowed = '{ "rules": { "pii-in-logs": ["warning", { "allowCategories": ["email", "phone"] }] } }';
    expect(Object.keys(await checked({ 'apps/shop/data-ethics.json': allowed }))).toEqual([
      'apps/desk/a.ts',
      'packages/tools/a.ts',
    ]);
    const inside = { [POLICY]: allowed, 'apps/shop/data-ethics.json': '{}' };
    expect(Object.keys(await checked(inside))).toEqual(['apps/shop/a.ts']);
  });

  test('init in a part proposes what the part does, into the policy of the whole', async () => {
    const root = projectOf({ ...SOURCES, [POLICY]: '{ "version": 1 }\n', 'apps/shop/data-ethics.json': '{ "version": 1 }\n' });
    const { out, code } = await cli(join(root, 'apps/shop'), ['init', '--no-cache']);
    expect(code).toBe(0);
    expect(readFileSync(join(root, 'apps/shop/data-ethics.json'), 'utf8')).toBe('{ "version": 1 }\n');
    expect(out).not.toContain('Wrote');
  });

  test('hints at laws are off where any policy says so, the nearest included', async () => {
    const root = projectOf({ ...SOURCES, [POLICY]: '{}', 'apps/shop/data-ethics.json': '{ "legalHints": false }' });
    const explained = async (folder: string): Promise<string> => (await cli(join(root, folder), ['explain', 'pii-in-logs'])).out;
    expect(await explained('')).toContain('May be relevant');
    expect(await explained('apps/desk')).toContain('May be relevant');
    expect(await explained('apps/shop')).not.toMatch(/May be relevant|GDPR|legal advice/);
    const sarif = async (...more: string[]): Promise<string> =>
      (await cli(root, ['check', '--no-cache', '--fail-on', 'never', '--format', 'sarif', ...more])).out;
    expect(await sarif()).not.toContain('May be relevant');
    writeFileSync(join(root, 'apps/shop/data-ethics.json'), '{ "extends": "../../laws.json" }');
    writeFileSync(join(root, 'laws.json'), '{ "legalHints": false }');
    expect(await sarif()).not.toContain('May be relevant');
    expect(await explained('apps/shop')).not.toContain('May be relevant');
    writeFileSync(join(root, 'apps/shop/data-ethics.json'), '{}');
    expect(await sarif()).toContain('May be relevant');
    expect(await sarif('--config', 'laws.json')).not.toContain('May be relevant');
  });
});
