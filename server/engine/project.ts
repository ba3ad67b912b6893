/** What discovery knows about a project besides the sources; paths are project-relative with `/`, '' is the root. */
export interface ProjectFacts {
  /** Every package.json with a name: `entries` maps a subpath ('.' or './x') to the source file it stands for. */
  packages: { name: string; dir: string; entries: Record<string, string> }[];
  /** Path mapping of each tsconfig/jsconfig, `extends` already followed; `dir` is where it applies, `baseUrl` is '' when not set. */
  tsconfigs: { dir: string; baseUrl: string | null; paths: Record<string, string[]> }[];
  /** Texts of schema files (.prisma, .graphql, .gql). */
  schemas: { path: string; text: string }[];
}
