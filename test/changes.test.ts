import { execFileSync } from 'node:child_process';
import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { cli } from './support/cli';
import { projectOf } from './support/project';

const HEAD = "import type { Customer } from '@prisma/client';\n";
const FILES = {
  'prisma/schema.prisma': 'model Customer {\n  id String @id\n  email String\n}\n',
  'src/old.ts': `${HEAD}export const old = (customer: Customer) => {\n  console.log(customer.email);\n};\n`,
  'src/sink.ts': 'export function note(what: string) {\n  console.log(what);\n}\n',
  'src/call.ts': `${HEAD}import { note } from './sink';\nexport const call = (customer: Customer) => {\n  note(customer.id);\n};\n`,
  'src/asked.ts':
    "import posthog from 'posthog-js';\nimport { consent } from './consent';\nexport function start() {\n  if (!consent.analytics) return;\n\n\n\n  posthog.init('key');\n}\nstart();\n",
  'src/consent.ts': 'export const consent = { analytics: false };\n',
};

function repositoryOf(files: Record<string, string>): {
  root: string;
  git(...args: string[]): void;
  write(path: string, text: string): void;
} {
  const root = projectOf(files);
  const git = (...args: string[]): void => {
    const who = ['-c', 'user.name=Mara', '-c', 'user.email=mara@crumb.test', '-c', 'commit.gpgsign=false'];
    execFileSync('git', [...who, ...args], { cwd: root, stdio: 'ignore' });
  };
  git('init', '--initial-branch=main');
  git('add', '.');
  git('commit', '-m', 'before');
  return { root, git, write: (path, text) => writeFileSync(join(root, path), text) };
}

const since = (root: string, ...more: string[]) =>
  cli(root, ['check', '--no-cache', '--format', 'compact', '--since', 'main', ...more]);
const placesIn = (out: string): string[] => [...out.matchAll(/^(\S+?:\d+):/gm)].map(([, place]) => place!);

describe('--since', () => {
  test('without a change there is nothing to say', async () => {
    const { root } = repositoryOf(FILES);
    const { out, err, code } = await since(root, '--fail-on', 'info');
    expect([placesIn(out), code]).toEqual([[], 0]);
    expect(err).toContain('0 changed files');
  });

  test('an old finding counts when its line is touched, and not when another is', async () => {
    const { root, git, write } = repositoryOf(FILES);
    git('switch', '-c', 'work');
    write('src/old.ts', `${FILES['src/old.ts']}export const more = 1;\n`);
    expect(placesIn((await since(root)).out)).toEqual([]);
    write('src/old.ts', FILES['src/old.ts'].replace('console.log(', 'console.error('));
    expect(placesIn((await since(root)).out)).toEqual(['src/old.ts:3']);
  });

  test('a flow that the change connects counts, wherever its sink stands', async () => {
    const { root, git, write } = repositoryOf(FILES);
    git('switch', '-c', 'work');
    write('src/call.ts', FILES['src/call.ts'].replace('customer.id', 'customer.email'));
    git('commit', '-am', 'more');
    const { out } = await since(root);
    expect(placesIn(out).length).toBe(1);
    expect(out).toContain('pii-in-logs');
  });

  test('a guard that is gone counts where it was needed', async () => {
    const { root, git, write } = repositoryOf(FILES);
    expect(placesIn((await cli(root, ['check', '--no-cache', '--format', 'compact', 'src/asked.ts'])).out)).toEqual([]);
    git('switch', '-c', 'work');
    write('src/asked.ts', FILES['src/asked.ts'].replace('  if (!consent.analytics) return;\n', ''));
    const { out } = await since(root);
    expect(out).toContain('tracking-without-consent');
    expect(out).not.toContain('src/old.ts');
  });

  test('new files count whole, committed or not, with odd names too', async () => {
    const { root, git, write } = repositoryOf(FILES);
    git('switch', '-c', 'work');
    write('src/ä "new" one.ts', FILES['src/old.ts']);
    git('add', '.');
    git('commit', '-m', 'more');
    write('src/later.ts', FILES['src/old.ts'].replace('old', 'later'));
    expect((await since(root)).out.match(/one\.ts:3|later\.ts:3/g)).toHaveLength(2);
  });

  test('what the other branch did meanwhile is not ours', async () => {
    const { root, git, write } = repositoryOf(FILES);
    git('switch', '-c', 'work');
    write('src/consent.ts', 'export const consent = { analytics: false, ads: false };\n');
    git('commit', '-am', 'ours');
    git('switch', 'main');
    rmSync(join(root, 'src/old.ts'));
    git('commit', '-am', 'theirs');
    git('switch', 'work');
    expect(placesIn((await since(root)).out)).toEqual([]);
  });

  test('an unknown revision, no repository and contrary flags are said', async () => {
    const { root } = repositoryOf(FILES);
    const unknown = await cli(root, ['check', '--since', 'nowhere']);
    expect([unknown.code, unknown.err]).toEqual([2, expect.stringContaining("'nowhere'")]);
    const option = await cli(root, ['check', '--since=--output=/tmp/x']);
    expect([option.code, option.err]).toEqual([2, expect.stringContaining('finds no common commit')]);
    const outside = await cli(projectOf(FILES), ['check', '--since', 'main']);
    expect([outside.code, outside.err]).toEqual([2, expect.stringContaining('in no git repository')]);
    const both = await cli(root, ['check', '--since', 'main', '--staged']);
    expect([both.code, both.err]).toEqual([2, expect.stringContaining('two different questions')]);
  });
});

describe('--staged', () => {
  test('reads what is staged, not what the folder holds', async () => {
    const { root, git, write } = repositoryOf(FILES);
    write('src/call.ts', FILES['src/call.ts'].replace('customer.id', 'customer.email'));
    git('add', '.');
    write('src/call.ts', FILES['src/call.ts']);
    const staged = await cli(root, ['check', '--no-cache', '--format', 'compact', '--staged']);
    expect(staged.out).toContain('pii-in-logs');
    git('checkout', 'HEAD', '--', 'src/call.ts');
    write('src/call.ts', FILES['src/call.ts'].replace('customer.id', 'customer.email'));
    const unstaged = await cli(root, ['check', '--no-cache', '--format', 'compact', '--staged']);
    expect(placesIn(unstaged.out)).toEqual([]);
  });
});

test('--watch reports again when a file changes', async () => {
  const root = projectOf(FILES);
  let [stop, err] = [(): void => {}, ''];
  const interrupted = new Promise<void>((done) => (stop = done));
  const seen = { reports: 0 };
  const run = cli(root, ['check', '--no-cache', '--format', 'compact', '--watch'], {
    interrupted,
    onErr(text) {
      err += text;
      if (!text.includes('waiting for changes')) return;
      seen.reports++;
      if (seen.reports === 1)
        // The watcher needs a moment until it listens; writing again and again until it hears is not a clock.
        void (async () => {
          for (let round = 0; seen.reports === 1; round++) {
            writeFileSync(join(root, 'src/old.ts'), `${'\n'.repeat(round % 7)}${FILES['src/old.ts']}`);
            await new Promise((done) => setTimeout(done, 300));
          }
          stop();
        })();
    },
  });
  const { out, code } = await run;
  expect([code, err]).toEqual([0, expect.stringContaining('waiting for changes')]);
  expect(placesIn(out).length).toBeGreaterThan(1);
});
