/** The same server in an editor that is not ours: Neovim without a screen, where it is installed. */
import { execFile, spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';
import { projectOf } from './support/project';

const cli = join(import.meta.dirname, '..', 'dist', 'cli.js');
const hasNeovim = spawnSync('nvim', ['--version']).status === 0 && existsSync(cli);

test.runIf(hasNeovim)(
  'Neovim shows a finding, and takes the first way out',
  async () => {
    const root = projectOf({
      'package.json': '{ "name": "shop" }',
      'show.ts':
        'interface User { id: string; email: string }\nexport const show = (user: User) => console.log(`mail ${user.email}`);\n',
    });
    const env = {
      ...process.env,
      DATA_ETHICS_ROOT: root,
      DATA_ETHICS_NODE: process.execPath,
      DATA_ETHICS_CLI: cli,
    };
    const script = join(import.meta.dirname, 'neovim', 'client.lua');
    const { stdout } = await promisify(execFile)('nvim', ['--headless', '-u', 'NONE', '-S', script], { env, timeout: 110_000 });
    const lines = stdout.split(/\r?\n/).filter(Boolean);
    expect(lines[0]).toMatch(/^2 pii-in-logs The email address \(user\.email\) is written to the log/);
    expect(lines).toContain('action Log user.id instead');
    expect(lines).toContain('action Keep it, and say why (suppress pii-in-logs)');
    expect(lines).toContain('line export const show = (user: User) => console.log(`mail ${user.id}`);');
  },
  120_000,
);
