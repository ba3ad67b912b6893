/** Builds the extension and packs it: npm run package [file.vsix]. Needs no network. */
import { spawnSync } from 'node:child_process';
import { statSync } from 'node:fs';
import { createVSIX } from '@vscode/vsce';
import { version } from '../package.json';

/** Bytes a person downloads; more than this is a mistake. */
const MOST = 4_000_000;

const packagePath = process.argv[2] ?? `data-ethics-${version}.vsix`;
const built = spawnSync(process.execPath, ['--import', 'tsx', 'scripts/build.ts'], { stdio: 'inherit' });
if (built.status !== 0) process.exit(built.status ?? 1);
// Where relative links and pictures of the README are found: the same files, as the command line's package has them.
const published = `https://unpkg.com/data-ethics@${version}`;
await createVSIX({
  packagePath,
  dependencies: false,
  allowMissingRepository: true,
  baseContentUrl: published,
  baseImagesUrl: published,
});
const { size } = statSync(packagePath);
if (size > MOST) {
  console.error(`${packagePath} has ${size} bytes, more than ${MOST}. Look at .vscodeignore and at what is bundled.`);
  process.exitCode = 1;
}
