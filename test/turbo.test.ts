/**
 * The monorepo of the examples with Turborepo's engine. It runs where TURBO names the program (.ci/run installs it): the version
 * is the example's own.
 */
import { spawnSync } from 'node:child_process';
import { chmodSync, cpSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { projectOf } from './support/project';

const { TURBO } = process.env;

/** The example in a folder of its own, with a built command line on the PATH. */
function example(): { root: string; run(command: string, ...args: string[]): string } {
  const root = projectOf({});
  cpSync('examples/monorepo', root, { recursive: true });
  const dist = projectOf({});
  const built = spawnSync(process.execPath, ['--import', 'tsx', 'scripts/build.ts', dist], { encoding: 'utf8' });
  expect(built.stderr).toBe('');
  // What the bundle finds beside it in the package.
  symlinkSync(join(process.cwd(), 'node_modules'), join(dist, 'node_modules'), 'junction');
  const command = projectOf({ 'data-ethics': `#!/bin/sh\nexec "${process.execPath}" "${join(dist, 'cli.js')}" "$@"\n` });
  chmodSync(join(command, 'data-ethics'), 0o755);
  const env = { ...process.env, PATH: `${command}:${process.env.PATH}`, TURBO_TELEMETRY_DISABLED: '1', NO_COLOR: '1' };
  return {
    root,
    run(program, ...args) {
      const { status, stdout, stderr } = spawnSync(program, args, { cwd: root, env, encoding: 'utf8' });
      expect(status, stdout + stderr).toBe(0);
      return stdout;
    },
  };
}

test.skipIf(!TURBO)(
  'Turborepo runs what has changed and its dependents, and the merge says what one run says',
  () => {
    const { root, run } = example();
    /** What ran and was not taken from the cache. */
    const ran = (task: string): string[] => {
      const out = run(TURBO!, 'run', task, '--no-color', '--log-order=grouped');
      return [...out.matchAll(/^(\S+?): cache miss/gm)]
        .map(([, name]) => name!.replace('@curtain/', '').replaceAll('data-ethics:', ''))
        .sort();
    };
    const isWhole = (): void => {
      run(
        'data-ethics',
        'check',
        '--no-cache',
        '--fail-on',
        'never',
        '--output',
        'json=plain.json',
        '--output',
        'html=plain.html',
      );
      for (const format of ['json', 'html'])
        expect(readFileSync(join(root, 'reports', `findings.${format}`), 'utf8')).toBe(
          readFileSync(join(root, `plain.${format}`), 'utf8'),
        );
      for (const name of ['plain.json', 'plain.html']) rmSync(join(root, name));
    };
    const append = (path: string, text: string): void =>
      writeFileSync(join(root, path), readFileSync(join(root, path), 'utf8') + text);

    expect(ran('data-ethics:merge')).toEqual(['//:merge', 'box-office:facts', 'foyer:facts', 'people:facts', 'visits:facts']);
    isWhole();
    expect(ran('data-ethics')).toEqual([
      'box-office:data-ethics',
      'foyer:data-ethics',
      'people:data-ethics',
      'visits:data-ethics',
    ]);

    // A clean checkout with the cache of another machine.
    rmSync(join(root, 'reports'), { recursive: true });
    for (const folder of ['packages/people', 'packages/visits', 'apps/box-office', 'apps/foyer'])
      rmSync(join(root, folder, '.data-ethics'), { recursive: true });
    expect(ran('data-ethics:merge')).toEqual([]);
    isWhole();

    append('packages/visits/src/index.ts', 'export const stop = () => posthog.opt_out_capturing();\n');
    expect(ran('data-ethics:merge')).toEqual(['//:merge', 'visits:facts']);
    isWhole();
    expect(ran('data-ethics')).toEqual(['foyer:data-ethics', 'visits:data-ethics']);

    append('packages/people/src/types.ts', 'export type Name = Guest["fullName"];\n');
    expect(ran('data-ethics')).toEqual([
      'box-office:data-ethics',
      'foyer:data-ethics',
      'people:data-ethics',
      'people:facts',
      'visits:data-ethics',
    ]);
    expect(ran('data-ethics:merge')).toEqual(['//:merge']);
    isWhole();
  },
  600_000,
);
