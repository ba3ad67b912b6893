/**
 * Import specifier → module of the project, by syntax and project facts alone: relative paths,
 * tsconfig `paths` and `baseUrl` (nearest tsconfig first), workspace packages by name, and last the
 * folders that `@/…`, `~/…` and `$lib/…` stand for where only a bundler's configuration says so.
 */
import type { ProjectFacts } from '../project';

const EXTENSIONS = ['.ts', '.tsx', '.mts', '.cts', '.js', '.jsx', '.mjs', '.cjs', '.vue', '.svelte', '.astro', '.d.ts'];
const SOURCE_OF: Record<string, string[]> = { '.js': ['.ts', '.tsx'], '.jsx': ['.tsx'], '.mjs': ['.mts'], '.cjs': ['.cts'] };

/** What front-end tools let stand for the folder of the sources: `@/x`, `~/x`, `@@/x`, `~~/x`. */
const CUSTOMARY = /^(?:@@?|~~?)\/(.+)$/;
const SOURCES = ['', 'src', 'app'];
/** SvelteKit's own name for the folder of shared code. */
const LIBRARY = /^\$lib(?:\/(.+))?$/;

/** Answers a path of the project or null for what lies outside it. */
export type Resolver = (from: string, specifier: string) => string | null;

export function createResolver(facts: ProjectFacts, has: (path: string) => boolean): Resolver {
  const memo = new Map<string, string | null>();
  const configs = [...facts.tsconfigs].sort((a, b) => b.dir.length - a.dir.length || (a.dir < b.dir ? -1 : 1));
  const packages = new Map(facts.packages.map((entry) => [entry.name, entry]));

  const file = (base: string): string | null => {
    if (has(base)) return base;
    const dot = base.lastIndexOf('.');
    for (const extension of SOURCE_OF[dot > base.lastIndexOf('/') ? base.slice(dot) : ''] ?? []) {
      if (has(base.slice(0, dot) + extension)) return base.slice(0, dot) + extension;
    }
    for (const extension of EXTENSIONS) if (has(base + extension)) return base + extension;
    for (const extension of EXTENSIONS) if (has(join(base, 'index' + extension))) return join(base, 'index' + extension);
    return null;
  };

  const mapped = (from: string, specifier: string): string | null => {
    for (const config of configs) {
      if (!isInside(from, config.dir)) continue;
      for (const [pattern, targets] of Object.entries(config.paths)) {
        const rest = matchPattern(pattern, specifier);
        if (rest === null) continue;
        for (const target of targets) {
          const found = file(join(target.replace('*', rest)));
          if (found) return found;
        }
      }
      if (config.baseUrl === undefined) continue;
      const found = file(join(config.baseUrl, specifier));
      if (found) return found;
    }
    return null;
  };

  const workspace = (specifier: string): string | null => {
    const parts = specifier.split('/');
    const name = parts.slice(0, specifier.startsWith('@') ? 2 : 1).join('/');
    const entry = packages.get(name);
    if (!entry) return null;
    const subpath = specifier === name ? '.' : '.' + specifier.slice(name.length);
    for (const [pattern, target] of Object.entries(entry.entries)) {
      const rest = matchPattern(pattern, subpath);
      const found = rest === null ? null : file(target.replace('*', rest));
      if (found) return found;
    }
    if (subpath === '.') return file(join(entry.dir, 'src/index')) ?? file(join(entry.dir, 'index'));
    return file(join(entry.dir, subpath)) ?? file(join(entry.dir, 'src', subpath.slice(2)));
  };

  /** The file below the nearest folder above that has one; a `src` or `app` folder counts as the folder that holds it. */
  const customary = (from: string, specifier: string): string | null => {
    const library = LIBRARY.exec(specifier);
    const rest = library ? (library[1] ?? 'index') : CUSTOMARY.exec(specifier)?.[1];
    if (rest === undefined) return null;
    for (let dir = directory(from); ; dir = directory(dir)) {
      for (const source of library ? ['src/lib'] : SOURCES) {
        const found = file(join(dir, source, rest));
        if (found) return found;
      }
      if (dir === '') return null;
    }
  };

  const resolve: Resolver = (from, specifier) => {
    if (specifier.startsWith('.')) return file(join(directory(from), specifier));
    if (specifier.startsWith('/')) return file(specifier.slice(1));
    return mapped(from, specifier) ?? workspace(specifier) ?? customary(from, specifier);
  };
  return (from, specifier) => {
    const key = directory(from) + '\0' + specifier;
    const known = memo.get(key);
    if (known !== undefined) return known;
    const found = resolve(from, specifier.split('?')[0]);
    memo.set(key, found);
    return found;
  };
}

export const directory = (path: string): string => path.slice(0, Math.max(0, path.lastIndexOf('/')));
const isInside = (path: string, dir: string): boolean => dir === '' || path.startsWith(dir + '/');

function matchPattern(pattern: string, specifier: string): string | null {
  const star = pattern.indexOf('*');
  if (star < 0) return pattern === specifier ? '' : null;
  const before = pattern.slice(0, star);
  const after = pattern.slice(star + 1);
  if (!specifier.startsWith(before) || !specifier.endsWith(after) || specifier.length < before.length + after.length) return null;
  return specifier.slice(before.length, specifier.length - after.length);
}

/** Joins and normalises project-relative paths; `..` above the root stays at the root. */
export function join(...parts: string[]): string {
  const out: string[] = [];
  for (const part of parts.join('/').split('/')) {
    if (part === '..') out.pop();
    if (part !== '' && part !== '.' && part !== '..') out.push(part);
  }
  return out.join('/');
}
