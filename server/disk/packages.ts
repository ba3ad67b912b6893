import { posix } from 'node:path';
import { parse } from 'jsonc-parser';

interface Manifest {
  name?: unknown;
  [block: string]: unknown;
}

const BLOCKS = ['dependencies', 'devDependencies', 'peerDependencies', 'optionalDependencies'];

/** Folders of the packages of a project, by their manifests; '' is the project's own. */
export function packageFolders(manifests: string[]): string[] {
  return manifests.filter((path) => posix.basename(path) === 'package.json').map(folderOf);
}

/**
 * The folders of the packages that one package needs, directly or through others, without itself; sorted.
 * @param read text of a project path, or undefined.
 */
export function neededPackages(folder: string, manifests: string[], read: (path: string) => string | undefined): string[] {
  const all = packageFolders(manifests).map((dir): [string, Manifest] => {
    const manifest = parse(read(posix.join(dir, 'package.json')) ?? '') as unknown;
    return [dir, typeof manifest === 'object' && manifest !== null ? (manifest as Manifest) : {}];
  });
  const byName = new Map(all.map(([dir, { name }]) => [name, dir]));
  const manifestOf = new Map(all);
  const found = new Set([folder]);
  for (const dir of found) {
    for (const name of namesIn(manifestOf.get(dir))) {
      const needed = byName.get(name);
      if (needed !== undefined && needed !== '') found.add(needed);
    }
  }
  found.delete(folder);
  return [...found].sort();
}

function namesIn(manifest: Manifest | undefined): string[] {
  return BLOCKS.flatMap((block) => {
    const names = manifest?.[block];
    return typeof names === 'object' && names !== null ? Object.keys(names) : [];
  });
}

const folderOf = (path: string): string => (path.includes('/') ? posix.dirname(path) : '');
