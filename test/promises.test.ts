/** Code and policy held against each other: each side changes, the finding comes, and goes again by either side. */
import { expect, test } from 'vitest';
import { applied } from '../server/engine/policy/declared';
import { analyzeFiles } from './run';
import { cli } from './support/cli';
import { projectOf } from './support/project';

const POLICY = 'data-ethics.json';
const PROMISE = `{
  "version": 1,
  "organisation": { "contact": "privacy@shop.example" },
  "governance": { "owner": "Mara", "reviewEvery": "6 months", "lastReview": "2026-10-01" },
  "incident": { "contact": "security@shop.example" },
  "purposes": {
    "support": { "why": "We use your address to answer you.", "benefit": "You get an answer.", "legalBasis": "contract" },
    "count": { "why": "We count visits to find what is hard to use.", "benefit": "It gets easier.", "legalBasis": "contract" }
  },
  "dataCategories": {
    "email": { "purposes": ["support"], "owner": "team:help", "retention": "1 year" }
  },
  "recipients": {
    "intercom": { "kind": "support", "purposes": ["support"], "categories": ["email"], "region": "eu", "owner": "team:help" }
  },
  "regions": { "allowed": ["eu"] }
}
`;
const CODE = `import { z } from 'zod';
export const Question = z.object({ email: z.string() });
export function boot(user: { email: string }) {
  Intercom('boot', { email: user.email });
}
`;
const KEPT = (region: string): string => `import { PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
const s3 = new S3Client({ region: '${region}' });
export const keep = (user: { id: string; email: string }) =>
  s3.send(new PutObjectCommand({ Bucket: 'mail', Key: user.id, Body: user.email, ServerSideEncryption: 'aws:kms' }));
`;

const found = (policy: string, code: string, more: Record<string, string> = {}) =>
  analyzeFiles({ [POLICY]: policy, 'a.ts': code, ...more });
const rulesOf = (...files: Parameters<typeof found>): string[] => found(...files).map(({ rule, kind }) => `${rule} ${kind}`);

const S3 = `"s3": { "kind": "object-storage", "purposes": ["support"], "categories": ["email"], "region": "eu", "owner": "team:help" }`;
const WITH_STORE = PROMISE.replace('"recipients": {', `"recipients": {\n    ${S3},`);

test('undeclared-flow: a recipient comes with code; the policy takes it in, or the code takes it out', () => {
  const more = `${CODE}export const tell = (user: { id: string }) => hasConsent() && posthog.identify(user.id);\n`;
  expect(rulesOf(PROMISE, CODE)).toEqual([]);
  const [finding] = found(PROMISE, more);
  expect(finding).toMatchObject({ rule: 'undeclared-flow', kind: 'recipient', at: { path: 'a.ts' } });
  const entry =
    '"posthog": { "kind": "analytics", "purposes": ["count"], "categories": ["internal-id"], "region": "eu", "owner": "x" }';
  const declared = PROMISE.replace('"intercom": {', `${entry},\n    "intercom": {`);
  expect(rulesOf(declared, more)).toEqual([]);
  expect(rulesOf(declared, CODE)).toEqual(['undeclared-flow stale-entry']);
});

test('undeclared-region: the region moves with code; the policy allows it, or a transfer does', () => {
  const near = { 'b.ts': KEPT('eu-central-1') };
  const far = { 'b.ts': KEPT('us-east-1') };
  expect(rulesOf(WITH_STORE, CODE, near)).toEqual([]);
  const [finding, ...others] = found(WITH_STORE, CODE, far);
  expect(others).toEqual([]);
  expect(finding).toMatchObject({ rule: 'undeclared-region', at: { path: 'b.ts', start: far['b.ts'].indexOf("'us-east-1'") } });
  expect(rulesOf(WITH_STORE.replace('["eu"]', '["eu", "us"]'), CODE, far)).toEqual([]);
  const transfer = '"regions": { "transfers": [{ "to": "us", "mechanism": "SCC" }],';
  expect(rulesOf(WITH_STORE.replace('"regions": {', transfer), CODE, far)).toEqual([]);
  expect(rulesOf(WITH_STORE.replace('"regions": { "allowed": ["eu"] }', '"regions": {}'), CODE, far)).toEqual([]);
});

test('purpose-mismatch: a recipient works for another purpose; the fix says that people were asked', () => {
  const other = PROMISE.replace('"kind": "support", "purposes": ["support"]', '"kind": "support", "purposes": ["count"]');
  expect(rulesOf(PROMISE, CODE)).toEqual([]);
  const [finding, ...others] = found(other, CODE);
  expect(others).toEqual([]);
  expect(finding).toMatchObject({ rule: 'purpose-mismatch', at: { path: 'a.ts' } });
  const [fix] = finding!.fixes!;
  expect(fix).toMatchObject({ title: "Say in the policy that people gave it for 'count' too", kind: 'policy', safe: false });
  const mended = applied(other, fix!.edits);
  expect(mended).toContain('"email": { "purposes": ["support", "count"]');
  expect(rulesOf(mended, CODE)).toEqual([]);
  const without = `${CODE.replace('{ email: user.email }', '{}')}`;
  expect(rulesOf(other, without).filter((line) => line.startsWith('purpose'))).toEqual([]);
});

test('purpose-mismatch: a letter that sells; the policy gets a purpose, which it then has to explain', () => {
  const letter = `${CODE}import { Resend } from 'resend';
const resend = new Resend('key');
export const spring = (user: { email: string; newsletterOptIn: boolean }) =>
  resend.emails.send({ from: 'a@shop.example', to: user.email, subject: 'Our newsletter: 20 % off', html: '' });
`;
  const entry =
    '"resend": { "kind": "messaging", "purposes": ["support"], "categories": ["email"], "region": "eu", "owner": "x" }';
  const declared = PROMISE.replace('"intercom": {', `${entry},\n    "intercom": {`);
  const finding = found(declared, letter).find(({ rule }) => rule === 'purpose-mismatch');
  expect(finding?.fixes?.map(({ title }) => title)).toEqual(["Say in the policy that people gave it for 'marketing' too"]);
  const mended = applied(declared, finding!.fixes![0]!.edits);
  expect(rulesOf(mended, letter).filter((line) => /^(?:purpose|incomplete)/.test(line))).toEqual([
    'incomplete-policy unknown-purpose',
  ]);
});

test('incomplete-policy: an entry loses its owner, and its fix asks for one', () => {
  const less = PROMISE.replace(', "owner": "team:help", "retention": "1 year"', ', "retention": "1 year"');
  const [finding, ...others] = found(less, CODE);
  expect(others).toEqual([]);
  expect(finding).toMatchObject({ rule: 'incomplete-policy', kind: 'empty-owner', at: { path: POLICY } });
  const asked = applied(less, finding!.fixes![0]!.edits);
  expect(asked).toContain('"retention": "1 year", "owner": "TODO: a person or a team"');
  expect(rulesOf(asked, CODE)).toEqual(['incomplete-policy empty-owner']);
  expect(rulesOf(asked.replace('TODO: a person or a team', 'team:help'), CODE)).toEqual([]);
});

test('expired-exception: the day passes, the policy asks for more, and the code that was excepted goes', async () => {
  const hold = (end: string, line = 'console.log(user.email);'): string =>
    `${CODE}export function hold(user: { email: string }) {\n` +
    `  // data-ethics-disable-next-line pii-in-logs -- reason: legal hold LH-7, deleted after 30 days${end}\n  ${line}\n}\n`;
  const strict = PROMISE.replace('"regions"', '"exceptions": { "requireExpiry": true },\n  "regions"');
  const checked = async (policy: string, code: string): Promise<string[]> => {
    const { out } = await cli(projectOf({ [POLICY]: policy, 'a.ts': code }), ['check', '--no-cache', '--format', 'json']);
    return (JSON.parse(out) as { findings: { rule: string }[] }).findings.map(({ rule }) => rule);
  };
  expect(await checked(PROMISE, hold(''))).toEqual([]);
  expect(await checked(PROMISE, hold(' -- until 2020-01-01'))).toEqual(['expired-exception', 'pii-in-logs']);
  expect(await checked(strict, hold(''))).toEqual(['expired-exception']);
  expect(await checked(strict, hold(' -- until 2099-01-01'))).toEqual([]);
  expect(await checked(PROMISE, hold('', 'console.log(1);'))).toEqual(['expired-exception']);
});
