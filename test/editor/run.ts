/**
 * Runs the suite in a real VS Code: `npm run test:editor` on the working tree and on the packaged extension,
 * `npm run test:editor -- source|vsix|untrusted|german` one of them.
 */
import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { resolveCliPathFromVSCodeExecutablePath, runTests } from '@vscode/test-electron';
import { build } from 'esbuild';
import { codeExecutable, packagedExtension, ROOT, SCRATCH, trustAsking } from './code';

type Way = 'source' | 'vsix' | 'untrusted' | 'german';
const WAYS: Way[] = ['source', 'vsix'];
if (process.platform !== 'win32') WAYS.push('untrusted');
// The desktop speaks German only with a language pack, which lies in a marketplace.
if (process.env.VSCODE_WEB) WAYS.push('german');

const asked = process.argv.slice(2) as Way[];
mkdirSync(SCRATCH, { recursive: true });
const suite = join(SCRATCH, 'suite.cjs');
await build({
  entryPoints: [join(import.meta.dirname, 'suite/index.ts')],
  outfile: suite,
  bundle: true,
  format: 'cjs',
  platform: 'node',
  external: ['vscode', 'mocha'],
  logLevel: 'warning',
});
const executable = await codeExecutable();
const vsix = packagedExtension();
for (const way of asked.length > 0 ? asked : WAYS) await run(way);

async function run(way: Way): Promise<void> {
  // Short: the desktop puts a socket there.
  const scratch = mkdtempSync(join(tmpdir(), 'de-'));
  const [workspace, stub] = [join(scratch, 'workspace'), join(scratch, 'stub')];
  // Tests write: never into the files of the project.
  cpSync(join(import.meta.dirname, 'workspace'), workspace, { recursive: true });
  const folders = [`--user-data-dir=${join(scratch, 'user')}`, `--extensions-dir=${join(scratch, 'extensions')}`];
  if (way === 'vsix') {
    must(resolveCliPathFromVSCodeExecutablePath(executable), [...folders, '--install-extension', vsix]);
    // Tests come with an extension under development: one that holds nothing.
    mkdirSync(stub);
    const manifest = { name: 'stub', publisher: 'data-ethics', version: '0.0.0', engines: { vscode: '^1.100.0' } };
    writeFileSync(join(stub, 'package.json'), JSON.stringify(manifest));
  }
  console.log(`Editor tests: ${way}`);
  try {
    await runTests({
      vscodeExecutablePath: way === 'untrusted' ? trustAsking(executable) : executable,
      extensionDevelopmentPath: way === 'vsix' ? stub : ROOT,
      extensionTestsPath: suite,
      extensionTestsEnv: { EDITOR_TESTS: way },
      launchArgs: [
        workspace,
        ...folders,
        ...(way === 'vsix' ? [] : ['--disable-extensions']),
        ...(way === 'german' ? ['--locale=de'] : []),
      ],
    });
  } catch (error) {
    console.error(`Editor tests: ${way} failed. ${error instanceof Error ? error.message : String(error)}`);
    process.exitCode = 1;
  } finally {
    rmSync(scratch, { recursive: true, force: true, maxRetries: 5 });
  }
}

function must(command: string, parameters: string[]): void {
  const { status } = spawnSync(command, parameters, { stdio: 'inherit', cwd: ROOT, shell: process.platform === 'win32' });
  if (status !== 0) throw new Error(`${command} ${parameters.join(' ')} ended with ${status}.`);
}
