/**
 * Stands in for the executable of the desktop: takes the arguments that a test runner gives to `code`.
 * Exit codes: 0 the suite passed, 1 it failed, 3 no result in time, 4 it could not start.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { openWorkbench, serverCommand, type Workbench } from './browser';

const given = process.argv.slice(2);
const folder = process.env.VSCODE_WEB!;
/** Milliseconds for the whole suite. */
const PATIENCE = 240_000;

if (given.some((each) => /^--(?:install-extension|list-extensions|version)\b/.test(each))) {
  const parameters = given.map((each) => (each.endsWith('.vsix') && !each.startsWith('-') ? resolve(each) : each));
  process.exit(serverCommand(folder, parameters));
}

const scratch = mkdtempSync(join(tmpdir(), 'vscode-web-'));
let workbench: Workbench | undefined;
let isOver = false;
async function finish(code: number, why?: unknown): Promise<void> {
  if (isOver) return;
  isOver = true;
  if (why) console.error(why);
  await workbench?.close();
  rmSync(scratch, { recursive: true, force: true, maxRetries: 5 });
  process.exit(code);
}
setTimeout(() => void finish(3, `No result after ${PATIENCE / 1000} s.`), PATIENCE).unref();
process.on('SIGINT', () => void finish(4));
process.on('SIGTERM', () => void finish(4));

/** What the workbench says of itself, and no test does; what is native in it is not built. */
const NOISE =
  /^(?:Resolv|Creating a socket|\[reconnection|Updating additional builtin|\[AgentHost|\[AccountPolicy|\[Service Worker|getaddrinfo|Timed out waiting for auth|Creation of workbench contribution|No search provider)|bindings file|native-watchdog/;

try {
  const [suite] = values('extensionTestsPath');
  workbench = await openWorkbench(folder, {
    userData: values('user-data-dir').at(-1) ?? join(scratch, 'user'),
    extensions: values('extensions-dir').at(-1) ?? join(scratch, 'extensions'),
    asksForTrust: !given.includes('--disable-workspace-trust'),
    query(port) {
      const remote = (path: string): string => `vscode-remote://127.0.0.1:${port}${resolve(path)}`;
      const payload = [
        ...values('extensionDevelopmentPath').map((path) => ['extensionDevelopmentPath', remote(path)]),
        ['extensionTestsPath', remote(suite!)],
        ['skipWelcome', 'true'],
        ...(given.includes('--disable-extensions') ? [['disableExtensions', 'true']] : []),
      ];
      const target = resolve(given.find((each) => !each.startsWith('-'))!);
      return { [target.endsWith('.code-workspace') ? 'workspace' : 'folder']: target, payload: JSON.stringify(payload) };
    },
    async prepare(page) {
      // A language without its pack: the workbench's own words stay English, an extension's do not.
      const [language] = values('locale');
      if (language) await page.addInitScript(`globalThis._VSCODE_NLS_LANGUAGE = '${language}'`);
      page.on('crash', () => void finish(4, 'The page crashed.'));
      await page.exposeFunction('codeAutomationLog', (type: 'log' | 'warn' | 'error', words: unknown[]) => {
        if (!NOISE.test(String(words[0]))) (console[type] ?? console.log)(...words);
      });
      await page.exposeFunction('codeAutomationExit', (code: number) => void finish(code === 0 ? 0 : 1));
    },
  });
} catch (error) {
  await finish(4, error);
}

/** Of `--name=value`, as often as it is given. */
function values(name: string): string[] {
  return given.flatMap((each) => (each.startsWith(`--${name}=`) ? [each.slice(name.length + 3)] : []));
}
