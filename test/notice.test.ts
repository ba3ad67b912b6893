import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { categories } from '../rules/categories';
import { hardSentences, readingEase, sentencesOf } from '../server/documents/notice/reading';
import { noticeWords } from '../server/documents/notice/words';
import { english } from '../server/documents/notice/words/en';
import { factsIn, markOf } from '../server/documents/page/blocks';
import { cli } from './support/cli';
import { projectOf } from './support/project';

const POLICY = {
  organisation: { name: 'The <Daily> Crumb', contact: 'privacy@crumb.example' },
  purposes: {
    bake: { why: 'We need your name to hand over bread.', benefit: 'You get it.', legalBasis: 'contract' },
    news: {
      why: 'We write to you about new bread.',
      benefit: 'You hear of it first.',
      legalBasis: 'consent',
      optOut: '/privacy',
    },
  },
  dataCategories: {
    email: { purposes: ['news'], retention: '3 years' },
    'person-name': { purposes: ['bake'], retention: 'until account-deletion' },
  },
  recipients: { posthog: { kind: 'analytics', categories: ['email'], region: 'eu' } },
};

const FILES = {
  'prisma/schema.prisma': 'model Customer {\n  id String @id\n  email String\n  firstName String\n}\n',
  'src/track.ts':
    "import posthog from 'posthog-js';\nimport type { Customer } from '@prisma/client';\nexport const track = (customer: Customer) => posthog.capture('x', { email: customer.email });\n",
  'data-ethics.json': JSON.stringify(POLICY),
};

describe('the notice', () => {
  test('says what, why, for whom, where, how long, how to say no and whom to ask', async () => {
    const { out, err, code } = await cli(projectOf(FILES), ['notice', '--no-cache']);
    expect([err.split('.')[0], code]).toEqual(['0 hard sentences', 0]);
    expect(out).toContain('# What The \\<Daily\\> Crumb knows about you');
    expect(out).toContain('| Your email address | We write to you about new bread. | 3 years |');
    expect(out).toContain('| Your name | We need your name to hand over bread. | until you delete your account |');
    expect(out).toContain('| PostHog | counts how our pages are used | your email address | in the European Union |');
    expect(out).toContain('Say no here: [/privacy](/privacy)');
    expect(out).toContain('Write to privacy@crumb.example.');
  });

  test('does not leave out what code does beyond the policy', async () => {
    const root = projectOf({ ...FILES, 'data-ethics.json': JSON.stringify({ ...POLICY, recipients: {}, dataCategories: {} }) });
    const { out, err } = await cli(root, ['notice', '--no-cache']);
    expect(out).toContain(
      '| PostHog | counts how our pages are used | your email address | We have not written down yet where. |',
    );
    expect(err).toContain('Code sends data to PostHog, and the policy names no such recipient.');
    expect(err).toContain("'email' has no purpose in the policy.");
  });

  test('in German, as HTML in which no text of the policy becomes markup', async () => {
    const { out } = await cli(projectOf(FILES), ['notice', '--no-cache', '--language', 'de', '--format', 'html']);
    expect(out).toContain('<html lang="de">');
    expect(out).toContain('<h1>Was The &lt;Daily&gt; Crumb über Sie weiß</h1>');
    expect(out).toContain('<th scope="row">Ihre E-Mail-Adresse</th>');
    expect(out).toContain('3 Jahre');
    expect(out).toContain('bis Sie Ihr Konto löschen');
    expect(out).not.toMatch(/<script|https?:\/\/(?!crumb)/);
  });

  test('tells what has changed since the last one', async () => {
    const root = projectOf(FILES);
    await cli(root, ['notice', '--no-cache', '--output', 'old.md']);
    const same = await cli(root, ['notice', '--no-cache', '--since', 'old.md']);
    expect(same.out).toContain('- Nothing has changed.');
    const { email: _, ...dataCategories } = POLICY.dataCategories;
    const recipients = { posthog: { ...POLICY.recipients.posthog, region: 'us', categories: ['email', 'phone'] } };
    const changed = {
      ...POLICY,
      dataCategories: { ...dataCategories, phone: { purposes: ['bake'], retention: '1 year' } },
      recipients,
    };
    writeFileSync(join(root, 'data-ethics.json'), JSON.stringify(changed));
    const { out } = await cli(root, ['notice', '--no-cache', '--since', 'old.md']);
    expect(out).toContain('- We now also keep your phone number.');
    expect(out).toContain('- How long we keep your email address: We have not decided yet. It was: 3 years.');
    expect(out).toContain('- PostHog now also gets your phone number.');
    expect(out).toContain('- PostHog keeps the data in the United States. It was: in the European Union.');
    expect(readFileSync(join(root, 'old.md'), 'utf8')).toContain('data-ethics-notice');
  });

  test('an earlier notice that is none, and a project without a policy, are told so', async () => {
    const root = projectOf({ ...FILES, 'other.md': '# Hello' });
    expect((await cli(root, ['notice', '--since', 'other.md'])).err).toContain('is not a notice');
    const bare = projectOf({ 'a.ts': 'export {}' });
    expect((await cli(bare, ['notice', '--no-cache'])).err).toContain('data-ethics init writes one');
  });

  test('the sign is one line', async () => {
    const { out } = await cli(projectOf(FILES), ['notice', '--no-cache', '--sign']);
    expect(out).toBe(
      'The <Daily> Crumb keeps your email address and your name. One other company gets parts of it. Questions, or a no? privacy@crumb.example\n',
    );
  });
});

describe('words', () => {
  test.each(Object.entries(noticeWords))('%s names every group, kind and region the other knows', (_, words) => {
    for (const part of ['group', 'kind', 'region'] as const)
      expect(Object.keys(words[part]).sort()).toEqual(Object.keys(english[part]).sort());
  });

  test('German has a name for each category', () => {
    expect(Object.keys(noticeWords.de!.category).sort()).toEqual(categories.map(({ id }) => id).sort());
  });
});

describe('reading', () => {
  const reasons = (text: string, language: 'en' | 'de' = 'en'): string[] =>
    hardSentences(text, language, noticeWords[language]!.jargon).flatMap((found) => found.reasons);

  test('names long sentences and words of the trade, and nothing else', () => {
    expect(reasons('We need your address to deliver your bread.')).toEqual([]);
    expect(reasons('We leverage your data. We like bread.')).toEqual(['"leverage": say "use"']);
    expect(reasons(`We ${'bake and '.repeat(12)}sell.`)).toEqual(['26 words; 20 are enough']);
    expect(reasons('Wir verarbeiten Ihre Daten.', 'de')).toEqual(['"verarbeiten": say "nutzen"']);
    expect(reasons('Organisational interoperability necessitates institutional reconfiguration.')).toHaveLength(1);
  });

  test('ease falls with long words and sentences', () => {
    expect(readingEase('We bake bread. You eat it.', 'en')).toBe(100);
    expect(readingEase('Organisational interoperability necessitates institutional reconfiguration.', 'en')).toBe(0);
    expect(readingEase('', 'en')).toBeUndefined();
    expect(sentencesOf('Ask a.b@c.example. Or call.')).toHaveLength(2);
  });
});

test('what a page keeps survives signs that would end a comment', () => {
  const facts = { why: 'a --> b ---', day: '2026-01-01' };
  const mark = markOf({ name: 'x', facts });
  expect(mark.slice(4, -3)).not.toContain('--');
  expect(factsIn(`text\n${mark}\n`, 'x')).toEqual(facts);
});
