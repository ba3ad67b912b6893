import { readFileSync, readdirSync, statSync } from 'node:fs';
import { join, relative } from 'node:path';
import { describe, expect, test } from 'vitest';
import { disagreements } from './expectations';
import { analyzeFiles } from './run';

const root = join(import.meta.dirname, 'fixtures');

/** One entry below a rule's folder is one project: a file, or a folder with everything in it. Paths are relative to the project. */
function projectOf(path: string): Record<string, string> {
  if (!statSync(path).isDirectory()) return { [relative(join(path, '..'), path)]: readFileSync(path, 'utf8') };
  const entries = readdirSync(path, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  const paths = entries.map((entry) => join(entry.parentPath, entry.name)).sort();
  return Object.fromEntries(paths.map((each) => [relative(path, each).replaceAll('\\', '/'), readFileSync(each, 'utf8')]));
}

describe.each(readdirSync(root))('%s', (rule) => {
  test.each(readdirSync(join(root, rule)))('%s', (name) => {
    const files = projectOf(join(root, rule, name));
    const found = analyzeFiles(files).map(({ rule, message, at }) => ({ rule, message, path: at.path, start: at.start }));
    expect(disagreements(files, found)).toEqual([]);
  });
});
