/**
 * How a report with thousands of findings feels: npx tsx bench/report.ts [findings]
 * Writes a project with that many, makes both pages with the built command line, and opens them in Chromium (CHROMIUM, or
 * where Debian puts it). Milliseconds until something is painted, and from a key in the filter to the next picture.
 */
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { chromium, type Page } from 'playwright-core';

const wanted = Number(process.argv[2] ?? 5000);
const PER_FILE = 20;
const root = mkdtempSync(join(tmpdir(), 'data-ethics-bench-'));

const WAYS = [
  (index: number) => `console.log('step ${index}', customer.email);`,
  (index: number) => `posthog.capture('step ${index}', { email: customer.email });`,
  (index: number) => `void fetch(\`/find/${index}?email=\${customer.email}\`);`,
  (index: number) => `localStorage.setItem('k${index}', customer.phone);`,
];
mkdirSync(join(root, 'src'));
writeFileSync(join(root, 'src/customer.ts'), 'export interface Customer { email: string; phone: string; fullName: string }\n');
for (let file = 0; file * PER_FILE < wanted; file++) {
  const lines = Array.from({ length: PER_FILE }, (_, index) => {
    const way = WAYS[(file * PER_FILE + index) % WAYS.length]!;
    return `export function step${index}(customer: Customer) {\n  ${way(index)}\n}`;
  });
  const head = "import posthog from 'posthog-js';\nimport type { Customer } from './customer';\n";
  writeFileSync(join(root, `src/page-${file}.ts`), `${head}${lines.join('\n')}\n`);
}

const browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium', args: ['--no-sandbox'] });
for (const [name, args] of Object.entries({ report: ['report'], check: ['check', '--fail-on', 'never'] })) {
  const page = join(root, `${name}.html`);
  const made = spawnSync(process.execPath, ['dist/cli.js', ...args, root, '--format', 'html', '--no-cache'], {
    encoding: 'utf8',
    maxBuffer: 1 << 30,
  });
  if (made.status !== 0) throw new Error(made.stderr);
  writeFileSync(page, made.stdout);
  const runs: Look[] = [];
  for (let run = 0; run < 5; run++) runs.push(await look(page));
  const median = (key: keyof (typeof runs)[number]): string =>
    String(Math.round(runs.map((run) => run[key] ?? NaN).sort((one, other) => one - other)[2]!));
  const { size } = statSync(page);
  console.log(
    `${name}: ${(size / 1e6).toFixed(1)} MB, ${runs[0]!.lines} findings shown, first paint ${median('paint')} ms, loaded ${median('loaded')} ms, ${name === 'report' ? `filter ${median('filter')} ms` : 'no filter'}`,
  );
}
await browser.close();
rmSync(root, { recursive: true });

interface Look {
  paint: number;
  loaded: number;
  /** The slowest of some keys; NaN where there is nothing to filter. */
  filter: number;
  lines: number;
}

async function look(file: string): Promise<Look> {
  const page = await browser.newPage();
  await page.goto(pathToFileURL(file).href);
  await page.waitForFunction(`performance.getEntriesByName('first-contentful-paint').length > 0`);
  const paint = await page.evaluate<number>(`performance.getEntriesByName('first-contentful-paint')[0].startTime`);
  const loaded = await page.evaluate<number>(`performance.getEntriesByType('navigation')[0].loadEventEnd`);
  const lines = await page.evaluate<number>(
    `document.querySelectorAll('.entries > li').length || document.querySelectorAll('h3').length`,
  );
  const filter = await typed(page);
  await page.close();
  return { paint, loaded, filter, lines };
}

async function typed(page: Page): Promise<number> {
  if ((await page.locator('.filter input').count()) === 0) return NaN;
  const times = [];
  for (const words of ['p', 'page-1', 'page-17', ''])
    times.push(
      await page.evaluate<number>(`new Promise((done) => {
        const field = document.querySelector('.filter input');
        const start = performance.now();
        field.value = ${JSON.stringify(words)};
        field.dispatchEvent(new Event('input'));
        requestAnimationFrame(() => setTimeout(() => done(performance.now() - start)));
      })`),
    );
  return Math.max(...times);
}
