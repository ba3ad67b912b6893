/** A file of a person is replaced as a whole or stays as it is, and stays theirs. */
import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  chownSync,
  linkSync,
  openSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  statSync,
  symlinkSync,
} from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { writeText } from '../server/cli/write';
import { projectOf } from './support/project';

const sorry = (code: string | undefined): string => `It cannot be written (${code}).`;
const isWindows = process.platform === 'win32';

test('a file is replaced: whoever has it open goes on to read what was there', () => {
  const root = projectOf({ 'a.ts': 'before' });
  const open = openSync(join(root, 'a.ts'), 'r');
  writeText(join(root, 'a.ts'), 'after', sorry);
  expect(readFileSync(open, 'utf8')).toBe('before');
  expect(readFileSync(join(root, 'a.ts'), 'utf8')).toBe('after');
  expect(readdirSync(root)).toEqual(['a.ts']);
});

test('a new file comes with its folders, and none is overwritten that was to be new', () => {
  const root = projectOf({ 'there.md': 'mine' });
  writeText(join(root, 'deep/er/new.md'), 'text', sorry);
  expect(readFileSync(join(root, 'deep/er/new.md'), 'utf8')).toBe('text');
  expect(() => writeText(join(root, 'there.md'), 'theirs', sorry, true)).toThrow('It cannot be written (EEXIST).');
  expect(readFileSync(join(root, 'there.md'), 'utf8')).toBe('mine');
});

test.skipIf(isWindows)('mode and links stay', () => {
  const root = projectOf({ 'run.ts': 'before', 'twin.ts': 'before' });
  chmodSync(join(root, 'run.ts'), 0o757);
  symlinkSync('run.ts', join(root, 'link.ts'));
  linkSync(join(root, 'twin.ts'), join(root, 'other.ts'));
  writeText(join(root, 'link.ts'), 'after', sorry);
  writeText(join(root, 'twin.ts'), 'after', sorry);
  expect(readlinkSync(join(root, 'link.ts'))).toBe('run.ts');
  expect(statSync(join(root, 'run.ts')).mode & 0o777).toBe(0o757);
  expect(['run.ts', 'other.ts'].map((name) => readFileSync(join(root, name), 'utf8'))).toEqual(['after', 'after']);
});

test.skipIf(isWindows || process.getuid?.() !== 0)('who runs with more rights takes no file away from its owner', () => {
  const root = projectOf({ 'a.ts': 'before' });
  chownSync(join(root, 'a.ts'), 1234, 1235);
  writeText(join(root, 'a.ts'), 'after', sorry);
  const { uid, gid } = statSync(join(root, 'a.ts'));
  expect([uid, gid, readFileSync(join(root, 'a.ts'), 'utf8')]).toEqual([1234, 1235, 'after']);
});

test.skipIf(isWindows || process.getuid?.() === 0)('a file that is for reading only is not written, though its folder is', () => {
  const root = projectOf({ 'a.ts': 'before' });
  chmodSync(join(root, 'a.ts'), 0o444);
  expect(() => writeText(join(root, 'a.ts'), 'after', sorry)).toThrow('It cannot be written (EACCES).');
});

test.skipIf(isWindows || process.getuid?.() === 0)('where nothing may be put beside it, a file is written as it lies', () => {
  const root = projectOf({ 'locked/a.ts': 'before' });
  chmodSync(join(root, 'locked'), 0o555);
  writeText(join(root, 'locked/a.ts'), 'after', sorry);
  chmodSync(join(root, 'locked'), 0o755);
  expect(readFileSync(join(root, 'locked/a.ts'), 'utf8')).toBe('after');
});

test.skipIf(isWindows)('where there is no room, the file stays as it was and nothing lies beside it', () => {
  const root = projectOf({ 'a.ts': 'before' });
  const script =
    "import('./server/cli/write.ts').then(({ writeText }) => writeText(process.argv[1], 'x'.repeat(50_000_000), String)).catch(({ message }) => console.log(message))";
  // In blocks of 512 or 1024 bytes: files may grow to less than what is written.
  const limited = 'ulimit -f 20000; exec "$0" --import tsx -e "$1" "$2"';
  const { stdout } = spawnSync('bash', ['-c', limited, process.execPath, script, join(root, 'a.ts')], {
    encoding: 'utf8',
    cwd: join(import.meta.dirname, '..'),
  });
  expect(stdout.trim()).toBe('EFBIG');
  expect(readFileSync(join(root, 'a.ts'), 'utf8')).toBe('before');
  expect(readdirSync(root)).toEqual(['a.ts']);
});
