/** The modules around one file, lowered when they are needed. */
import type { Project } from './project';
import { digest } from '../cache';
import { isSource, isSilentPath, readFacts, readSource } from '../disk';
import type { ModuleIR } from '../engine/ir';
import { createResolver, type Resolver } from '../engine/link/resolve';
import type { ProjectFacts } from '../engine/project';

/** Nearest first, as many as can be analysed while somebody types. */
const MOST = 40;

export interface Neighbours {
  facts: ProjectFacts;
  resolve: Resolver;
  /** The file and what it imports, directly and further away, sorted by path. */
  around(path: string, text: string): ModuleIR[];
  /** Of some files, or of all, what was known is forgotten. */
  forget(paths?: string[]): void;
}

export function createNeighbours(project: Project, lower: (path: string, text: string) => ModuleIR): Neighbours {
  const disk = new Map<string, ModuleIR | undefined>();
  const edited = new Map<string, { text: string; module: ModuleIR | undefined }>();
  let linked: { facts: ProjectFacts; resolve: Resolver } | undefined;

  const link = (): { facts: ProjectFacts; resolve: Resolver } => {
    if (linked) return linked;
    const { sources, manifests } = project.listing;
    const facts = readFacts(manifests, sources, project.read);
    const known = new Set(sources);
    return (linked = { facts, resolve: createResolver(facts, (path) => known.has(path) || project.overlay.has(path)) });
  };

  const lowered = (path: string, text: string): ModuleIR | undefined => {
    try {
      return lower(path, text);
    } catch {
      // What cannot be analysed is counted by the whole run.
      return undefined;
    }
  };

  const fromText = (path: string, text: string): ModuleIR | undefined => {
    const known = edited.get(path);
    if (known?.text === text) return known.module;
    const module = lowered(path, text);
    edited.set(path, { text, module });
    return module;
  };

  const fromDisk = (path: string): ModuleIR | undefined => {
    if (disk.has(path)) return disk.get(path);
    const source = readSource(project.listing.root, path);
    if (!('bytes' in source)) return undefined;
    const key = digest(source.bytes) + path.slice(path.lastIndexOf('.'));
    const stored = project.modules.get(key) ?? project.cache.get(key);
    const module = stored ? (stored.path === path ? stored : { ...stored, path }) : lowered(path, source.text());
    disk.set(path, module);
    return module;
  };

  const moduleAt = (path: string): ModuleIR | undefined => {
    const text = project.overlay.get(path);
    return text === undefined ? fromDisk(path) : fromText(path, text);
  };

  return {
    get facts() {
      return link().facts;
    },
    get resolve() {
      return link().resolve;
    },
    around(path, text) {
      const own = fromText(path, text);
      if (!own) return [];
      const { resolve } = link();
      const found = new Map([[path, own]]);
      for (const module of found.values()) {
        for (const specifier of new Set([...module.imports, ...module.exports].map((entry) => entry.specifier))) {
          const target = specifier === '' || found.size >= MOST ? null : resolve(module.path, specifier);
          if (target === null || found.has(target) || !isSource(target) || isSilentPath(target)) continue;
          const next = moduleAt(target);
          if (next) found.set(target, next);
        }
      }
      return [...found.values()].sort((a, b) => (a.path < b.path ? -1 : 1));
    },
    forget(paths) {
      for (const path of paths ?? [...disk.keys()]) disk.delete(path);
      if (!paths || paths.some((path) => !disk.has(path))) linked = undefined;
      for (const path of edited.keys()) if (!project.overlay.has(path)) edited.delete(path);
    },
  };
}
