/** The pages we write, in a real browser: Chromium where CHROMIUM names it or Debian puts it; elsewhere nothing is tested here. */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { chromium, type Browser, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { cli } from './support/cli';
import { projectOf } from './support/project';

const PROGRAM = process.env.CHROMIUM ?? '/usr/bin/chromium';
const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** Names, reasons and code that try to get out of the text they stand in. */
const HOSTILE = '<img src=x onerror=hacked=1><script>hacked=1</script>"\'`${hacked=1}';
const FILES = {
  'prisma/schema.prisma': 'model Customer {\n  id String @id\n  email String\n  phone String\n}\n',
  'src/a/page.ts':
    "import posthog from 'posthog-js';\nimport type { Customer } from '@prisma/client';\nimport { remember } from '../b/log';\n" +
    "posthog.init('key');\nexport const log = (customer: Customer) => remember(customer.email, '</details><script>hacked=1</script>');\n" +
    "export const track = (customer: Customer) => posthog.capture('seen', { email: customer.email });\n" +
    `export const kept = (customer: Customer) => {\n  // data-ethics-disable-next-line pii-in-logs -- reason: ${HOSTILE} -- until 2099-03-31\n  console.log(customer.email);\n};\n`,
  'src/b/log.ts': 'export const remember = (...what: unknown[]) => console.log(what);\n',
  CODEOWNERS: '/src/a/ @"><img src=x onerror=hacked=1>\n',
  'data-ethics.json': JSON.stringify({
    version: 1,
    organisation: { name: HOSTILE, feedbackUrl: 'javascript:hacked=1' },
    governance: { owner: HOSTILE, reviewEvery: '6 months', lastReview: '2026-10-01' },
    purposes: { bake: { why: `We bake. ${HOSTILE}`, benefit: 'Bread.' } },
    recipients: { [HOSTILE]: { kind: 'email', region: HOSTILE } },
  }),
  '.data-ethics/history.jsonl': `${JSON.stringify({
    ...{ version: 1, day: '2026-01-05', commit: HOSTILE, findings: { error: 1, warning: 9, info: 0 }, byRule: {} },
    ...{ suppressed: 0, accepted: 0, categories: [HOSTILE], recipients: [HOSTILE], files: 3, lines: 100, found: [] },
  })}\n`,
};

const PAGES: [name: string, args: string[]][] = [
  ['the report of a team', ['report', '--no-cache', '--format', 'html']],
  ['the report for everybody', ['report', '--no-cache', '--format', 'html', '--public']],
  ['the findings of a check', ['check', '--no-cache', '--fail-on', 'never', '--format', 'html']],
  ['the notice', ['notice', '--no-cache', '--format', 'html']],
];

/** What runs in the page. */
const OPEN_ALL = `document.querySelectorAll('details').forEach((part) => (part.open = true))`;
const CHECK = `axe.run().then(({ violations }) => violations.map(({ id, nodes }) => id + ': ' + nodes[0]?.html))`;
const FOCUSED = `(() => {
  const { activeElement: active } = document;
  if (active?.localName === 'summary') active.parentElement.open = true;
  return active === document.body ? -1 : [...document.querySelectorAll('*')].indexOf(active);
})()`;
const REACHABLE = `[...document.querySelectorAll('a[href], summary, input, [tabindex="0"]')]
  .map((part) => [...document.querySelectorAll('*')].indexOf(part))`;
const FOLDED = `[...document.querySelectorAll('details:not([open]) > :not(summary)')]
  .filter((part) => !part.checkVisibility({ contentVisibilityAuto: true })).length`;

describe.skipIf(!existsSync(PROGRAM))('in a browser', () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await chromium.launch({ executablePath: PROGRAM, args: ['--no-sandbox'] });
  });
  afterAll(() => browser.close());

  /** Opens what a command wrote, from the disk; everything that is asked for beyond the file, or goes wrong, is noted. */
  async function opened(args: string[], scheme: 'light' | 'dark' = 'light'): Promise<{ page: Page; trouble: string[] }> {
    const root = projectOf(FILES);
    const { out, err } = await cli(root, args);
    expect(args[0] === 'notice' ? '' : err).toBe('');
    const file = join(root, 'page.html');
    writeFileSync(file, out);
    // Its own policy would keep the checker out as well.
    const page = await browser.newPage({ colorScheme: scheme, bypassCSP: true });
    const trouble: string[] = [];
    const own = pathToFileURL(file).href;
    await page.route('**/*', (route) => {
      if (route.request().url() === own) return route.continue();
      trouble.push(`asked for ${route.request().url()}`);
      return route.abort();
    });
    page.on('console', (message) => trouble.push(message.text()));
    page.on('pageerror', (error) => trouble.push(error.message));
    page.on('dialog', (dialog) => trouble.push(dialog.message()));
    await page.goto(own);
    return { page, trouble };
  }

  test.each(PAGES.flatMap(([name, args]) => [[name, 'light', args] as const, [name, 'dark', args] as const]))(
    '%s holds to what axe checks (%s)',
    async (_, scheme, args) => {
      const { page, trouble } = await opened([...args], scheme);
      await page.evaluate(OPEN_ALL);
      await page.evaluate(AXE);
      const violations = await page.evaluate<string[]>(CHECK);
      expect(violations).toEqual([]);
      expect(trouble).toEqual([]);
    },
  );

  test.each(PAGES)('%s shows hostile words and runs none of them', async (_, args) => {
    const { page, trouble } = await opened(args);
    await page.evaluate(OPEN_ALL);
    expect(await page.evaluate<boolean>(`'hacked' in globalThis`)).toBe(false);
    expect(await page.locator('img, iframe, object, link, [src], [onerror], a[href^="javascript:"]').count()).toBe(0);
    expect(await page.locator('script').count()).toBe(args[0] === 'report' && !args.includes('--public') ? 1 : 0);
    expect(await page.locator('body').textContent()).toMatch(args[0] === 'check' ? /page\.ts/ : /<img src=x onerror=hacked=1>/);
    expect(trouble).toEqual([]);
  });

  test('all parts of the report are reached by keyboard, and its filter works', async () => {
    const { page } = await opened(PAGES[0]![1]);
    const wanted = await page.locator('a[href], summary:visible, input, [tabindex="0"]').count();
    const seen = new Set<number>();
    for (let step = 0; step < wanted + 50; step++) {
      await page.keyboard.press('Tab');
      const at = await page.evaluate<number>(FOCUSED);
      if (at < 0 && step > 0) break;
      seen.add(at);
    }
    const all = await page.evaluate<number[]>(REACHABLE);
    expect(all.filter((part) => !seen.has(part))).toEqual([]);
    expect(all.length).toBeGreaterThan(20);

    await page.reload();
    await page.locator('nav a', { hasText: 'Findings' }).focus();
    await page.keyboard.press('Enter');
    expect(await page.evaluate<string>(`document.querySelector(location.hash).textContent`)).toBe('Findings');
    const lines = page.locator('.filter .entries > li');
    await page.locator('.filter input').focus();
    await page.keyboard.type('pii-to nowhere');
    expect([await lines.count(), await page.locator('.filter .entries > li:visible').count()]).toEqual([await lines.count(), 0]);
    await page.keyboard.press('ControlOrMeta+a');
    await page.keyboard.type('POSTHOG page.ts:6');
    expect(await page.locator('.filter .entries > li:visible').count()).toBe(1);
    expect(await page.locator('.filter [role=status]').textContent()).toBe(`1 of ${await lines.count()}`);
  });

  test('on paper nothing is folded away, and nothing stands that only a screen needs', async () => {
    const { page } = await opened(PAGES[0]![1]);
    await page.emulateMedia({ media: 'print' });
    // What content-visibility hides is worked out with a later picture, so this waits for it.
    await expect.poll(() => page.evaluate<number>(FOLDED)).toBe(0);
    expect(await page.locator('nav').isVisible()).toBe(false);
    expect((await page.pdf({ format: 'A4' })).length).toBeGreaterThan(20_000);
  });
});
