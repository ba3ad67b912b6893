import { expect, test } from 'vitest';
import { cli } from './support/cli';
import { projectOf } from './support/project';

const FILES = {
  'prisma/schema.prisma':
    'model Customer {\n  id String @id\n  email String\n  religion String\n}\nmodel Shop {\n  phone String\n}\n',
  'src/track.ts':
    "import posthog from 'posthog-js';\nimport type { Customer } from '@prisma/client';\n" +
    "export const track = (customer: Customer) => posthog.capture('x', { email: customer.email });\n" +
    'export const note = (customer: Customer) => console.log(customer.email);\n',
  'data-ethics.json':
    '{ "recipients": { "posthog": { "region": "eu", "owner": "Mara" } }, "incident": { "contact": "security@shop.example", "notifyWithinHours": 72 } }',
};

test('lists where a category lives, what lies beside it and whom to call', async () => {
  const { out, err, code } = await cli(projectOf(FILES), ['blast-radius', 'email', '--no-cache']);
  expect([err, code]).toEqual(['', 0]);
  expect(out).toContain('Stored\n  Customer.email  prisma/schema.prisma:3');
  expect(out).toContain('Also written to\n  log: customer.email  src/track.ts:4');
  expect(out).toContain('Sent to\n  PostHog (eu, ask Mara): customer.email  src/track.ts:3');
  expect(out).toContain('In the same records: ★ religion');
  expect(out).not.toContain('phone');
  expect(out).toContain('Call security@shop.example. Authorities may have to be told within 72 hours.');
});

test('says when nothing was found, nobody is named, or the category does not exist', async () => {
  const root = projectOf({ ...FILES, 'data-ethics.json': '{}' });
  expect((await cli(root, ['blast-radius', 'passport', '--no-cache'])).out).toContain('Nothing of the category');
  expect((await cli(root, ['blast-radius', 'email', '--no-cache'])).out).toContain('names nobody to call');
  const wrong = await cli(root, ['blast-radius', 'emial']);
  expect([wrong.code, wrong.err]).toEqual([2, expect.stringContaining("Did you mean 'email'?")]);
});
