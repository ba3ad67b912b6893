import { describe, expect, test } from 'vitest';
import { cli } from './support/cli';
import { projectOf } from './support/project';

const FILES = {
  'prisma/schema.prisma': 'model Customer {\n  id String @id\n  email String\n  dateOfBirth DateTime?\n  newsletter Boolean\n}\n',
  'src/sign-up.ts':
    "import { z } from 'zod';\nexport const SignUp = z.object({ email: z.string(), dateOfBirth: z.string(), size: z.number() });\n",
  'src/form.tsx': 'export const Form = () => <form><input name="contact" type="email" /></form>;\n',
  'src/track.ts':
    "import posthog from 'posthog-js';\nimport type { Customer } from '@prisma/client';\nexport const track = (customer: Customer) => posthog.capture('x', { email: customer.email });\n",
  'package.json': '{ "name": "shop", "dependencies": { "posthog-js": "1.0.0", "@sentry/node": "10.0.0" } }',
  CODEOWNERS: '* @shop\n/prisma/ @data # columns\n',
  'data-ethics.json': '{ "dataCategories": { "email": { "purposes": ["news"], "retention": "1 year" } } }',
};

interface Row {
  category: string;
  collected: { words: string; kind: string; at: string }[];
  stored: { words: string; at: string }[];
  unread: unknown[];
  sent: { recipient: number; at: string }[];
  owner: string;
  ownerFrom: string;
  purposes: string[];
  isUnread: boolean;
}

async function inventory(files: Record<string, string>, ...args: string[]): Promise<string> {
  const { out, err, code } = await cli(projectOf(files), ['inventory', '--no-cache', ...args]);
  expect([err, code]).toEqual(['', 0]);
  return out;
}

describe('the inventory', () => {
  test('finds forms, validated input, columns, recipients and what nobody reads', async () => {
    const found = JSON.parse(await inventory(FILES, '--format', 'json')) as { categories: Row[]; recipients: { name: string }[] };
    const email = found.categories.find((row) => row.category === 'email')!;
    expect(email.collected.map(({ words, kind, at }) => [words, kind, at])).toEqual([
      ['contact in the form of Form', 'form', 'src/form.tsx:1'],
      ['SignUp.email', 'schema', 'src/sign-up.ts:2'],
    ]);
    expect(email.stored.map(({ words, at }) => [words, at])).toEqual([['Customer.email', 'prisma/schema.prisma:3']]);
    expect(email.sent.map(({ recipient, at }) => [found.recipients[recipient]!.name, at])).toEqual([
      ['PostHog', 'src/track.ts:3'],
    ]);
    expect([email.purposes, email.owner, email.ownerFrom, email.isUnread]).toEqual([['news'], '@shop', 'CODEOWNERS', false]);
    const birth = found.categories.find((row) => row.category === 'birth-date')!;
    expect([birth.isUnread, birth.unread.length]).toEqual([true, 2]);
    expect(found.recipients.map(({ name }) => name)).toEqual(['PostHog', 'Sentry']);
  });

  test('a field that is read, or selected, is not called unread', async () => {
    const isUnread = async (code: string): Promise<boolean> => {
      const text = await inventory({ ...FILES, 'src/read.ts': code }, '--format', 'json');
      return (JSON.parse(text) as { categories: Row[] }).categories.find((row) => row.category === 'birth-date')!.isUnread;
    };
    expect(await isUnread('export const age = (c: { dateOfBirth: string }) => c.dateOfBirth;')).toBe(false);
    expect(await isUnread('export const q = (db: any) => db.find({ select: { dateOfBirth: true } });')).toBe(false);
    expect(await isUnread('export const q = (db: any) => db.save({ dateOfBirth: null });')).toBe(true);
  });

  test('what only describes a form holds no datum; what holds parts of one does', async () => {
    const code =
      "import { z } from 'zod';\nconst ZToggle = z.object({ show: z.boolean(), required: z.boolean() });\n" +
      'export const Guest = z.object({ firstName: ZToggle, phone: z.boolean(), street: z.string().optional(),\n' +
      '  postalAddress: z.object({ street: z.string(), city: z.string() }), passportNumber: z.string().nullable() });\n';
    const text = await inventory({ 'q.ts': code }, '--format', 'json');
    const words = (JSON.parse(text) as { categories: Row[] }).categories.flatMap(({ collected }) =>
      collected.map((point) => point.words),
    );
    expect(words).toContain('Guest.passportNumber');
    expect(words).toContain('Guest.postalAddress');
    expect(words.filter((word) => /firstName|phone/.test(word))).toEqual([]);
  });

  test('what is only given out is collected from nobody; what is taken in as well, is', async () => {
    const code = `import { z } from 'zod';
import { initTRPC } from '@trpc/server';
import { Shared } from './shared';
const t = initTRPC.create();
export const Order = z.object({ email: z.string() });
export const Guest = z.object({ firstName: z.string(), stay: z.object({ phone: z.string() }) }).strict();
export const routes = t.router({
  add: t.procedure.input(Order).output(z.object({ lastName: z.string() })).mutation(() => null),
  list: t.procedure.output(z.array(Guest)).query(() => []),
  both: t.procedure.input(Shared).output(Shared).query(() => null),
});
export const contract = { path: '/x', body: z.object({ dateOfBirth: z.string() }), responses: { 200: z.object({ iban: z.string() }) } };
`;
    const shared =
      "import { z } from 'zod';\nexport const Shared = z.object({ passportNumber: z.string(), _count: z.object({ emails: z.number() }) });\n";
    const text = await inventory({ 'q.ts': code, 'shared.ts': shared }, '--format', 'json');
    const words = (JSON.parse(text) as { categories: Row[] }).categories.flatMap(({ collected }) =>
      collected.map((point) => point.words),
    );
    expect(words.sort()).toEqual(['Order.email', 'Shared.passportNumber', 'body.dateOfBirth']);
  });

  test('what a request brings is named with its route', async () => {
    const files = {
      'server.ts':
        "import express from 'express';\nconst app = express();\napp.post('/customers', (req, res) => { save(req.body.email); res.end(); });\n" +
        'app.put("/phones", update);\nfunction update(req: any) { save(req.body.passportNumber); }\nfunction save(value: unknown) { return value; }\n',
      'app/(shop)/api/guests/route.ts':
        'export async function POST(request: any) { return keep(request.body.dateOfBirth); }\nconst keep = (value: unknown) => value;\n',
    };
    const text = await inventory(files, '--format', 'json');
    const words = (JSON.parse(text) as { categories: Row[] }).categories.flatMap(({ collected }) =>
      collected.map((point) => point.words),
    );
    expect(words.sort()).toEqual([
      'body.dateOfBirth of POST /api/guests',
      'body.email of POST /customers',
      'body.passportNumber',
    ]);
  });

  test('marks what a policy leaves out only where there is one, and a weak hash is no protection', async () => {
    const hashed = `import { createHash } from 'node:crypto';
export const log = (user: { email: string }) => console.log(createHash('sha256').update(user.email).digest('hex'));
`;
    const without = { ...FILES, 'data-ethics.json': '{}', 'src/hash.ts': hashed };
    const alone = await inventory(without, '--format', 'csv');
    expect(alone).not.toMatch(/!|weak-hash/);
    const listed = {
      ...without,
      'data-ethics.json': '{ "dataCategories": { "email": { "owner": "TODO: x", "retention": "TODO" } }, "recipients": {} }',
    };
    const csv = await inventory(listed, '--format', 'csv');
    expect(csv).toMatch(/^!birth-date,/m);
    expect(csv).toMatch(/^email,/m);
    expect(csv).toContain('!PostHog');
    expect(csv).not.toContain('TODO');
    expect(csv).toContain('@shop');
  });

  test('a company is known by its name in a setting, where it stands before the address', async () => {
    const code = (name: string): string =>
      `export const tell = (user: { email: string }) => fetch(process.env.${name}!, { method: 'POST', body: user.email });\n`;
    const recipientsOf = async (name: string): Promise<string[]> =>
      (
        JSON.parse(await inventory({ 'a.ts': code(name) }, '--format', 'json')) as {
          recipients: { name: string; kind: string }[];
        }
      ).recipients.map((recipient) => `${recipient.name} ${recipient.kind}`);
    expect(await recipientsOf('SHOP_SLACK_HOOK_ALERTS')).toEqual(['Slack chat-ops']);
    expect(await recipientsOf('basePath')).toEqual([]);
    expect(await recipientsOf('PARTNER_HOOK_URL')).toEqual(['the address in PARTNER_HOOK_URL http']);
  });

  test('a function that only asks, or handles a request, is proposed as no masker', async () => {
    const code =
      'export const maskEmail = (email: string) => email.slice(0, 1);\nexport const isMasked = (email: string) => email.length < 3;\n' +
      "export const checkEmailMasked = (email: string) => email === '';\nexport const customersRedact = (event: object) => event;\n";
    const text = await inventory({ 'a.ts': code }, '--format', 'json');
    expect((JSON.parse(text) as { helpers: { masking: string[] } }).helpers.masking).toEqual(['maskEmail']);
  });

  test('what deserves a look comes first, with its denominator', async () => {
    const [counts, channels, , unread, , , , purpose] = (await inventory(FILES)).split('\n');
    expect(counts).toMatch(/^\d+ categories \(0 special\) in 3 files: /);
    expect(channels).toBe('Comes in through: web (3 fields of 2 categories, 0 by consent).');
    expect(unread).toMatch(/^Collected or stored, and read nowhere by that name: \d of \d categories$/);
    expect(purpose).toMatch(/^No purpose is written down: 1 of 2 categories$/);
  });

  test('CSV and Markdown say the same, and no cell is a formula', async () => {
    const csv = await inventory(
      { ...FILES, 'data-ethics.json': FILES['data-ethics.json'].replace('news', '=1+1') },
      '--format',
      'csv',
    );
    expect(csv.split('\r\n')[0]).toBe(
      'Category,Collected in,Stored in,Reads,Sent to,Kept in,Protected,Purpose,Owner,Retention,First place',
    );
    expect(csv).toContain("'=1+1");
    expect(await inventory(FILES, '--format', 'markdown')).toContain('- stored: `Customer.email`, prisma/schema.prisma:3');
  });

  test('nothing personal is said to be nothing found, not nothing there', async () => {
    expect(await inventory({ 'a.ts': 'export const a = 1;' })).toMatch(/^No personal data was found in what could be read\./);
  });

  test('the same project gives the same bytes, from the cache too', async () => {
    const root = projectOf(FILES);
    const run = async (): Promise<string> => (await cli(root, ['inventory', '--format', 'json', '.'])).out;
    const first = await run();
    expect(await run()).toBe(first);
  });

  test('a policy that cannot be used is an error with its place, and exit code 2', async () => {
    const root = projectOf({ ...FILES, 'data-ethics.json': '{ "recipient": {} }' });
    const { code, err } = await cli(root, ['inventory']);
    expect(code).toBe(2);
    expect(err).toContain("data-ethics.json:1:3  Unknown key 'recipient'. Did you mean 'recipients'?");
  });
});
