/** The applications of a project: which packages run in one of them, by their manifests and the imports across them. */
import type { Program } from './link/program';
import type { ProjectFacts } from './project';
import { once } from './remember';

/** Whether two files may run in one application: in the same package, or in packages that a third one takes in. */
export function createApplications(program: Program, { packages }: ProjectFacts): (a: string, b: string) => boolean {
  /** The deepest package around a file; '' above all of them. */
  const folderOf = (path: string): string =>
    packages.reduce((deepest, { dir }) => (path.startsWith(`${dir}/`) && dir.length > deepest.length ? dir : deepest), '');

  const takenIn = once(() => {
    const out = new Map<string, Set<string>>();
    program.modules.forEach(({ path }, module) => {
      const to = folderOf(path);
      for (const importer of program.importers(module)) {
        const from = folderOf(program.modules[importer].path);
        if (from !== to) out.set(to, (out.get(to) ?? new Set()).add(from));
      }
    });
    return out;
  });

  /** A package, and all that take it in. */
  const above = (folder: string): Set<string> => {
    const out = new Set([folder]);
    for (const each of out) for (const next of takenIn().get(each) ?? []) out.add(next);
    return out;
  };

  return (a, b) => {
    const [first, second] = [folderOf(a), folderOf(b)];
    // What stands above all packages may be part of any.
    if (first === second || first === '' || second === '') return true;
    const of = above(first);
    return [...above(second)].some((folder) => of.has(folder));
  };
}
