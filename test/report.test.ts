import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { rules } from '../rules';
import { graphSvg } from '../server/documents/page/graph';
import { historyIn, weekly, withEntry, type HistoryEntry } from '../server/documents/report/history';
import { PRINCIPLES } from '../server/documents/report/principles';
import { cli } from './support/cli';
import { projectOf } from './support/project';

const FILES = {
  'prisma/schema.prisma': 'model Customer {\n  id String @id\n  email String\n}\n',
  'src/secret-place.ts':
    "import posthog from 'posthog-js';\nimport type { Customer } from '@prisma/client';\n" +
    "posthog.init('key');\nexport const log = (customer: Customer) => console.log(customer.email);\n" +
    "export const track = (customer: Customer) => posthog.capture('seen', { email: customer.email });\n" +
    'export const kept = (customer: Customer) => {\n' +
    '  // data-ethics-disable-next-line pii-in-logs -- reason: legal hold <LH-7> -- until 2099-03-31\n  console.log(customer.email);\n};\n',
  'src/broken.ts': 'export const a = ;\n',
  'data-ethics.json': JSON.stringify({
    organisation: { name: 'The <Crumb>' },
    purposes: { bake: { why: 'We bake for you.', benefit: 'Bread.' } },
    governance: { reviewEvery: '6 months', lastReview: '2026-10-01' },
    recipients: { stripe: {} },
  }),
};

test('counts findings with what they are out of, and gives no grade', async () => {
  const { out, err, code } = await cli(projectOf(FILES), ['report', '--no-cache']);
  expect([err, code]).toEqual(['', 0]);
  expect(out).toContain('# The \\<Crumb\\>: how we treat data about people');
  const row = (title: string): string => out.split('\n').find((line) => line.startsWith(`| ${title}`))!;
  expect(row('Data is protected')).toContain('| 2 flows of personal data into logs, addresses, browsers and files | 1 warning');
  expect(row('Nobody is tracked')).toContain('0 of 2 tracking calls wait for consent');
  expect(row('Help, not pressure')).toContain('purposes that say what people get: 1 of 1');
  expect(row('People who work')).toContain('not checkable by code');
  expect(row('analytics')).toBe('| analytics | 2 | 0 | 2 |');
  expect(row('PostHog')).toContain('| email address | not known | – | no |');
  expect(out).toMatch(
    /\| pii-in-logs \| `src\/secret-place\.ts:8` \| legal hold \\<LH-7\\> \| – \| 2099-03-31 \| \d{5} \| in code \|/,
  );
  expect(out).toContain('1 file with syntax errors');
  expect(out).toContain('### The notice as it would be now');
  expect(out).not.toMatch(/\bscore\b|\bgrade: |out of 100\b|compliant/i);
});

test('for everybody it shows no file, no code and no name of a field', async () => {
  const root = projectOf(FILES);
  for (const format of ['html', 'json']) {
    const { out } = await cli(root, ['report', '--no-cache', '--public', '--format', format]);
    expect(out).not.toMatch(/secret-place|broken\.ts|customer\.email|Customer\.email|data-ethics\.json|LH-7|PostHog/);
    if (format === 'html') expect(out).toContain('What we have not solved');
    if (format === 'html') expect(out).toContain('We bake for you.');
  }
});

test('the HTML loads nothing, runs only its own script, and draws what a table says too', async () => {
  const { out } = await cli(projectOf(FILES), ['report', '--no-cache', '--format', 'html']);
  expect(out).toContain('<html lang="en">');
  expect(out).toContain('The &lt;Crumb&gt;');
  expect(out).not.toMatch(/<link|<img|src=|@import|url\((?!#arrow)|<script[^>]|style="|\son\w+="/);
  const hashed = (tag: string): string =>
    createHash('sha256')
      .update(new RegExp(`<${tag}>([\\s\\S]*?)</${tag}>`).exec(out)![1]!)
      .digest('base64');
  expect(out).toContain(
    `content="default-src 'none'; style-src 'sha256-${hashed('style')}'; script-src 'sha256-${hashed('script')}'; base-uri 'none'; form-action 'none'"`,
  );
  expect(out.match(/<caption>/g)!.length).toBe(out.match(/<table>/g)!.length);
  expect(out).toContain('<th scope="row">Data is protected');
  expect([...out.matchAll(/<h(\d)/g)].map(([, level]) => level)[0]).toBe('1');
  const targets = [...out.matchAll(/href="#([\w-]+)"/g)].map(([, id]) => id!);
  expect(targets.filter((id) => !out.includes(`id="${id}"`))).toEqual([]);
  expect(targets.length).toBe(out.match(/<h2/g)!.length);
  expect(out).toMatch(/<svg[^>]*role="img"[\s\S]*>email address<\/text>[\s\S]*class="open"[\s\S]*>PostHog<\/text>/);
});

test('words of people and code stay words in a picture', () => {
  const svg = graphSvg(
    'a "map"',
    [
      { id: 'a', label: '</text><script>x' },
      { id: 'b', label: 'b' },
    ],
    [{ from: 'a', to: 'b' }],
  );
  expect(svg).not.toContain('<script>');
  expect(svg).toContain('aria-label="a &quot;map&quot;"');
  expect(svg).not.toContain('NaN');
});

describe('what is recorded', () => {
  test('one line a run, with numbers and no code; a later report says what is new', async () => {
    const root = projectOf(FILES);
    const file = join(root, '.data-ethics/history.jsonl');
    const first = await cli(root, ['report', '--no-cache', '--record']);
    expect(first.out).toContain('No earlier report was recorded');
    const [line, ...rest] = readFileSync(file, 'utf8').trim().split('\n');
    expect(rest).toEqual([]);
    expect(line).not.toMatch(/secret-place|customer\.email/);
    const entry = JSON.parse(line!) as HistoryEntry;
    expect([entry.recipients, entry.byRule['pii-in-logs']]).toEqual([['PostHog'], 1]);
    const earlier = {
      ...entry,
      day: '2026-01-05',
      commit: 'abc',
      recipients: [],
      byRule: {},
      findings: { error: 0, warning: 9, info: 0 },
    };
    const later = projectOf({ ...FILES, '.data-ethics/history.jsonl': `${JSON.stringify(earlier)}\n<<<<<<< ours\n` });
    const { out, err } = await cli(later, ['report', '--no-cache']);
    expect(err).toContain('.data-ethics/history.jsonl: 1 of its lines cannot be read');
    expect(out).toContain('Since 2026-01-05 (abc):');
    expect(out).toContain('- New recipients: PostHog.');
    expect(out).toContain('Personal data is written to a log: 0 before, 1 now.');
    expect(out).toContain('| 2026-01-05 | 0 | 9 | 0 |');
  });

  const entry = (day: string, commit: string): HistoryEntry => ({
    version: 1,
    day,
    commit,
    findings: { error: 0, warning: 0, info: 0 },
    byRule: {},
    suppressed: 0,
    accepted: 0,
    categories: [],
    recipients: [],
    files: 1,
    lines: 1,
  });

  test('the same commit on the same day once, a week by its last day', () => {
    const text = withEntry(
      withEntry(withEntry('', entry('2026-11-23', 'a')), entry('2026-11-23', 'a')),
      entry('2026-11-29', 'b'),
    );
    expect(historyIn(text).entries.map(({ commit }) => commit)).toEqual(['a', 'b']);
    const days = ['2026-11-22', '2026-11-23', '2026-11-29', '2026-11-30'].map((day) => entry(day, ''));
    expect(weekly(days, 12).map(({ day }) => day)).toEqual(['2026-11-22', '2026-11-29', '2026-11-30']);
    expect(weekly(days, 1).map(({ day }) => day)).toEqual(['2026-11-30']);
  });
});

test('every rule has its place in exactly one principle', () => {
  const placed = PRINCIPLES.flatMap((principle) => principle.rules);
  expect(rules.map(({ id }) => id).filter((id) => placed.filter((other) => other === id).length !== 1)).toEqual([]);
});
