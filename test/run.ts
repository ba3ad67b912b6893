/// <reference types="vite/types/importMeta.d.ts" />
import { readFacts } from '../server/disk/facts';
import { analyze } from '../server/engine/analyze';
import type { Category } from '../server/engine/category';
import type { Model } from '../server/engine/model';
import { CONFIG_NAME, parseConfig, type Known } from '../server/engine/policy';
import type { Finding, Rule } from '../server/engine/rule';
import { lower } from '../server/engine/syntax/lower';

const firstOf = <T>(modules: Record<string, Record<string, T>>): T[] =>
  Object.values(modules).map((module) => Object.values(module)[0]);

export const rules = firstOf(import.meta.glob<Record<string, Rule>>('../rules/{exposure,minimisation}/*.ts', { eager: true }));
export const models = firstOf(
  import.meta.glob<Record<string, Model>>(['../rules/models/*.ts', '!../rules/models/index.ts'], { eager: true }),
);
const categories = firstOf(
  import.meta.glob<Record<string, Category>>(['../rules/categories/*.ts', '!../rules/categories/index.ts'], { eager: true }),
);

const SOURCE = /\.(?:[cm]?[jt]sx?|vue|svelte|astro)$/;
const MANIFEST = /(?:^|\/)(?:package|tsconfig|jsconfig)\.json$|\.(?:prisma|graphql|gql)$/;

/** The findings that a person sees by default in a project of these files (path → text). */
export function analyzeFiles(files: Record<string, string>): Finding[] {
  const paths = Object.keys(files).sort();
  const sources = paths.filter((path) => SOURCE.test(path));
  const facts = readFacts(
    paths.filter((path) => MANIFEST.test(path)),
    sources,
    (path) => files[path],
  );
  const { config } = parseConfig(CONFIG_NAME, files[CONFIG_NAME] ?? '{ "version": 1 }', known);
  const modules = sources.map((path) => lower(path, files[path]));
  const knowledge = { rules, models, categories };
  const { findings } = analyze({ modules, silent: new Set(), facts, config: () => config, knowledge });
  return findings.filter((finding) => finding.confidence !== 'low');
}

const known: Known = {
  rules: rules.map(({ id, severity, preset, options = {} }) => ({
    id,
    severity,
    preset,
    options: Object.fromEntries(Object.entries(options).map(([name, option]) => [name, option.default])),
  })),
  categories: categories.map(({ id }) => id),
};
