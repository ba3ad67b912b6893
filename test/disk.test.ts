import { chmodSync, mkdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { isSilentPath, isSource, listProject, readFacts, readSource, readText, rootOf } from '../server/disk';
import { isGenerated } from '../server/disk/silent';
import { projectOf } from './support/project';

const sources = (files: Record<string, string>): string[] => listProject(projectOf(files)).sources;

describe('listing', () => {
  test('takes every language we read, and no declarations', () => {
    const names = ['ts', 'tsx', 'mts', 'cts', 'js', 'jsx', 'mjs', 'cjs', 'vue', 'svelte', 'astro'].map(
      (extension) => `a.${extension}`,
    );
    const files = Object.fromEntries(
      [...names, 'b.d.ts', 'b.d.mts', 'b.d.css.ts', 'b.json', 'b.md', 'ts'].map((name) => [name, '']),
    );
    expect(sources(files)).toEqual([...names].sort());
  });

  test('leaves out packages and what is built', () => {
    const folders = [
      'node_modules/x',
      'dist',
      'build',
      'out',
      'coverage',
      '.git',
      '.next',
      'packages/a/node_modules/b',
      'packages/a/dist',
    ];
    const files = Object.fromEntries(folders.map((folder) => [`${folder}/index.ts`, '']));
    expect(sources({ ...files, 'packages/a/src/index.ts': '', 'src/distance.ts': '' })).toEqual([
      'packages/a/src/index.ts',
      'src/distance.ts',
    ]);
  });

  test('honours .gitignore at every level, with negation', () => {
    expect(
      sources({
        '.gitignore': '*.gen.js\n/local\nsecret/\n',
        'a.gen.js': '',
        'local/a.ts': '',
        'src/local/a.ts': '',
        'src/secret/a.ts': '',
        'src/.gitignore': '!keep.gen.js\n/b.ts\n',
        'src/keep.gen.js': '',
        'src/other.gen.js': '',
        'src/b.ts': '',
        'src/deep/b.ts': '',
      }),
    ).toEqual(['src/deep/b.ts', 'src/keep.gen.js', 'src/local/a.ts']);
  });

  test('honours the .gitignore above a folder of a repository, but not outside one', () => {
    const files = { '.gitignore': 'legacy/\n', 'app/legacy/a.ts': '', 'app/b.ts': '' };
    expect(listProject(join(projectOf({ ...files, '.git/HEAD': '' }), 'app')).sources).toEqual(['b.ts']);
    expect(listProject(join(projectOf(files), 'app')).sources).toEqual(['b.ts', 'legacy/a.ts']);
  });

  test('odd patterns in .gitignore exclude no more than they say', () => {
    expect(sources({ '.gitignore': '||\n[\n\\\n# nothing\n   \n', 'a.ts': '' })).toEqual(['a.ts']);
  });

  test('does not follow links: not out of the project, not in a circle', () => {
    const outside = projectOf({ 'secret.ts': '' });
    const root = projectOf({ 'src/a.ts': '' });
    symlinkSync(outside, join(root, 'outside'));
    symlinkSync(join(outside, 'secret.ts'), join(root, 'secret.ts'));
    symlinkSync(root, join(root, 'src/circle'));
    symlinkSync('self.ts', join(root, 'self.ts'));
    symlinkSync('nowhere', join(root, 'broken.ts'));
    const { sources: found, skipped } = listProject(root);
    expect(found).toEqual(['src/a.ts']);
    expect(skipped.map(({ path, reason }) => [path, reason])).toEqual([
      ['broken.ts', 'link'],
      ['outside', 'link'],
      ['secret.ts', 'link'],
      ['self.ts', 'link'],
    ]);
  });

  test.skipIf(process.getuid?.() === 0)('a folder that cannot be read is counted, the rest is listed', () => {
    const root = projectOf({ 'a.ts': '', 'locked/b.ts': '' });
    chmodSync(join(root, 'locked'), 0);
    const { sources: found, skipped } = listProject(root);
    chmodSync(join(root, 'locked'), 0o755);
    expect(found).toEqual(['a.ts']);
    expect(skipped).toEqual([{ path: 'locked', reason: 'unreadable', message: 'The folder cannot be read (EACCES).' }]);
  });
});

test.each([
  ['src/user.ts', false],
  ['src/user.test.ts', true],
  ['src/user.spec.tsx', true],
  ['src/user_test.ts', true],
  ['src/__tests__/user.ts', true],
  ['test/support/user.ts', true],
  ['e2e/login.ts', true],
  ['src/Button.stories.tsx', true],
  ['src/Checkbox.demo.tsx', true],
  ['src/demo.ts', false],
  ['src/__mocks__/fs.js', true],
  ['src/user.fixture.ts', true],
  ['src/__generated__/client.ts', true],
  ['src/api.generated.ts', true],
  ['vendor/jquery.js', true],
  ['lib/jquery.min.js', true],
  ['src/id-gen.ts', false],
  ['src/latest.ts', false],
  ['src/contest/entry.ts', false],
  ['src/testimonials.ts', false],
  ['src/ab-test.ts', false],
  ['prisma/seed.ts', true],
  ['db/seeds/people.ts', true],
  ['src/seeding-plan.ts', false],
  ['seed-db.ts', true],
  ['src/seed-phrase.ts', false],
  ['prisma/seed-database/people.ts', true],
  ['integration-tests/login.ts', true],
  ['src/lab-tests/order.ts', false],
  ['scripts/test-mail.mjs', true],
  ['packages/api/scripts/dev/test_import.ts', true],
  ['test-mail.js', true],
  ['seed-messages.mjs', true],
  ['backend/src/scripts/seed-with-badges.js', true],
  ['packages/data/prisma/seed-orders.ts', true],
  ['src/db/test-results.ts', false],
  ['src/seed-catalogue/order.ts', false],
  ['apps/shop-e2e/src/support/commands.ts', true],
  ['src/e2e-encryption/keys.ts', false],
  ['test_warranty.mjs', true],
  ['src/test-drive.ts', false],
  ['server/test-results.ts', false],
  ['.assistant/hooks/start.ts', true],
  ['docs/.vitepress/theme/index.ts', false],
  ['src/billing/plans.test-helpers.tsx', true],
  ['packages/ui/test-utils.ts', true],
  ['src/blood-test-setup.ts', false],
  ['data/html_snapshots/list.html', true],
  ['src/snapshots/list.ts', false],
])('%s is silent by default: %s', (path, silent) => {
  expect([path, isSilentPath(path)]).toEqual([path, silent]);
});

test.each([
  ['// @generated by protoc\nexport {}', true],
  ['/**\n * Code generated by x. DO NOT EDIT.\n */', true],
  ['# DO NOT EDIT\n', true],
  ['/* eslint-disable */\n// This file was automatically generated.\n', true],
  ["const text = 'DO NOT EDIT';", false],
  ['<!DOCTYPE html>\n<!-- saved from url=(0024)https://shop.example/ -->\n<html>', true],
  ['<html><!--\n Page saved with SingleFile \n url: https://shop.example -->', true],
  ["const mark = '<!-- saved from url=(0024)https://shop.example/ -->';", false],
  ['<html><!-- the page of our shop -->', false],
  ['/* a */ const hint = "auto-generated";', false],
  [`${'// a word\n'.repeat(200)}// @generated`, false],
])('a generated file says so in its head: %j', (text, generated) => {
  expect(isGenerated(text)).toBe(generated);
});

describe('reading', () => {
  const read = (content: string | Buffer) => readSource(projectOf({ 'a.ts': content }), 'a.ts');
  const reason = (content: string | Buffer): string | undefined => {
    const source = read(content);
    return 'reason' in source ? source.reason : undefined;
  };
  const text = (content: string | Buffer): string | undefined => {
    const source = read(content);
    return 'text' in source ? source.text() : undefined;
  };

  test('text of every encoding that says which it is', () => {
    const utf16 = Buffer.from('\uFEFFconst ä = 1;', 'utf16le');
    expect(text(utf16)).toBe('const ä = 1;');
    expect(text(Buffer.from(utf16).swap16())).toBe('const ä = 1;');
    expect(text('\uFEFFconst ä = 1;')).toBe('const ä = 1;');
    expect(text('const ä = 1;')).toBe('const ä = 1;');
  });

  test('bytes that are no valid UTF-8 are read with a replacement', () => {
    expect(text(Buffer.from([0x61, 0xe4, 0x62]))).toBe('a\uFFFDb');
  });

  test('what no person has written is skipped, with the reason', () => {
    expect(reason(Buffer.from([0x61, 0, 0x62]))).toBe('binary');
    expect(reason('a;'.repeat(1_100_000))).toBe('huge');
    expect(reason('a;'.repeat(40_000))).toBe('minified');
    expect(reason('const a = 1;\n'.repeat(10_000))).toBeUndefined();
    expect(reason(`const a = '${'x'.repeat(30_000)}';`)).toBeUndefined();
  });

  test('a file that cannot be read is skipped, with the code of the system', () => {
    const root = projectOf({});
    mkdirSync(join(root, 'folder.ts'));
    expect(readSource(root, 'folder.ts')).toMatchObject({ reason: 'unreadable', message: 'The file cannot be read (EISDIR).' });
    expect(readSource(root, 'gone.ts')).toMatchObject({ reason: 'unreadable', message: 'The file cannot be read (ENOENT).' });
  });

  test('nothing outside the root is read', () => {
    expect(readText(projectOf({}), '../../etc/hostname')).toBeUndefined();
  });
});

test('the root is the highest policy below the repository, else the folder itself', () => {
  const root = projectOf({
    'data-ethics.json': '{}',
    'repo/.git/HEAD': '',
    'repo/data-ethics.json': '{}',
    'repo/a/data-ethics.json': '{}',
    'repo/a/src/b.ts': '',
  });
  expect(rootOf(join(root, 'repo/a/src'))).toBe(join(root, 'repo'));
  expect(rootOf(join(root, 'repo/a/src/b.ts'))).toBe(join(root, 'repo'));
  const bare = projectOf({ 'a/b/c.ts': '' });
  expect(rootOf(join(bare, 'a'))).toBe(join(bare, 'a'));
});

test('isSource goes by the name', () => {
  expect([isSource('a.tsx'), isSource('a.d.ts'), isSource('a.json')]).toEqual([true, false, false]);
});

describe('facts', () => {
  const facts = (files: Record<string, string>) => {
    const paths = Object.keys(files).sort();
    return readFacts(
      paths.filter((path) => !isSource(path)),
      paths.filter(isSource),
      (path) => files[path],
    );
  };

  test('a package leads to its source, although its manifest names what is built', () => {
    const manifest = {
      name: '@shop/ui',
      main: './dist/index.js',
      exports: {
        '.': { types: './dist/index.d.ts', import: './dist/index.mjs' },
        './button': './dist/button.js',
        './icons/*': './dist/icons/*.js',
        './gone': './dist/gone.js',
      },
    };
    const files = {
      'packages/ui/package.json': JSON.stringify(manifest),
      'packages/ui/src/index.ts': '',
      'packages/ui/src/button/index.tsx': '',
      'packages/ui/src/icons/cart.tsx': '',
    };
    expect(facts(files).packages).toEqual([
      {
        name: '@shop/ui',
        dir: 'packages/ui',
        entries: {
          '.': 'packages/ui/src/index.ts',
          './button': 'packages/ui/src/button/index.tsx',
          './icons/*': 'packages/ui/src/icons/*',
        },
      },
    ]);
  });

  test.each([
    [{ name: 'a' }, ['src/index.ts'], 'src/index.ts'],
    [{ name: 'a' }, ['index.js'], 'index.js'],
    [{ name: 'a', source: 'lib/main.ts', main: 'dist/x.js' }, ['lib/main.ts', 'src/x.ts'], 'lib/main.ts'],
    [{ name: 'a', main: 'lib/a.js' }, ['lib/a.ts'], 'lib/a.ts'],
    [{ name: 'a', main: 'dist/a' }, ['src/a.ts'], 'src/a.ts'],
    [{ name: 'a', exports: ['./x.js', './y.js'] }, ['y.ts'], 'y.ts'],
    [{ name: 'a', main: 7, exports: null }, ['src/index.ts'], 'src/index.ts'],
    [{ name: 'a' }, ['other.ts'], undefined],
  ])('the main entry of %j among %j', (manifest, paths, entry) => {
    const files = Object.fromEntries(paths.map((path) => [path, '']));
    expect(facts({ 'package.json': JSON.stringify(manifest), ...files }).packages[0]?.entries['.']).toBe(entry);
  });

  test('a broken manifest is passed over', () => {
    expect(
      facts({ 'package.json': '{ "name": ', 'a/package.json': '[]', 'b/package.json': '', 'tsconfig.json': 'nonsense' }),
    ).toEqual({ packages: [], tsconfigs: [], schemas: [], dependencies: [] });
  });

  test('tsconfig: paths are resolved where they are written, extends is followed, circles end', () => {
    const files = {
      'tsconfig.base.json':
        '{ "extends": "./app/tsconfig.json", "compilerOptions": { "baseUrl": ".", "paths": { "@/*": ["src/*"] } } }',
      'app/tsconfig.json': '{ /* a comment */ "extends": "../tsconfig.base.json", "compilerOptions": {}, }',
      'web/tsconfig.json':
        '{ "extends": ["../tsconfig.base", "@tsconfig/node20"], "compilerOptions": { "paths": { "~/*": ["./lib/*", 3] } } }',
      'plain/tsconfig.json': '{ "references": [{ "path": "../app" }] }',
    };
    expect(facts(files).tsconfigs).toEqual([
      { dir: 'app', baseUrl: '', paths: { '@/*': ['src/*'] } },
      { dir: '', baseUrl: '', paths: { '@/*': ['src/*'] } },
      { dir: 'web', baseUrl: '', paths: { '~/*': ['lib/*'] } },
    ]);
  });

  test('schemas are handed over as they are', () => {
    expect(
      facts({ 'prisma/schema.prisma': 'model User {}', 'a.graphql': 'type A', 'b.gql': '' }).schemas.map(({ path }) => path),
    ).toEqual(['a.graphql', 'b.gql', 'prisma/schema.prisma']);
  });
});
