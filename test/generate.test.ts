import { spawnSync } from 'node:child_process';
import { expect, test } from 'vitest';

test('every generated file is what npm run generate would write', () => {
  const run = spawnSync(process.execPath, ['--import', 'tsx', 'scripts/generate.ts', '--check'], { encoding: 'utf8' });
  expect(run.stderr + run.stdout).toBe('');
  expect(run.status).toBe(0);
});
