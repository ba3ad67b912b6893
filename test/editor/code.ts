/** What the tests run: the extension as it is packed, in a VS Code that is named, the workbench in a browser, or the desktop, downloaded. */
import { execFileSync } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { downloadAndUnzipVSCode } from '@vscode/test-electron';

export const ROOT = resolve(import.meta.dirname, '../..');
/** Everything that tests leave behind; git ignores it. */
export const SCRATCH = join(ROOT, '.vscode-test');

/** Builds the working tree and packs it. Returns the path of the `.vsix` file. */
export function packagedExtension(): string {
  mkdirSync(SCRATCH, { recursive: true });
  const vsix = join(SCRATCH, 'data-ethics.vsix');
  execFileSync(process.execPath, ['--import', 'tsx', 'scripts/package.ts', vsix], { stdio: 'inherit', cwd: ROOT });
  return vsix;
}

/**
 * An executable that takes the arguments of `code`.
 * VSCODE_EXECUTABLE names one; VSCODE_WEB names the folder that .ci/vscode-web made; VSCODE_VERSION is what is downloaded.
 */
export async function codeExecutable(): Promise<string> {
  const { VSCODE_EXECUTABLE, VSCODE_WEB, VSCODE_VERSION = 'stable' } = process.env;
  if (VSCODE_EXECUTABLE) return resolve(VSCODE_EXECUTABLE);
  if (VSCODE_WEB) return webExecutable(resolve(VSCODE_WEB));
  return downloadAndUnzipVSCode({ version: VSCODE_VERSION, cachePath: SCRATCH });
}

/** The desktop has `code` and `bin/code`; so has this. */
function webExecutable(folder: string): string {
  if (!existsSync(folder)) throw new Error(`VSCODE_WEB names ${folder}, which is not there. .ci/vscode-web <folder> makes it.`);
  const loader = pathToFileURL(join(ROOT, 'node_modules/tsx/dist/loader.mjs')).href;
  const script = join(import.meta.dirname, 'workbench.ts');
  const shim = join(SCRATCH, 'shim');
  mkdirSync(join(shim, 'bin'), { recursive: true });
  for (const path of [join(shim, 'code'), join(shim, 'bin/code')]) {
    writeFileSync(path, `#!/bin/sh\nVSCODE_WEB='${folder}' exec '${process.execPath}' --import '${loader}' '${script}' "$@"\n`);
    chmodSync(path, 0o755);
  }
  return join(shim, 'code');
}

/**
 * The same executable without `--disable-workspace-trust`, which the test runner always gives.
 * The desktop of Windows has no such wrapper.
 */
export function trustAsking(executable: string): string {
  const path = join(SCRATCH, 'trust-asking');
  const lines = [
    '#!/bin/bash',
    'kept=()',
    'for each in "$@"; do [ "$each" = --disable-workspace-trust ] || kept+=("$each"); done',
    `exec '${executable}' "\${kept[@]}"`,
  ];
  writeFileSync(path, `${lines.join('\n')}\n`);
  chmodSync(path, 0o755);
  return path;
}
