/**
 * What the engine may know about a project besides its sources. Plain data, read from the disk by
 * somebody else. Every path is relative to the project's root, with `/`, and '' is the root itself.
 */

export interface ProjectFacts {
  packages: PackageFact[];
  tsconfigs: TsconfigFact[];
  /** Prisma and GraphQL documents. */
  schemas: SchemaFact[];
  /** Packages that a manifest needs at run time, with the place of the line. */
  dependencies?: DependencyFact[];
}

export interface DependencyFact {
  name: string;
  /** Offsets in the text of the manifest. */
  path: string;
  start: number;
  end: number;
}

/** A package.json with a name: imports of that name lead to its source. */
export interface PackageFact {
  name: string;
  dir: string;
  /** Subpath as in `exports` ('.', './button', './icons/*') → file of the project. A subpath with `*` maps to a path with `*` and without extension. */
  entries: Record<string, string>;
}

/** A tsconfig or jsconfig that says where names lead; `extends` is already followed. */
export interface TsconfigFact {
  /** Folder the configuration holds for. */
  dir: string;
  /** Folder that bare specifiers are tried in, or undefined. */
  baseUrl?: string;
  /** Pattern with at most one `*` → targets, relative to the project's root, in order of preference. */
  paths: Record<string, string[]>;
}

export interface SchemaFact {
  path: string;
  text: string;
}
