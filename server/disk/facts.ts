import { posix } from 'node:path';
import { findNodeAtLocation, parse, parseTree } from 'jsonc-parser';
import type { DependencyFact, PackageFact, ProjectFacts, TsconfigFact } from '../engine/project';
import { packageEntries, type Manifest } from './entries';

/**
 * What the manifests of a project say about where names lead.
 * @param manifests paths of package.json, tsconfig and schema files.
 * @param sources paths of the source files, to tell which entry exists.
 * @param read text of a path, or undefined.
 */
export function readFacts(manifests: string[], sources: string[], read: (path: string) => string | undefined): ProjectFacts {
  const files = new Set(sources);
  const facts: ProjectFacts = { packages: [], tsconfigs: [], schemas: [], dependencies: [] };
  for (const path of manifests) {
    const text = read(path);
    if (text === undefined) continue;
    const name = posix.basename(path);
    if (name === 'package.json') {
      facts.packages.push(...packageFact(path, text, files));
      facts.dependencies!.push(...dependencyFacts(path, text));
    } else if (name.endsWith('.json')) facts.tsconfigs.push(...tsconfigFact(path, text, read));
    else facts.schemas.push({ path, text });
  }
  return facts;
}

function packageFact(path: string, text: string, files: Set<string>): PackageFact[] {
  const manifest = parse(text) as Manifest | undefined;
  const name = manifest?.name;
  if (typeof name !== 'string' || !name) return [];
  const dir = folderOf(path);
  return [{ name, dir, entries: packageEntries(dir, manifest!, files) }];
}

/** What is needed at run time. Tools of development see no customer's data. */
export function dependencyFacts(path: string, text: string): DependencyFact[] {
  const tree = parseTree(text);
  const block = tree && findNodeAtLocation(tree, ['dependencies']);
  return (block?.children ?? []).flatMap(({ children, offset, length }) => {
    const name: unknown = children?.[0]?.value;
    return typeof name === 'string' ? [{ name, path, start: offset, end: offset + length }] : [];
  });
}

interface Tsconfig {
  extends?: string | string[];
  compilerOptions?: { baseUrl?: unknown; paths?: unknown };
}

function tsconfigFact(path: string, text: string, read: (path: string) => string | undefined): TsconfigFact[] {
  const names = namesOf(path, text, read, new Set());
  if (names.baseUrl === undefined && !Object.keys(names.paths).length) return [];
  return [{ dir: folderOf(path), ...names }];
}

function namesOf(
  path: string,
  text: string,
  read: (path: string) => string | undefined,
  seen: Set<string>,
): Omit<TsconfigFact, 'dir'> {
  const result: Omit<TsconfigFact, 'dir'> = { paths: {} };
  if (seen.has(path)) return result;
  seen.add(path);
  const config = parse(text, [], { allowTrailingComma: true }) as Tsconfig | undefined;
  for (const specifier of [config?.extends ?? []].flat()) {
    if (typeof specifier !== 'string' || !specifier.startsWith('.')) continue;
    const base = posix.join(folderOf(path), specifier);
    const target = [base, `${base}.json`, posix.join(base, 'tsconfig.json')].find((candidate) => read(candidate) !== undefined);
    if (target) Object.assign(result, namesOf(target, read(target)!, read, seen));
  }
  const { baseUrl, paths } = config?.compilerOptions ?? {};
  const dir = folderOf(path);
  if (typeof baseUrl === 'string') result.baseUrl = normal(posix.join(dir, baseUrl));
  if (typeof paths !== 'object' || paths === null) return result;
  const from = typeof baseUrl === 'string' ? result.baseUrl! : (result.baseUrl ?? dir);
  result.paths = Object.fromEntries(Object.entries(paths).map(([pattern, targets]) => [pattern, resolveTargets(from, targets)]));
  return result;
}

function resolveTargets(from: string, targets: unknown): string[] {
  const written = Array.isArray(targets) ? targets.filter((target) => typeof target === 'string') : [];
  return written.map((target) => normal(posix.join(from, target)));
}

const normal = (path: string): string => (path === '.' ? '' : path.replace(/\/$/, '').replace(/^\.\//, ''));
const folderOf = (path: string): string => normal(posix.dirname(path));
