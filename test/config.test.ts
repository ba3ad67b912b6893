import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import Ajv from 'ajv';
import { describe, expect, test } from 'vitest';
import { models } from '../rules/models';
import { configFor, defaultConfig, parseConfig, type Known, type Overruling } from '../server/engine/policy';
import { policySchema } from '../server/engine/policy/schema';
import { knownIds } from '../server/session/known';

const known: Known = {
  rules: [
    { id: 'pii-in-logs', severity: 'warning', preset: 'starter', options: { ignoreDevelopment: true } },
    { id: 'pii-in-url', severity: 'warning', preset: 'recommended', options: {} },
    { id: 'over-fetched-record', severity: 'info', preset: 'strict', options: {} },
  ],
  categories: ['email', 'phone', 'postal-address'],
};

const parse = (text: string, files: Record<string, string> = {}, overruling: Overruling = {}) =>
  parseConfig('data-ethics.json', text, known, (path) => files[path], overruling);

const messages = (text: string, files: Record<string, string> = {}): string[] =>
  parse(text, files).errors.map(({ path, line, column, message }) => `${path}:${line}:${column} ${message}`);

describe('what a policy says', () => {
  test('an empty policy has the defaults of the recommended preset', () => {
    const { config, errors } = parse('{}');
    expect(errors).toEqual([]);
    expect(config).toEqual({
      ...defaultConfig(known),
      path: 'data-ethics.json',
      sources: [{ path: 'data-ethics.json', text: '{}' }],
    });
    expect([...config.rules].map(([id, { severity }]) => [id, severity])).toEqual([
      ['pii-in-logs', 'warning'],
      ['pii-in-url', 'warning'],
      ['over-fetched-record', 'off'],
    ]);
  });

  test('a preset decides which rules are on', () => {
    const on = (preset: string): string[] => {
      const { rules } = parse(`{ "preset": "${preset}" }`).config;
      return [...rules].filter(([, { severity }]) => severity !== 'off').map(([id]) => id);
    };
    expect(on('starter')).toEqual(['pii-in-logs']);
    expect(on('strict')).toEqual(['pii-in-logs', 'pii-in-url', 'over-fetched-record']);
  });

  test('every key is resolved; comments and trailing commas are allowed', () => {
    const { config, errors } = parse(`{
      // why we do this
      "version": 1,
      "rules": { "pii-in-logs": "error", "over-fetched-record": ["warning", {}], },
      "files": ["src/**"], "ignores": ["src/legacy"],
      "firstPartyHosts": ["api.daily-crumb.example"],
      "masking": { "functions": ["maskEmail"], "module": "@/lib/privacy" },
      "encryption": { "functions": ["encryptField"], "requireAtRest": ["phone"] },
      "anonymisation": { "keyedHash": ["pseudonymize"], "minGroupSize": 10 },
      "dataCategories": { "email": { "fields": ["Customer.mail"], "notPersonal": ["Shop.mail"], "retention": "3 years" } },
      "notPersonal": ["Branch.address"],
      "models": [{ "id": "audit", "title": "audit", "kind": "logger", "packages": ["@/audit"], "types": {} }],
    }`);
    expect(errors).toEqual([]);
    expect(config.rules.get('pii-in-logs')).toEqual({ severity: 'error', options: { ignoreDevelopment: true }, given: true });
    expect(config.rules.get('over-fetched-record')?.severity).toBe('warning');
    expect(config).toMatchObject({
      files: ['src/**'],
      ignores: ['src/legacy'],
      firstPartyHosts: ['api.daily-crumb.example'],
      maskingFunctions: ['maskEmail'],
      maskingModule: '@/lib/privacy',
      encryptionFunctions: ['encryptField'],
      encryptAtRest: ['phone'],
      keyedHashFunctions: ['pseudonymize'],
      fields: { 'Customer.mail': 'email' },
      notPersonal: ['Branch.address', 'Shop.mail'],
    });
    expect(config.models[0]).toMatchObject({ id: 'audit', examples: { finds: [], silent: [] } });
  });

  test('options of a rule lie over its defaults', () => {
    const { config } = parse('{ "rules": { "pii-in-logs": ["info", { "ignoreDevelopment": false }] } }');
    expect(config.rules.get('pii-in-logs')).toEqual({ severity: 'info', options: { ignoreDevelopment: false }, given: true });
  });

  test('sections may be empty', () => {
    const later = '"organisation": {}, "governance": {}, "purposes": {}, "recipients": {}, "regions": {}, "consent": {}';
    expect(messages(`{ ${later}, "pricing": {}, "decisions": {}, "incident": {}, "exceptions": {}, "values": [] }`)).toEqual([]);
  });

  test('the command line beats the policy', () => {
    const { config } = parse(
      '{ "preset": "starter", "rules": { "pii-in-url": "off" } }',
      {},
      { preset: 'strict', rules: { 'pii-in-url': 'error' } },
    );
    expect(config.preset).toBe('strict');
    expect(config.rules.get('pii-in-url')?.severity).toBe('error');
  });

  test('an override holds for the files it names, and the command line beats it too', () => {
    const { config } = parse('{ "overrides": [{ "files": ["jobs/**"], "rules": { "pii-in-logs": "off" } }] }');
    expect(configFor(config, {}, () => true).rules.get('pii-in-logs')?.severity).toBe('off');
    expect(configFor(config, {}, () => false)).toBe(config);
    expect(configFor(config, { rules: { 'pii-in-logs': 'error' } }, () => true).rules.get('pii-in-logs')?.severity).toBe('error');
  });

  test('a policy is laid over what it extends', () => {
    const files = {
      'shared/base.json':
        '{ "preset": "strict", "firstPartyHosts": ["a.example"], "rules": { "pii-in-logs": "off", "pii-in-url": "off" } }',
    };
    const { config, errors } = parse(
      '{ "extends": "./shared/base.json", "firstPartyHosts": ["b.example"], "rules": { "pii-in-url": "error" } }',
      files,
    );
    expect(errors).toEqual([]);
    expect(config.preset).toBe('strict');
    expect(config.firstPartyHosts).toEqual(['a.example', 'b.example']);
    expect([config.rules.get('pii-in-logs')?.severity, config.rules.get('pii-in-url')?.severity]).toEqual(['off', 'error']);
  });
});

describe('what is wrong with a policy, and where', () => {
  test.each([
    ['{\n  "firstPartyHost": []\n}', "data-ethics.json:2:3 Unknown key 'firstPartyHost'. Did you mean 'firstPartyHosts'?"],
    ['{ "masking": { "function": [] } }', "data-ethics.json:1:16 Unknown key 'masking.function'. Did you mean 'functions'?"],
    ['{ "files": "src" }', "data-ethics.json:1:12 'files' must be a list of texts, not 'src'."],
    ['{ "files": ["src", 3] }', "data-ethics.json:1:20 'files[1]' must be text, not 3."],
    [
      '{ "preset": "stict" }',
      "data-ethics.json:1:13 'preset' must be starter, recommended or strict, not 'stict'. Did you mean 'strict'?",
    ],
    [
      '{ "rules": { "pii-in-lgos": "off" } }',
      "data-ethics.json:1:14 Unknown rule 'pii-in-lgos' in 'rules'. Did you mean 'pii-in-logs'?",
    ],
    [
      '{ "rules": { "pii-in-logs": "warn" } }',
      "data-ethics.json:1:29 'pii-in-logs' must be error, warning, info or off, not 'warn'. Did you mean 'warning'?",
    ],
    [
      '{ "rules": { "pii-in-logs": 2 } }',
      "data-ethics.json:1:29 'pii-in-logs' must be a severity, or [severity, { options }], not 2.",
    ],
    [
      '{ "rules": { "pii-in-logs": ["info", { "ignoreDevelopmnt": false }] } }',
      "data-ethics.json:1:40 The rule 'pii-in-logs' has no option 'ignoreDevelopmnt'. Did you mean 'ignoreDevelopment'?",
    ],
    [
      '{ "dataCategories": { "emial": {} } }',
      "data-ethics.json:1:23 Unknown category 'emial' in 'dataCategories'. Did you mean 'email'?",
    ],
    ['{ "overrides": [{ "files": [] }] }', "data-ethics.json:1:17 'overrides[0]' needs the key 'rules'."],
    [
      '{ "models": [{ "id": "a", "title": "a", "kind": "logger", "packages": [], "types": { "log": { "calls": {} } } }] }',
      "data-ethics.json:1:95 Unknown key 'models[0].types.log.calls'. Did you mean 'call'?",
    ],
    [
      '{ "models": [{ "id": "a", "title": "a", "kind": "logger", "packages": [], "types": { "log": { "members": { "x": 1 } } } }] }',
      "data-ethics.json:1:113 'models[0].types.log.members.x' must be text or an object, not 1.",
    ],
    ['[]', 'data-ethics.json:1:1 A policy file is one object: { "version": 1, … }.'],
    ['', 'data-ethics.json:1:1 This is not valid JSON: a value is expected here.'],
    ['{ "rules": {\n', 'data-ethics.json:2:1 This is not valid JSON: a close brace is expected here.'],
    ['{ "version": 1\n  "files": [] }', 'data-ethics.json:2:3 This is not valid JSON: a comma is expected here.'],
    ['{ "extends": "./gone.json" }', "data-ethics.json:1:14 'extends' names './gone.json', but gone.json cannot be read."],
  ])('%s', (text, message) => {
    expect(messages(text)[0]).toContain(message);
  });

  test('all mistakes are named at once', () => {
    expect(messages('{ "file": [], "ignore": [], "version": "1" }')).toHaveLength(3);
  });

  test('a circle of extends is named as a chain', () => {
    const files = { 'a.json': '{ "extends": "./b.json" }', 'b.json': '{\n "extends": "./a.json" }' };
    const found = messages('{ "extends": "./a.json" }', files);
    expect(found).toEqual([
      "b.json:2:13 'extends' runs in a circle: data-ethics.json → a.json → b.json → a.json. Remove one of these links.",
    ]);
  });

  test('a mistake in an extended file is placed in that file', () => {
    expect(messages('{ "extends": ["./a.json"] }', { 'a.json': '{ "rule": {} }' })[0]).toMatch(/^a\.json:1:3 Unknown key 'rule'/);
  });

  test('__proto__ is a key like any other', () => {
    expect(messages('{ "__proto__": { "preset": "strict" } }')[0]).toContain("Unknown key '__proto__'");
    expect(({} as Record<string, unknown>).preset).toBeUndefined();
  });
});

test('every model of ours is one that a policy could hold', () => {
  expect(models.length).toBeGreaterThan(0);
  for (let from = 0; from < models.length; from += 200)
    expect(messages(JSON.stringify({ models: models.slice(from, from + 200) }))).toEqual([]);
});

test('every policy of the README and of the lessons can be used', () => {
  const lessonTexts = readdirSync('docs/lessons').map((name) => readFileSync(join('docs/lessons', name), 'utf8'));
  const texts = [readFileSync('README.md', 'utf8'), ...lessonTexts];
  const blocks = texts.flatMap((text) => [...text.matchAll(/```jsonc?\n([\s\S]*?)```/g)].map((match) => match[1]!.trim()));
  expect(blocks.length).toBeGreaterThanOrEqual(3);
  const read = (): string => '{}';
  for (const block of blocks) {
    const text = block.startsWith('{') ? block : `{ ${block} }`;
    expect(parseConfig('a/data-ethics.json', text, knownIds(), read).errors).toEqual([]);
  }
});

describe('the JSON schema', () => {
  const validate = new Ajv({ strict: false }).compile(policySchema(known));

  test('agrees with the validation', () => {
    const texts = [
      '{}',
      '{ "rules": { "pii-in-logs": ["info", { "ignoreDevelopment": false }] } }',
      '{ "rules": { "pii-in-lgos": "off" } }',
      '{ "firstPartyHost": [] }',
      '{ "files": "src" }',
      '{ "preset": "stict" }',
      '{ "dataCategories": { "email": { "purposes": ["x"], "fields": ["a.b"] } } }',
      '{ "dataCategories": { "emial": {} } }',
      '{ "extends": ["./a.json"] }',
      '{ "overrides": [{ "files": [] }] }',
      '{ "models": [{ "id": "x" }] }',
      '{ "governance": 3 }',
    ];
    for (const text of texts) {
      const agreed = parse(text, { 'a.json': '{}' }).errors.length === 0;
      expect([text, validate(JSON.parse(text))]).toEqual([text, agreed]);
    }
  });

  test('is shipped', () => {
    const shipped = JSON.parse(readFileSync('schema/data-ethics.schema.json', 'utf8')) as { properties: object };
    expect(Object.keys(shipped.properties)).toEqual(Object.keys(policySchema(known).properties as object));
  });
});
