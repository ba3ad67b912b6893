/**
 * Finds and reads what belongs to a project. With cache.ts the only room that touches the disk.
 * Paths are relative to the root, with `/`, in code-unit order whatever the file system says.
 */
import { readdirSync, readFileSync, realpathSync, statSync, type Dirent } from 'node:fs';
import { join, relative, resolve, sep } from 'node:path';
import ignore, { type Ignore } from 'ignore';
import { textOf } from './disk/source';
import { BASELINE_NAME, CONFIG_NAME } from './engine/policy';

export { readSource, type Source, type SkipReason } from './disk/source';
export { readFacts } from './disk/facts';
export { isSilentPath } from './disk/silent';
export { neededPackages, packageFolders } from './disk/packages';

export interface Listing {
  /** Real path of the root. */
  root: string;
  /** Source files, sorted. */
  sources: string[];
  /** Policy files, sorted. */
  configs: string[];
  /** package.json, tsconfig and schema files, sorted. */
  manifests: string[];
  /** What could not be listed, with the reason. */
  skipped: Skipped[];
}

export interface Skipped {
  path: string;
  reason: string;
  message: string;
}

const SOURCE = /\.(?:[mc]?[jt]sx?|vue|svelte|astro|html)$/;
const DECLARATION = /\.d\.(?:[mc]?ts|[\w-]+\.ts)$/;
const MANIFEST = /^(?:package\.json|tsconfig(?:\.[\w.-]+)?\.json|jsconfig\.json)$|\.(?:prisma|graphql|gql)$/;
/** Folders nobody's own source is in. `.git` and the like are never entered, ignored or not. */
const NEVER = new Set(['node_modules', '.git', '.hg', '.svn', '.yarn', '.pnpm-store', '.data-ethics']);
const BUILT = new Set([
  'dist',
  'build',
  'out',
  'coverage',
  '.next',
  '.nuxt',
  '.output',
  '.svelte-kit',
  '.astro',
  '.turbo',
  '.vercel',
  '.cache',
]);

const POLICY_FOLDER = 'This is a folder, and a policy is a file of that name: it is read as any other folder, and says nothing.';

/** Is this a file we can analyse, by its name? */
export function isSource(path: string): boolean {
  return SOURCE.test(path) && !DECLARATION.test(path);
}

/** Can a change of this path change a finding? For a folder: can anything in it? */
export function isWatched(path: string, isFile: boolean): boolean {
  const name = path.slice(path.lastIndexOf('/') + 1);
  if (!isFile) return !NEVER.has(name) && !BUILT.has(name);
  return isSource(path) || MANIFEST.test(name) || [CONFIG_NAME, BASELINE_NAME, '.gitignore'].includes(name);
}

/**
 * Lists a project. `.gitignore` files hold at every level, also those above the root up to the
 * repository. A symbolic link is not followed: what it names inside the root is found by its own path.
 * @throws when the root itself cannot be read.
 */
export function listProject(folder: string): Listing {
  const root = realpathSync(resolve(folder));
  const listing: Listing = { root, sources: [], configs: [], manifests: [], skipped: [] };
  const entries = readdirSync(root, { withFileTypes: true });
  const pending: { path: string; entries: Dirent[]; filters: Filter[] }[] = [{ path: '', entries, filters: filtersAbove(root) }];
  for (let folder = pending.pop(); folder; folder = pending.pop()) {
    const filters = withOwnFilter(root, folder.path, folder.entries, folder.filters);
    for (const entry of folder.entries) {
      const path = folder.path ? `${folder.path}/${entry.name}` : entry.name;
      if (entry.isSymbolicLink()) {
        noteLink(root, path, listing);
        continue;
      }
      if (entry.isDirectory()) {
        if (entry.name === CONFIG_NAME) listing.skipped.push({ path, reason: 'folder', message: POLICY_FOLDER });
        if (NEVER.has(entry.name) || BUILT.has(entry.name) || isIgnored(`${path}/`, filters)) continue;
        const inside = readFolder(root, path, listing);
        if (inside) pending.push({ path, entries: inside, filters });
        continue;
      }
      if (!entry.isFile()) continue;
      const list =
        entry.name === CONFIG_NAME
          ? listing.configs
          : MANIFEST.test(entry.name)
            ? listing.manifests
            : isSource(path)
              ? listing.sources
              : undefined;
      if (list && !isIgnored(path, filters)) list.push(path);
    }
  }
  for (const list of [listing.sources, listing.configs, listing.manifests]) list.sort();
  listing.skipped.sort((left, right) => (left.path < right.path ? -1 : 1));
  return listing;
}

/** Text of a file below the root, or undefined when it is not there or leaves the root. */
export function readText(root: string, path: string): string | undefined {
  if (path.startsWith('../') || path.startsWith('/')) return undefined;
  try {
    return textOf(readFileSync(join(root, path)));
  } catch {
    return undefined;
  }
}

/**
 * The project a path belongs to: the highest folder with a policy file, no higher than the
 * repository; without one, the folder itself (for a file, its folder).
 * @throws when the path does not exist.
 */
export function rootOf(path: string): string {
  const real = realpathSync(resolve(path));
  const start = statSync(real).isDirectory() ? real : resolve(real, '..');
  let root = start;
  for (const folder of upwards(start)) {
    if (statSync(join(folder, CONFIG_NAME), { throwIfNoEntry: false })?.isFile()) root = folder;
    if (exists(join(folder, '.git'))) break;
  }
  return root;
}

/** The path relative to a root, with `/`; '' is the root itself, '..' leads out of it. */
export function projectPath(root: string, path: string): string {
  return relative(root, path).split(sep).join('/');
}

/** One .gitignore: patterns are relative to its folder, given relative to the root ('' the root, negative depth above it). */
interface Filter {
  rules: Ignore;
  /** Turns a root-relative path into one relative to the filter's folder. */
  local(path: string): string;
}

function withOwnFilter(root: string, path: string, entries: Dirent[], filters: Filter[]): Filter[] {
  if (!entries.some((entry) => entry.name === '.gitignore' && entry.isFile())) return filters;
  const text = readText(root, path ? `${path}/.gitignore` : '.gitignore');
  const skip = path ? path.length + 1 : 0;
  return text ? [...filters, { rules: ignore().add(text), local: (inner) => inner.slice(skip) }] : filters;
}

function filtersAbove(root: string): Filter[] {
  const filters: Filter[] = [];
  if (exists(join(root, '.git'))) return filters;
  for (const folder of upwards(resolve(root, '..'))) {
    const text = readText(folder, '.gitignore');
    const prefix = projectPath(folder, root);
    if (text) filters.unshift({ rules: ignore().add(text), local: (path) => `${prefix}/${path}` });
    if (exists(join(folder, '.git'))) return filters;
  }
  // Outside a repository the folders above have nothing to say.
  return [];
}

/** The nearest .gitignore that says anything about a path decides. */
function isIgnored(path: string, filters: Filter[]): boolean {
  for (let index = filters.length - 1; index >= 0; index--) {
    const filter = filters[index]!;
    const answer = filter.rules.test(filter.local(path));
    if (answer.ignored || answer.unignored) return answer.ignored;
  }
  return false;
}

function noteLink(root: string, path: string, listing: Listing): void {
  const skip = (message: string): void => void listing.skipped.push({ path, reason: 'link', message });
  try {
    const target = realpathSync(join(root, path));
    if (target !== root && !target.startsWith(root + sep) && (isSource(path) || statSync(target).isDirectory())) {
      skip('The symbolic link leads out of the project and is not followed.');
    }
  } catch {
    if (isSource(path)) skip('The symbolic link leads nowhere or in a circle.');
  }
}

function readFolder(root: string, path: string, listing: Listing): Dirent[] | undefined {
  try {
    return readdirSync(join(root, path), { withFileTypes: true });
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code ?? 'error';
    listing.skipped.push({ path, reason: 'unreadable', message: `The folder cannot be read (${code}).` });
    return undefined;
  }
}

function* upwards(folder: string): Iterable<string> {
  for (let current = folder; ; current = resolve(current, '..')) {
    yield current;
    if (resolve(current, '..') === current) return;
  }
}

function exists(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false }) !== undefined;
}

/** The path behind symbolic links; the path itself when there is nothing at its end. */
export function realPath(path: string): string {
  try {
    return realpathSync(path);
  } catch {
    return resolve(path);
  }
}
