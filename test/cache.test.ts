import { existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cacheFolder, openCache } from '../server/cache';
import type { ModuleIR } from '../server/engine/ir';
import { projectOf } from './support/project';

const words = (length: number, seed: number): Int32Array =>
  Int32Array.from({ length }, (_, index) => Math.imul(index + 1, seed) | 0);

function moduleOf(seed: number): ModuleIR {
  return {
    path: `src/file-${seed}.ts`,
    hash: String(seed),
    code: words(seed * 7, seed),
    at: words(seed * 2 + 1, seed + 1),
    places: words(seed * 4, seed + 2),
    names: ['email', 'ünïcode 🧁', 'a\n"b"\\', '\u2028', `name ${seed}`],
    terms: words(seed % 3, seed),
    termStart: words(1, seed),
    functions: [],
    shapes: [],
    classes: [],
    imports: [{ specifier: './x', imported: 'x', local: 'x', typeOnly: false, dynamic: false }],
    exports: [],
    comments: [],
    stats: { lines: seed, bytes: seed * 10, syntaxErrors: 0, opaque: 0 },
  };
}

const seeds = Array.from({ length: 12 }, (_, index) => index);
const file = (dir: string): string => join(dir, 'ir.bin');

function filled(version = '1'): string {
  const dir = projectOf({});
  const cache = openCache(dir, version);
  for (const seed of seeds) cache.put(`key ${seed}`, moduleOf(seed));
  cache.save();
  return dir;
}

describe('IR', () => {
  test('comes back as it was put', () => {
    const cache = openCache(filled(), '1');
    for (const seed of seeds) expect(cache.get(`key ${seed}`)).toEqual(moduleOf(seed));
    expect(cache.get('another key')).toBeUndefined();
  });

  test('the arrays are views of the one file, not copies', () => {
    const cache = openCache(filled(), '1');
    const [one, two] = [cache.get('key 3')!, cache.get('key 4')!];
    expect(one.code.buffer).toBe(two.code.buffer);
  });

  test('saving again gives the same bytes, in whatever order entries were put', () => {
    const dir = filled();
    const before = readFileSync(file(dir));
    const again = openCache(dir, '1');
    for (const seed of [...seeds].reverse()) again.get(`key ${seed}`);
    again.put('key 5', moduleOf(5));
    again.save();
    expect(readFileSync(file(dir)).equals(before)).toBe(true);
  });

  test('entries nobody asked for are dropped, the others kept', () => {
    const dir = filled();
    const cache = openCache(dir, '1');
    cache.get('key 2');
    cache.put('new', moduleOf(20));
    cache.save();
    const next = openCache(dir, '1');
    expect([next.get('key 2'), next.get('new'), next.get('key 3')]).toEqual([moduleOf(2), moduleOf(20), undefined]);
  });

  test('what another version wrote is not used', () => {
    expect(openCache(filled('1'), '2').get('key 1')).toBeUndefined();
  });

  test('no half-written file stays behind', () => {
    expect(readdirSync(filled()).sort()).toEqual(['.gitignore', 'ir.bin']);
  });
});

describe('a broken file', () => {
  const whole = (): { dir: string; bytes: Buffer } => {
    const dir = filled();
    return { dir, bytes: readFileSync(file(dir)) };
  };
  /** Every entry is either right or missing, and the cache can be rebuilt. */
  const check = (dir: string, bytes: Buffer): number => {
    writeFileSync(file(dir), bytes);
    const cache = openCache(dir, '1');
    const found = seeds.filter((seed) => cache.get(`key ${seed}`) !== undefined);
    for (const seed of found) expect(cache.get(`key ${seed}`)).toEqual(moduleOf(seed));
    for (const seed of seeds) if (!found.includes(seed)) cache.put(`key ${seed}`, moduleOf(seed));
    cache.save();
    const rebuilt = openCache(dir, '1');
    for (const seed of seeds) expect(rebuilt.get(`key ${seed}`)).toEqual(moduleOf(seed));
    return found.length;
  };

  test('with any byte changed gives no wrong entry', () => {
    const { dir, bytes } = whole();
    const change = fc.record({ at: fc.nat(bytes.length - 1), by: fc.integer({ min: 1, max: 255 }) });
    fc.assert(
      fc.property(change, ({ at, by }) => {
        const broken = Buffer.from(bytes);
        broken[at] = broken[at]! ^ by;
        expect(check(dir, broken)).toBeLessThan(seeds.length);
      }),
      { numRuns: 60, seed: 7 },
    );
  });

  test('cut off anywhere keeps what is whole', () => {
    const { dir, bytes } = whole();
    for (const share of [0, 0.01, 0.3, 0.5, 0.9, 0.999]) {
      const found = check(dir, bytes.subarray(0, Math.floor(bytes.length * share)));
      expect(found).toBeLessThan(seeds.length);
    }
  });

  test.each([
    ['empty', ''],
    ['text', 'this is not a cache at all, but long enough to look at'],
    ['zeros', '\0'.repeat(4000)],
  ])('%s', (_, content) => {
    const { dir } = whole();
    expect(check(dir, Buffer.from(content))).toBe(0);
  });
});

describe('the last result', () => {
  test('comes back under its key only', () => {
    const dir = projectOf({});
    openCache(dir, '1').saveResult('key', { findings: ['ä'] });
    expect(openCache(dir, '1').result('key')).toEqual({ findings: ['ä'] });
    expect(openCache(dir, '1').result('other')).toBeUndefined();
    expect(openCache(dir, '2').result('key')).toBeUndefined();
  });

  test('is not used when a byte of it has changed', () => {
    const dir = projectOf({});
    openCache(dir, '1').saveResult('key', { findings: ['a'] });
    const path = join(dir, 'findings.json');
    const text = readFileSync(path, 'utf8');
    for (let at = 0; at < text.length; at++) {
      writeFileSync(path, `${text.slice(0, at)}${text[at] === 'x' ? 'y' : 'x'}${text.slice(at + 1)}`);
      expect(openCache(dir, '1').result('key')).toBeUndefined();
    }
  });
});

test('a cache that cannot be written is no failure', () => {
  const root = projectOf({ occupied: 'a file, not a folder' });
  const cache = openCache(join(root, 'occupied'), '1');
  cache.put('key', moduleOf(1));
  expect(() => cache.save()).not.toThrow();
  expect(() => cache.saveResult('key', 1)).not.toThrow();
  expect(cache.get('other')).toBeUndefined();
});

test('it lies beside the packages, else in a folder of its own', () => {
  expect(cacheFolder(projectOf({ 'node_modules/x/index.js': '' }))).toMatch(/node_modules\/\.cache\/data-ethics$/);
  const root = projectOf({});
  expect(cacheFolder(root)).toBe(join(root, '.data-ethics', 'cache'));
  expect(existsSync(join(root, '.data-ethics'))).toBe(false);
  expect(cacheFolder(join(root, 'gone'))).toMatch(/data-ethics-[\w-]{16}$/);
});
