/** The pages beside the editor as Chromium shows them, in the colours of four themes; where there is no Chromium nothing is tested here. */
import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { chromium, type Browser, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { reportHtml, rulePageHtml } from '../client/page-html';
import { rules } from '../rules';
import { rulePage } from '../server/report/docs';
import { cli } from './support/cli';
import { EDITOR_STYLE, THEMES, type Theme } from './support/themes';

const PROGRAM = process.env.CHROMIUM ?? '/usr/bin/chromium';
const { resolve } = createRequire(import.meta.url);
const AXE = readFileSync(resolve('axe-core/axe.min.js'), 'utf8');
const STYLE = readFileSync('client/media/page.css', 'utf8');
const ADDRESS = 'http://page.test/';

const MarkdownIt = createRequire(import.meta.url)('markdown-it') as new (options: object) => { render(text: string): string };
const markdown = new MarkdownIt({ html: true });
/** A word of every kind that the editor's highlighter knows and our style colours. */
const TOKENS = [...STYLE.matchAll(/\.(hljs-[\w-]+)/g)].map(([, name]) => `<span class="${name!}">${name!}</span>`).join(' ');

/** What runs in the page. */
const OPEN_ALL = `document.querySelectorAll('details').forEach((part) => (part.open = true))`;
const CHECK = `axe.run().then(({ violations }) =>
  violations.flatMap(({ id, nodes }) => nodes.map(({ html, failureSummary }) => id + ': ' + html + ' ' + failureSummary)))`;
const FOCUSED = `[...document.querySelectorAll('*')].indexOf(document.activeElement)`;
const CLICKABLE = `[...document.querySelectorAll('a[href], summary, input, button')]
  .map((part) => [...document.querySelectorAll('*')].indexOf(part))`;

describe.skipIf(!existsSync(PROGRAM))('beside the editor', () => {
  let browser: Browser;
  let report: string;
  beforeAll(async () => {
    browser = await chromium.launch({ executablePath: PROGRAM, args: ['--no-sandbox'] });
    const { out } = await cli('examples/daily-crumb', ['report', '--no-cache', '--format', 'html']);
    report = reportHtml(out);
  }, 60_000);
  afterAll(() => browser.close());

  const ruleHtml = (index: number): string => {
    const rule = rules[index]!;
    const body = `${markdown.render(rulePage(rule))}<pre><code>${TOKENS}</code></pre>`;
    return rulePageHtml({ title: rule.id, body, style: `${ADDRESS}page.css`, source: ADDRESS });
  };

  /** As a webview of the editor shows it: with its variables, its class and its own style below ours. */
  async function shown(html: string, { kind, variables }: Theme, page?: Page): Promise<Page> {
    const target = page ?? (await browser.newPage({ bypassCSP: true, viewport: { width: 520, height: 700 } }));
    const own = Object.entries(variables).flatMap(([name, value]) => (value ? `--vscode-${name}: ${value}` : []));
    const dressed = html
      .replace('<html', `<html style="${own.join('; ')}"`)
      .replace('<body', `<body class="${kind}"`)
      .replace('<head>', `<head><style>${EDITOR_STYLE}</style>`);
    await target.unroute('**/*');
    await target.route('**/*', (route) => {
      const address = route.request().url();
      if (address === ADDRESS) return route.fulfill({ body: dressed, contentType: 'text/html' });
      return address === `${ADDRESS}page.css` ? route.fulfill({ body: STYLE, contentType: 'text/css' }) : route.abort();
    });
    await target.goto(ADDRESS);
    return target;
  }

  async function violations(page: Page): Promise<string[]> {
    await page.evaluate(OPEN_ALL);
    await page.evaluate(AXE);
    return page.evaluate<string[]>(CHECK);
  }

  test('the themes say what every variable of ours is', () => {
    const used = [...`${STYLE}${report}`.matchAll(/--vscode-([\w-]+)/g)].map(([, name]) => name!);
    expect(used.length).toBeGreaterThan(10);
    for (const { variables } of Object.values(THEMES)) for (const name of used) expect(Object.keys(variables)).toContain(name);
  });

  test.each(Object.entries(THEMES))('a page of a rule and the report hold to what axe checks (%s)', async (_, theme) => {
    const page = await shown(ruleHtml(0), theme);
    expect(await violations(page)).toEqual([]);
    await shown(report, theme, page);
    expect(await violations(page)).toEqual([]);
    await page.close();
  });

  test('so does the page of every other rule', async () => {
    const page = await shown(ruleHtml(0), THEMES.light!);
    for (const index of rules.keys()) {
      await shown(ruleHtml(index), THEMES.light!, page);
      expect(await violations(page), rules[index]!.id).toEqual([]);
    }
    await page.close();
  }, 120_000);

  test('everything that can be clicked is reached by keyboard and shows that it is', async () => {
    const withAnswers = rules.findIndex((rule) => rulePage(rule).includes('<details>'));
    const page = await shown(ruleHtml(withAnswers), THEMES.dark!);
    for (const html of [ruleHtml(withAnswers), report]) {
      await shown(html, THEMES.dark!, page);
      await page.evaluate(OPEN_ALL);
      const wanted = await page.evaluate<number[]>(CLICKABLE);
      const seen = new Set<number>();
      for (let step = 0; step < wanted.length + 60; step++) {
        await page.keyboard.press('Tab');
        const at = await page.evaluate<number>(FOCUSED);
        const outline = `getComputedStyle(document.activeElement).outlineStyle`;
        if (wanted.includes(at)) expect(await page.evaluate<string>(outline)).not.toBe('none');
        seen.add(at);
      }
      expect(wanted.length).toBeGreaterThan(0);
      expect(wanted.filter((part) => !seen.has(part))).toEqual([]);
    }
    await page.close();
  }, 60_000);

  test('the policy of the report lets in the colours of the editor and its own script', async () => {
    const strict = await browser.newPage();
    const { dark } = THEMES;
    const trouble: string[] = [];
    strict.on('console', (message) => trouble.push(message.text()));
    await strict.route(ADDRESS, (route) => route.fulfill({ body: report, contentType: 'text/html' }));
    await strict.goto(ADDRESS);
    await strict.evaluate(
      `document.documentElement.style.setProperty('--vscode-editor-background', '${dark!.variables['editor-background']!}')`,
    );
    expect(await strict.evaluate<string>('getComputedStyle(document.body).backgroundColor')).toBe('rgb(18, 19, 20)');
    expect(await strict.locator('input[type=search]').first().isVisible()).toBe(true);
    expect(trouble).toEqual([]);
    await strict.close();
  });
});
