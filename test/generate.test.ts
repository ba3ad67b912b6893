import { spawnSync } from 'node:child_process';
import { expect, test } from 'vitest';
import { rules } from '../rules';
import { VERSION } from '../server/session/version';

test('every generated file is what npm run generate would write', () => {
  const run = spawnSync(process.execPath, ['--import', 'tsx', 'scripts/generate.ts', '--check'], { encoding: 'utf8' });
  expect(run.stderr + run.stdout).toBe('');
  expect(run.status).toBe(0);
});

test('no rule is newer than the package', () => {
  const ordered = (version: string): string =>
    version
      .split('.')
      .map((part) => part.padStart(4, '0'))
      .join('.');
  expect(rules.filter(({ since }) => ordered(since) > ordered(VERSION)).map(({ id }) => id)).toEqual([]);
});
