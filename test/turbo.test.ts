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
    const tasks = (): Record<string, string> => {
      const out = run(TURBO!, 'run', 'data-ethics:merge', '--no-color', '--log-order=grouped');
      return Object.fromEntries(
        [...out.matchAll(/^(\S+):data-ethics\S*: cache (hit|miss)/gm)].map(([, name, what]) => [name!, what!]),
      );
    };
    const all = (what: Record<string, string>): Record<string, string> => ({
      '@curtain/people': 'hit',
      '@curtain/visits': 'hit',
      '@curtain/box-office': 'hit',
      '@curtain/foyer': 'hit',
      '//': 'hit',
      ...what,
    });
    const isWhole = (): void => {
      run('data-ethics', 'check', '--no-cache', '--output', 'json=plain.json', '--output', 'html=plain.html');
      for (const format of ['json', 'html'])
        expect(readFileSync(join(root, 'reports', `findings.${format}`), 'utf8')).toBe(
          readFileSync(join(root, `plain.${format}`), 'utf8'),
        );
      for (const name of ['plain.json', 'plain.html']) rmSync(join(root, name));
    };

    expect(Object.values(tasks())).toEqual(['miss', 'miss', 'miss', 'miss', 'miss']);
    isWhole();
    rmSync(join(root, 'reports'), { recursive: true });
    for (const folder of ['packages/people', 'packages/visits', 'apps/box-office', 'apps/foyer'])
      rmSync(join(root, folder, '.data-ethics'), { recursive: true });
    expect(tasks()).toEqual(all({}));
    isWhole();

    const visits = join(root, 'packages/visits/src/index.ts');
    writeFileSync(visits, `${readFileSync(visits, 'utf8')}export const stop = () => posthog.opt_out_capturing();\n`);
    expect(tasks()).toEqual(all({ '@curtain/visits': 'miss', '@curtain/foyer': 'miss', '//': 'miss' }));
    isWhole();

    const people = join(root, 'packages/people/src/audit.ts');
    writeFileSync(people, readFileSync(people, 'utf8').replace('{ event, details }', '{ event }'));
    expect(tasks()).toEqual({
      '@curtain/people': 'miss',
      '@curtain/visits': 'miss',
      '@curtain/box-office': 'miss',
      '@curtain/foyer': 'miss',
      '//': 'miss',
    });
    isWhole();
    expect(readFileSync(join(root, 'reports/findings.json'), 'utf8')).not.toContain('"pii-in-logs"');
  },
  300_000,
);
