import { describe, expect, test } from 'vitest';
import { parseConfig, type Known } from '../server/engine/policy';
import { after, daysBetween, isDay, isDuration } from '../server/engine/policy/time';
import { analyzeFiles } from './run';
import { applied } from '../server/engine/policy/declared';

const known: Known = { rules: [], categories: ['email', 'phone', 'diagnosis'], groups: { contact: ['email', 'phone'] } };

const messages = (text: string, files: Record<string, string> = {}): string[] =>
  parseConfig('data-ethics.json', text, known, (path) => files[path]).errors.map(
    ({ path, line, column, message }) => `${path}:${line}:${column} ${message}`,
  );

describe('what people answer for is validated', () => {
  test.each([
    [
      'an unknown key, with the nearest',
      '{ "recipients": { "stripe": { "purpose": [] } } }',
      ["data-ethics.json:1:31 Unknown key 'recipients.stripe.purpose'. Did you mean 'purposes'?"],
    ],
    [
      'an unknown category of a recipient',
      '{ "recipients": { "stripe": { "categories": ["emial"] } } }',
      ["data-ethics.json:1:46 Unknown category 'emial' in 'recipients.stripe.categories[0]'. Did you mean 'email'?"],
    ],
    ['a group where a category is asked for', '{ "recipients": { "stripe": { "categories": ["contact"] } } }', []],
    [
      'a time that is none',
      '{ "dataCategories": { "email": { "retention": "a while" } } }',
      [
        `data-ethics.json:1:47 'dataCategories.email.retention' must be a time such as "24 months" or "until account-deletion + 30 days", not 'a while'.`,
      ],
    ],
    [
      'a day that is none',
      '{ "governance": { "lastReview": "2026-02-30" } }',
      [`data-ethics.json:1:33 'governance.lastReview' must be a day such as "2026-10-01", not '2026-02-30'.`],
    ],
    [
      'a day of an audit that is none',
      '{ "decisions": { "audited": [{ "id": "age", "lastBiasAudit": "yesterday" }] } }',
      [`data-ethics.json:1:62 'decisions.audited[0].lastBiasAudit' must be a day such as "2026-10-01", not 'yesterday'.`],
    ],
    [
      'what manages consent is named',
      '{ "consent": { "managedBy": 3 } }',
      ["data-ethics.json:1:29 'consent.managedBy' must be text or null, not 3."],
    ],
    ['nothing manages consent', '{ "consent": { "managedBy": null } }', []],
    [
      'a host that is none',
      '{ "firstPartyHosts": ["our api", "/v1/orders"] }',
      [
        `data-ethics.json:1:23 'firstPartyHosts[0]' must be a host such as "api.example.org" or "*.example.org", not 'our api'.`,
        `data-ethics.json:1:34 'firstPartyHosts[1]' must be a host such as "api.example.org" or "*.example.org", not '/v1/orders'.`,
      ],
    ],
    ['what is yet to be decided is valid', '{ "dataCategories": { "email": { "retention": "TODO: e.g. 24 months" } } }', []],
    [
      'a key that is written twice',
      '{ "purposes": { "a": {}, "a": {} } }',
      ["data-ethics.json:1:26 'purposes.a' is written twice. Keep one of them."],
    ],
    [
      'a legal basis',
      '{ "purposes": { "a": { "legalBasis": "consens" } } }',
      [
        "data-ethics.json:1:38 'purposes.a.legalBasis' must be consent, contract, legal-obligation, vital-interests, public-task or legitimate-interest, not 'consens'. Did you mean 'consent'?",
      ],
    ],
  ])('%s', (_, text, expected) => expect(messages(text)).toEqual(expected));
});

test('of an address its host is taken', () => {
  const written = ['https://API.Mine.example/v1?a=b', 'mine.example:8443', '*.mine.example', 'wss://x.mine.example', 'orders'];
  const { config, errors } = parseConfig('data-ethics.json', JSON.stringify({ firstPartyHosts: written }), known);
  expect(errors).toEqual([]);
  expect(config.firstPartyHosts).toEqual(['api.mine.example', 'mine.example', '*.mine.example', 'x.mine.example', 'orders']);
});

describe('a model of your own', () => {
  const model = (more: object): string =>
    JSON.stringify({
      models: [
        { id: 'log', title: 'Log', kind: 'logger', packages: ['./log'], exports: { log: 'log' }, types: { log: {} }, ...more },
      ],
    });
  test('is of a kind we know', () => {
    expect(messages(model({}))).toEqual([]);
    expect(messages(model({ kind: 'loger' }))).toEqual([expect.stringContaining("not 'loger'. Did you mean 'logger'?")]);
  });
  test('hands out types it has', () => {
    expect(messages(model({ exports: { log: 'logg' } }))).toEqual([
      expect.stringContaining("'log' is of the type 'logg', which 'types' of this model does not have. Did you mean 'log'?"),
    ]);
    expect(messages(model({ ambient: { audit: 'audit' } }))).toEqual([expect.stringContaining("'audit' is of the type 'audit'")]);
  });
});

describe('what contradicts itself', () => {
  test.each([
    [
      'a newer version',
      '{ "version": 3 }',
      [
        'data-ethics.json:1:14 This file is in version 3 of the format, and this data-ethics reads version 1. Update data-ethics.',
      ],
    ],
    [
      'no version at all',
      '{ "version": 0.5 }',
      ['data-ethics.json:1:14 There is no version 0.5 of this format. Write "version": 1.'],
    ],
    [
      'a field of two categories',
      '{ "dataCategories": { "email": { "fields": ["A.b"] }, "phone": { "fields": ["A.b"] } } }',
      ["data-ethics.json:1:77 'A.b' is declared as email and as phone. Keep one of them."],
    ],
    [
      'a field that is personal and not',
      '{ "dataCategories": { "email": { "fields": ["A.b"] } }, "notPersonal": ["A.b"] }',
      ["data-ethics.json:1:73 'A.b' is declared as email and as not personal. Keep one of them."],
    ],
    [
      'a host that is ours and theirs',
      '{ "firstPartyHosts": ["x.example"], "recipients": { "x": { "hosts": ["x.example"] } } }',
      [
        "data-ethics.json:1:70 'x.example' is a host of your own (firstPartyHosts) and one of the recipient 'x'. Keep one of them.",
      ],
    ],
    [
      'a transfer to nobody',
      '{ "recipients": { "openai": {} }, "regions": { "transfers": [{ "recipient": "opnai" }] } }',
      [
        "data-ethics.json:1:77 This transfer names the recipient 'opnai', which 'recipients' does not have. Did you mean 'openai'?",
      ],
    ],
  ])('%s', (_, text, expected) => expect(messages(text)).toEqual(expected));
});

describe('files that nobody wrote by hand', () => {
  test('a huge one is refused before it is parsed', () => {
    expect(messages(`{ "notPersonal": ["${'x'.repeat(1_000_001)}"] }`)[0]).toMatch(
      /^data-ethics.json:1:1 This policy file has 10000\d\d characters/,
    );
  });

  test('one that is nested deeply is refused, not a crash', () => {
    expect(messages(`{ "models": ${'['.repeat(50_000)}`)).toEqual([
      'data-ethics.json:1:1 This policy file is nested 50001 deep; 60 is the most we read.',
    ]);
  });

  test('thousands of mistakes end in a count', () => {
    const text = `{ ${Array.from({ length: 2000 }, (_, i) => `"k${i}": 1`).join(', ')} }`;
    const found = messages(text);
    expect(found).toHaveLength(51);
    expect(found.at(-1)).toMatch(/… and 1950 more mistakes, from here on\.$/);
  });

  test('an extends that cannot be read, or runs in a circle, is said at its place', () => {
    expect(messages('{ "extends": "./missing.json" }')[0]).toMatch(
      /^data-ethics\.json:1:14 'extends' names '\.\/missing\.json', but missing\.json cannot be read/,
    );
    expect(messages('{ "extends": "a.json" }', { 'a.json': '{ "extends": "data-ethics.json" }' })[0]).toMatch(
      /^a\.json:1:14 'extends' runs in a circle: data-ethics\.json → a\.json → data-ethics\.json/,
    );
    expect(messages('{ "extends": "a.json" }', { 'a.json': '{ "version": }' })).toEqual([
      'a.json:1:14 This is not valid JSON: a value is expected here.',
    ]);
  });
});

test('files that are extended merge key by key, and the nearest is edited', () => {
  const base = '{ "recipients": { "stripe": { "owner": "team:pay", "region": "us" } }, "values": ["fairness"] }';
  const { config, errors } = parseConfig(
    'apps/shop/data-ethics.json',
    '{ "extends": "../../data-ethics.json", "recipients": { "stripe": { "region": "eu" } } }',
    known,
    (path) => (path === 'data-ethics.json' ? base : undefined),
  );
  expect(errors).toEqual([]);
  expect(config.declared.recipients).toEqual({ stripe: { owner: 'team:pay', region: 'eu' } });
  expect(config.sources.map(({ path }) => path)).toEqual(['apps/shop/data-ethics.json', 'data-ethics.json']);
});

describe('days and times', () => {
  test('a time after a day ends on a day that exists', () => {
    expect(after('2026-08-31', '6 months')).toBe('2027-02-28');
    expect(after('2024-02-29', '1 year')).toBe('2025-02-28');
    expect(after('2026-12-25', '2 weeks')).toBe('2027-01-08');
    expect(after('2026-12-25', 'until the end')).toBeUndefined();
    expect(daysBetween('2026-02-28', '2026-03-01')).toBe(1);
  });

  test('what counts as one', () => {
    expect(['2028-02-29', '2026-02-29', '2026-13-01', '26-1-1'].map(isDay)).toEqual([true, false, false, false]);
    expect(['24 months', '10y', 'until account-deletion + 30 days', 'session', 'forever', ''].map(isDuration)).toEqual([
      true,
      true,
      true,
      true,
      false,
      false,
    ]);
  });
});

const COMPLETE = `{
  "version": 1,
  "organisation": { "contact": "privacy@shop.example" },
  "governance": { "owner": "Mara", "reviewEvery": "6 months", "lastReview": "2026-10-01" },
  "incident": { "contact": "security@shop.example" },
  "purposes": {
    "support": { "why": "We use your name and address to answer you.", "benefit": "You get an answer.", "legalBasis": "contract" }
  },
  "dataCategories": {
    "email": { "purposes": ["support"], "owner": "team:help", "retention": "1 year" }
  },
  "recipients": {
    "intercom": { "kind": "support", "purposes": ["support"], "categories": ["email"], "region": "eu", "owner": "team:help" }
  }
}
`;
const CODE = `import { z } from 'zod';
export const Question = z.object({ email: z.string() });
export function boot(user: { email: string }) {
  Intercom('boot', { email: user.email });
}
`;
const MANIFEST = '{ "name": "shop", "dependencies": {\n  "zod": "4.0.0",\n  "posthog-js": "1.0.0"\n} }';

/** "undeclared-flow file: message" for each finding. */
const found = (files: Record<string, string>): string[] =>
  analyzeFiles(files).map(
    ({ rule, at, kind }) => `${rule} ${kind} ${at.path}:${files[at.path]!.slice(0, at.start).split('\n').length}`,
  );

describe('code and policy side by side', () => {
  test('what agrees is quiet', () => {
    expect(found({ 'data-ethics.json': COMPLETE, 'a.ts': CODE })).toEqual([]);
  });

  test('without a policy nothing differs from it', () => {
    expect(found({ 'a.ts': CODE }).filter((line) => line.startsWith('undeclared'))).toEqual([]);
  });

  test('code that changes: a new field, a new recipient, a new package; each goes when it goes', () => {
    const withPhone = CODE.replace('email: z.string()', 'email: z.string(), dateOfBirth: z.string()');
    expect(found({ 'data-ethics.json': COMPLETE, 'a.ts': withPhone })).toEqual(['undeclared-flow category a.ts:2']);
    const withRecipient = `${CODE}export const tell = (user: { id: string }) => hasConsent() && posthog.identify(user.id);\n`;
    expect(found({ 'data-ethics.json': COMPLETE, 'a.ts': withRecipient })).toEqual(['undeclared-flow recipient a.ts:6']);
    expect(found({ 'data-ethics.json': COMPLETE, 'a.ts': CODE, 'package.json': MANIFEST })).toEqual([
      'undeclared-flow dependency package.json:3',
    ]);
  });

  test('a policy that changes: less than the code does, and more', () => {
    const less = COMPLETE.replace('"categories": ["email"]', '"categories": ["phone"]');
    expect(found({ 'data-ethics.json': less, 'a.ts': CODE })).toEqual(['pii-to-third-party field a.ts:4']);
    const more = COMPLETE.replace(
      '"intercom": {',
      '"zendesk": { "purposes": ["support"], "categories": ["email"], "region": "eu", "owner": "x" },\n    "intercom": {',
    );
    expect(found({ 'data-ethics.json': more, 'a.ts': CODE })).toEqual(['undeclared-flow stale-entry data-ethics.json:13']);
  });

  test('a declared recipient with a purpose is no finding of pii-to-third-party; without purpose it is', () => {
    const send = `export const track = (user: { email: string }) => hasConsent() && posthog.capture('x', { email: user.email });\n`;
    const policy = (entry: string) => COMPLETE.replace('"intercom": {', `"posthog": ${entry},\n    "intercom": {`);
    const entry = '{ "kind": "analytics", "purposes": ["support"], "categories": ["contact"], "region": "eu", "owner": "x" }';
    const rulesOf = (text: string) => found({ 'data-ethics.json': text, 'a.ts': CODE + send }).map((line) => line.split(' ')[0]);
    expect(rulesOf(COMPLETE)).toEqual(['pii-to-third-party']);
    expect(rulesOf(policy(entry))).toEqual([]);
    expect(rulesOf(policy(entry.replace('["support"]', '[]')))).toEqual(['pii-to-third-party', 'incomplete-policy']);
    expect(rulesOf(policy(entry.replace('contact', 'health')))).toEqual(['pii-to-third-party']);
  });

  test('the fix of a finding writes the entry, which is then asked about until somebody fills it', () => {
    const files = { 'data-ethics.json': COMPLETE, 'a.ts': CODE, 'package.json': MANIFEST };
    const [finding] = analyzeFiles(files);
    const mended = applied(COMPLETE, finding!.fixes![0]!.edits);
    expect(parseConfig('data-ethics.json', mended, known).errors).toEqual([]);
    expect(found({ ...files, 'data-ethics.json': mended })).toEqual(['incomplete-policy empty-owner data-ethics.json:14']);
  });
});

describe('an incomplete policy', () => {
  const kinds = (from: string, to: string): string[] =>
    found({ 'data-ethics.json': COMPLETE.replace(from, to), 'a.ts': CODE }).map((line) => line.replace('data-ethics.json', ''));

  test.each([
    ['"owner": "team:help", "retention": "1 year"', '"retention": "TODO: e.g. 24 months"', ['incomplete-policy empty-owner :10']],
    ['"lastReview": "2026-10-01"', '"lastReview": "2026-05-01"', ['incomplete-policy review-overdue :4']],
    [
      '"lastReview": "2026-10-01"',
      '"lastReview": "2026-10-01", "trainingCompleted": "2025-01-01"',
      ['incomplete-policy training-outdated :4'],
    ],
    [
      'We use your name and address to answer you.',
      'We use data for business purposes.',
      ['incomplete-policy purpose-too-vague :7'],
    ],
    ['"legalBasis": "contract"', '"legalBasis": "consent"', ['incomplete-policy no-purpose :7']],
    ['"incident": { "contact": "security@shop.example" }', '"incident": {}', ['incomplete-policy no-incident-contact :5']],
    [
      '"purposes": ["support"], "owner": "team:help", "retention"',
      '"purposes": ["suport"], "owner": "team:help", "retention"',
      ['incomplete-policy unknown-purpose :10'],
    ],
    [
      '"region": "eu", "owner"',
      '"region": "us", "transfer": { "until": "2026-01-01" }, "owner"',
      ['incomplete-policy transfer-expired :13'],
    ],
    [
      '"version": 1,',
      '"version": 1, "pricing": { "allowedAttributes": [{ "attribute": "postcode", "reason": "TODO" }] },',
      ['incomplete-policy price-attribute-without-reason :2'],
    ],
  ])('%s → %s', (from, to, expected) => expect(kinds(from, to)).toEqual(expected));

  test('a file that only sets rules promises nothing', () => {
    expect(
      found({ 'data-ethics.json': '{ "rules": { "pii-in-logs": "error" }, "notPersonal": ["A.b"] }', 'a.ts': CODE }).filter(
        (line) => line.startsWith('incomplete'),
      ),
    ).toEqual([]);
  });
});
