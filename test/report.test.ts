import { expect, test } from 'vitest';
import { rules } from '../rules';
import { PRINCIPLES } from '../server/documents/report/principles';
import { cli } from './support/cli';
import { projectOf } from './support/project';

const FILES = {
  'prisma/schema.prisma': 'model Customer {\n  id String @id\n  email String\n}\n',
  'src/secret-place.ts':
    "import posthog from 'posthog-js';\nimport type { Customer } from '@prisma/client';\n" +
    "posthog.init('key');\nexport const log = (customer: Customer) => console.log(customer.email);\n" +
    'export const kept = (customer: Customer) => {\n' +
    '  // data-ethics-disable-next-line pii-in-logs -- reason: legal hold <LH-7> -- until 2099-03-31\n  console.log(customer.email);\n};\n',
  'src/broken.ts': 'export const a = ;\n',
  'data-ethics.json': JSON.stringify({
    organisation: { name: 'The <Crumb>' },
    purposes: { bake: { why: 'We bake for you.', benefit: 'Bread.' } },
    governance: { reviewEvery: '6 months', lastReview: '2026-10-01' },
  }),
};

test('counts findings with what they are out of, and gives no grade', async () => {
  const { out, err, code } = await cli(projectOf(FILES), ['report', '--no-cache']);
  expect([err, code]).toEqual(['', 0]);
  expect(out).toContain('# The \\<Crumb\\>: how we treat data about people');
  const row = (title: string): string => out.split('\n').find((line) => line.startsWith(`| ${title}`))!;
  expect(row('Data is protected')).toContain('| 2 flows of personal data into logs, addresses, browsers and files | 1 warning');
  expect(row('Nobody is tracked')).toContain('0 of 1 tracking call wait for consent');
  expect(row('Help, not pressure')).toContain('purposes that say what people get: 1 of 1');
  expect(row('People who work')).toContain('not checkable by code');
  expect(out).toContain('| pii-in-logs | `src/secret-place.ts:7` | legal hold \\<LH-7\\> | – | 2099-03-31 |');
  expect(out).toContain('1 file with syntax errors');
  expect(out).not.toMatch(/\bscore\b|\bgrade: |out of 100|compliant/i);
});

test('for everybody it shows no file, no code and no name of a field', async () => {
  const { out } = await cli(projectOf(FILES), ['report', '--no-cache', '--public', '--format', 'html']);
  expect(out).toContain('What we have not solved');
  expect(out).toContain('We bake for you.');
  expect(out).not.toMatch(/secret-place|broken\.ts|customer\.email|Customer\.email|data-ethics\.json|LH-7/);
});

test('the HTML loads nothing, and tables have names for rows and columns', async () => {
  const { out } = await cli(projectOf(FILES), ['report', '--no-cache', '--format', 'html']);
  expect(out).toContain('<html lang="en">');
  expect(out).toContain('The &lt;Crumb&gt;');
  expect(out).not.toMatch(/<script|<link|<img|src=|@import|url\(/);
  expect(out.match(/<caption>/g)!.length).toBe(out.match(/<table>/g)!.length);
  expect(out).toContain('<th scope="row">Data is protected');
  expect([...out.matchAll(/<h(\d)/g)].map(([, level]) => level)[0]).toBe('1');
});

test('every rule has its place in exactly one principle', () => {
  const placed = PRINCIPLES.flatMap((principle) => principle.rules);
  expect(rules.map(({ id }) => id).filter((id) => placed.filter((other) => other === id).length !== 1)).toEqual([]);
});
