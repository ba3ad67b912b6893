/** The files by which others run the program name the version that this package has. */
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

const { version } = JSON.parse(readFileSync('package.json', 'utf8')) as { version: string };

test.each(['action.yml', '.pre-commit-hooks.yaml', 'docs/ci/gitlab.yml', 'docs/ci.md'])('%s', (path) => {
  const named = [...readFileSync(path, 'utf8').matchAll(/(?:data-ethics@v?|default: |rev: v)(\d+\.\d+\.\d[\w-]*)/g)].map(
    ([, found]) => found,
  );
  expect(named.length).toBeGreaterThan(0);
  expect(new Set(named)).toEqual(new Set([version]));
});
