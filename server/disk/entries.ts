import { posix } from 'node:path';

/** What we read of a package.json. */
export interface Manifest {
  name?: unknown;
  source?: unknown;
  exports?: unknown;
  module?: unknown;
  main?: unknown;
  types?: unknown;
}

const EXTENSIONS = ['.ts', '.tsx', '.mts', '.cts', '.js', '.jsx', '.mjs', '.cjs', '.vue', '.svelte', '.astro'];
const BUILT_FOLDER = /^(?:dist|build|out|lib|esm|cjs|es)\//;
/** Conditions in the order that leads to source soonest. */
const CONDITIONS = ['source', 'development', 'types', 'import', 'module', 'node', 'browser', 'require', 'default'];

/**
 * Subpath → source file. What a manifest names is usually built, so a missing file is looked for at
 * the same place under `src`; the main entry falls back to src/index and index.
 */
export function packageEntries(dir: string, manifest: Manifest, files: Set<string>): Record<string, string> {
  const entries: Record<string, string> = {};
  for (const [subpath, target] of declared(manifest)) {
    const file = Object.hasOwn(entries, subpath) ? undefined : locate(dir, target, files);
    if (file !== undefined) entries[subpath] = file;
  }
  if (!Object.hasOwn(entries, '.')) {
    const file = ['src/index', 'index', 'src/main', 'lib/index']
      .map((base) => locate(dir, base, files))
      .find((found) => found !== undefined);
    if (file !== undefined) entries['.'] = file;
  }
  return entries;
}

function* declared(manifest: Manifest): Iterable<[string, string]> {
  if (typeof manifest.source === 'string') yield ['.', manifest.source];
  const { exports } = manifest;
  const isMap =
    typeof exports === 'object' &&
    exports !== null &&
    !Array.isArray(exports) &&
    Object.keys(exports).every((key) => key.startsWith('.'));
  const map = isMap ? (exports as Record<string, unknown>) : { '.': exports };
  for (const [subpath, target] of Object.entries(map)) for (const path of targetsOf(target)) yield [subpath, path];
  for (const main of [manifest.module, manifest.main, manifest.types]) if (typeof main === 'string') yield ['.', main];
}

function* targetsOf(target: unknown): Iterable<string> {
  if (typeof target === 'string') yield target;
  if (typeof target !== 'object' || target === null) return;
  if (Array.isArray(target)) {
    for (const item of target) yield* targetsOf(item);
    return;
  }
  const conditions = Object.keys(target).sort((left, right) => rank(left) - rank(right));
  for (const condition of conditions) yield* targetsOf((target as Record<string, unknown>)[condition]);
}

const rank = (condition: string): number => (CONDITIONS.indexOf(condition) + CONDITIONS.length + 1) % (CONDITIONS.length + 1);

function locate(dir: string, target: string, files: Set<string>): string | undefined {
  const path = target.replace(/^\.\//, '');
  const moved = path.replace(BUILT_FOLDER, 'src/');
  const stem = (name: string): string => name.replace(/(?:\.d)?\.[mc]?[jt]sx?$/, '');
  for (const candidate of [path, moved, path.replace(BUILT_FOLDER, '')]) {
    const found = existing(posix.join(dir, candidate), posix.join(dir, stem(candidate)), files);
    if (found !== undefined) return found;
  }
  return undefined;
}

function existing(path: string, stem: string, files: Set<string>): string | undefined {
  if (path.includes('*')) return pattern(stem, files);
  if (files.has(path)) return path;
  for (const base of [stem, `${stem}/index`]) {
    for (const extension of EXTENSIONS) if (files.has(base + extension)) return base + extension;
  }
  return undefined;
}

/** A target with `*` is kept, without extension, when some file lies under it. */
function pattern(stem: string, files: Set<string>): string | undefined {
  const before = stem.slice(0, stem.indexOf('*'));
  for (const file of files) if (file.startsWith(before)) return stem;
  return undefined;
}
