/// <reference types="vite/types/importMeta.d.ts" />
import { dependencyFacts } from '../server/disk/facts';
import { analyze } from '../server/engine/analyze';
import type { AttributeWords } from '../server/engine/attributes';
import type { Category } from '../server/engine/category';
import type { Model } from '../server/engine/model';
import type { ProjectFacts } from '../server/engine/project';
import type { Finding, Rule } from '../server/engine/rule';
import { CONFIG_NAME, groupsOf, parseConfig, type Config } from '../server/engine/policy';
import { lower } from '../server/engine/syntax/lower';

const firstOf = <T>(modules: Record<string, Record<string, T>>): T[] =>
  Object.values(modules).map((module) => Object.values(module)[0]);

export const rules = firstOf(
  import.meta.glob<Record<string, Rule>>(
    // Suppressions are judged by the session.
    [
      '../rules/{exposure,consent,pricing,decisions,minimisation,surveillance,manipulation,stewardship}/*.ts',
      '!../rules/stewardship/expired-exception.ts',
    ],
    { eager: true },
  ),
);
export const models = firstOf(
  import.meta.glob<Record<string, Model>>(['../rules/models/*.ts', '!../rules/models/index.ts'], { eager: true }),
);
const categories = firstOf(
  import.meta.glob<Record<string, Category>>(['../rules/categories/*.ts', '!../rules/categories/index.ts'], { eager: true }),
);
const attributes = firstOf(
  import.meta.glob<Record<string, AttributeWords>>(['../rules/attributes/*.ts', '!../rules/attributes/index.ts'], {
    eager: true,
  }),
);

export const knowledge = { rules, models, categories, attributes };

const known = {
  rules: rules.map(({ id, severity, preset, options = {} }) => ({
    id,
    severity,
    preset,
    options: Object.fromEntries(Object.entries(options).map(([name, option]) => [name, option.default])),
  })),
  categories: categories.map((category) => category.id),
  groups: groupsOf(categories),
};

/** The day all fixtures and examples are read on. */
const TODAY = '2026-11-25';

/** The findings that a person sees in a project of these files (path → text), under its policy file if there is one. */
export function analyzeFiles(files: Record<string, string>, run: Rule[] = rules): Finding[] {
  const modules = Object.entries(files)
    .filter(([path]) => /\.(?:[cm]?[jt]sx?|vue|svelte|astro|html)$/.test(path))
    .map(([path, text]) => lower(path, text));
  const config = policyOf(files);
  const { findings } = analyze({
    modules,
    silent: new Set(),
    facts: factsOf(files),
    config: () => config,
    knowledge: { ...knowledge, rules: run },
    today: TODAY,
  });
  return findings.filter((finding) => finding.confidence !== 'low' || config.preset === 'strict');
}

export function policyOf(files: Record<string, string>): Config {
  const { config, errors } = parseConfig(CONFIG_NAME, files[CONFIG_NAME] ?? '{}', known, (path) => files[path]);
  if (errors.length > 0) throw new Error(errors.map(({ path, message }) => `${path}: ${message}`).join('\n'));
  return config;
}

function factsOf(files: Record<string, string>): ProjectFacts {
  const facts: ProjectFacts = { packages: [], tsconfigs: [], schemas: [], dependencies: [] };
  for (const [path, text] of Object.entries(files)) {
    const dir = path.includes('/') ? path.slice(0, path.lastIndexOf('/')) : '';
    const inDir = (relative: string) => [dir, relative.replace(/^\.\/?/, '')].filter((part) => part !== '').join('/');
    if (/\.(?:prisma|graphql|gql)$/.test(path)) facts.schemas.push({ path, text });
    if (/(?:^|\/)package\.json$/.test(path)) {
      facts.dependencies!.push(...dependencyFacts(path, text));
      const { name, main } = JSON.parse(text) as { name?: string; main?: string };
      if (name) facts.packages.push({ name, dir, entries: main ? { '.': inDir(main) } : {} });
    }
    if (/(?:^|\/)tsconfig\.json$/.test(path)) {
      const { compilerOptions = {} } = JSON.parse(text) as {
        compilerOptions?: { baseUrl?: string; paths?: Record<string, string[]> };
      };
      const baseUrl = compilerOptions.baseUrl === undefined ? undefined : inDir(compilerOptions.baseUrl);
      const paths = Object.entries(compilerOptions.paths ?? {}).map(([pattern, targets]) => [pattern, targets.map(inDir)]);
      facts.tsconfigs.push({ dir, baseUrl, paths: Object.fromEntries(paths) });
    }
  }
  return facts;
}
