import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { cli } from './support/cli';
import { projectOf } from './support/project';

const FILES = {
  'prisma/schema.prisma': 'model Customer {\n  id String @id\n  email String\n  phone String\n}\n',
  'src/privacy.ts':
    "export const maskEmail = (email: string) => email.replace(/.+@/, '…@');\nexport const hasConsent = (purpose: string) => localStorage.getItem(purpose) === 'yes';\n",
  'src/track.ts':
    "import posthog from 'posthog-js';\nimport type { Customer } from '@prisma/client';\n" +
    "export const track = (customer: Customer) => posthog.capture('x', { email: customer.email });\n" +
    "export const pay = (customer: Customer) => fetch('https://lohn.partner.example/pay', { method: 'POST', body: JSON.stringify({ phone: customer.phone }) });\n",
  'package.json': '{ "name": "shop", "dependencies": { "posthog-js": "1.0.0" } }',
  CODEOWNERS: '* @shop\n',
};

interface Checked {
  findings: { ruleId?: string; rule?: string; message: string }[];
}

async function findingsOf(root: string, rule: string): Promise<string[]> {
  const { out } = await cli(root, ['check', '--no-cache', '--format', 'json', '--fail-on', 'never']);
  const found = (JSON.parse(out) as Checked).findings;
  return found.filter((finding) => (finding.rule ?? finding.ruleId) === rule).map(({ message }) => message);
}

describe('init', () => {
  test('writes what code knows, marks what it cannot know, and leaves nothing undeclared', async () => {
    const root = projectOf(FILES);
    const { out, err, code } = await cli(root, ['init', '--yes', '--no-cache']);
    expect([err, code]).toEqual(['', 0]);
    expect(out).toContain('Wrote data-ethics.json: 2 categories, 2 recipients, 2 functions that');
    const text = readFileSync(join(root, 'data-ethics.json'), 'utf8');
    expect(text).toContain('"email": { "purposes": [], "owner": "@shop", "retention": "TODO: e.g. 24 months" }');
    expect(text).toContain('"posthog": { "kind": "analytics", "purposes": [], "categories": ["email"]');
    expect(text).toContain('"hosts": ["lohn.partner.example"]');
    expect(text).toContain('"consent": { "functions": ["hasConsent"] }');
    expect(text).toContain('"masking": { "functions": ["maskEmail"] }');
    expect(await findingsOf(root, 'undeclared-flow')).toEqual([]);
    expect((await findingsOf(root, 'incomplete-policy')).length).toBeGreaterThan(3);
  });

  test('asks at a terminal, and not with --yes', async () => {
    const asked: string[] = [];
    const ask = (question: string): Promise<string> => Promise.resolve(asked.push(question) === 1 ? 'The Daily Crumb' : '');
    const root = projectOf(FILES);
    await cli(root, ['init', '--no-cache'], { ask });
    expect(asked).toHaveLength(4);
    const text = readFileSync(join(root, 'data-ethics.json'), 'utf8');
    expect(text).toContain('"organisation": { "name": "The Daily Crumb", "contact": "TODO: an address');
    await cli(projectOf(FILES), ['init', '--yes', '--no-cache'], { ask });
    expect(asked).toHaveLength(4);
  });

  test('a second run writes nothing and proposes nothing', async () => {
    const root = projectOf(FILES);
    await cli(root, ['init', '--yes', '--no-cache']);
    const before = readFileSync(join(root, 'data-ethics.json'), 'utf8');
    const { out } = await cli(root, ['init', '--yes', '--no-cache']);
    expect(out).toBe('data-ethics.json names everything that was found in the code. Nothing was changed.\n');
    expect(readFileSync(join(root, 'data-ethics.json'), 'utf8')).toBe(before);
  });

  test('what a policy lacks comes as a patch that applies, and comments stay', async () => {
    const policy =
      '{\n  // ours\n  "dataCategories": {\n    "phone": { "purposes": ["call"], "retention": "1 year" }\n  },\n  "recipients": {\n    "PostHog": { "categories": [] }\n  }\n}\n';
    const root = projectOf({ ...FILES, 'data-ethics.json': policy });
    const { out } = await cli(root, ['init', '--no-cache']);
    expect(readFileSync(join(root, 'data-ethics.json'), 'utf8')).toBe(policy);
    expect(out).toContain('+    "email": { "purposes": [], "owner": "@shop"');
    expect(out).toContain('+    "PostHog": { "categories": ["email"] }');
    writeFileSync(join(root, 'a.patch'), out.slice(0, out.lastIndexOf('\ndata-ethics.json was left')));
    const applied = spawnSync('git', ['apply', 'a.patch'], { cwd: root, encoding: 'utf8' });
    expect(applied.stderr).toBe('');
    expect(readFileSync(join(root, 'data-ethics.json'), 'utf8')).toContain('// ours');
    expect((await cli(root, ['init', '--no-cache'])).out).toContain('Nothing was changed.');
  });

  test('an empty project is told so', async () => {
    const { code, err } = await cli(projectOf({ 'readme.md': '' }), ['init', '--yes', '--no-cache']);
    expect([code, err]).toEqual([2, expect.stringContaining('there are no source files')]);
  });
});
