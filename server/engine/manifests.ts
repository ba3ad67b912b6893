/** What the manifest above a file says about the kind of program it belongs to. */
import type { Category } from './category';
import type { ProjectFacts } from './project';
import { wordsOf } from './words';

/** Folder of a manifest → packages that it needs at run time. */
const known = new WeakMap<ProjectFacts, Map<string, string[]>>();

function manifestsOf(facts: ProjectFacts): Map<string, string[]> {
  let found = known.get(facts);
  if (found) return found;
  known.set(facts, (found = new Map()));
  for (const { name, path } of facts.dependencies ?? []) {
    const dir = path.slice(0, path.lastIndexOf('/') + 1);
    found.set(dir, [...(found.get(dir) ?? []), name]);
  }
  return found;
}

/** The nearest manifest above a file needs one of the packages; a trailing `/*` matches a scope. */
export function needsOneOf(facts: ProjectFacts, path: string, packages: readonly string[]): boolean {
  const manifests = manifestsOf(facts);
  const covers = (name: string): boolean =>
    packages.some((each) => (each.endsWith('/*') ? name.startsWith(each.slice(0, -1)) : name === each));
  for (let dir = path; dir !== '';) {
    dir = dir.slice(0, dir.lastIndexOf('/', dir.length - 2) + 1);
    const needed = manifests.get(dir);
    if (needed) return needed.some(covers);
  }
  return false;
}

const ON_DEVICE = ['react-native', 'expo', '@ionic/*', '@capacitor/*'];

/** A program that runs on the phone of the person it is for. */
export const isOnDevice = (facts: ProjectFacts, path: string): boolean => needsOneOf(facts, path, ON_DEVICE);

const COMMANDS = [
  'yargs',
  'commander',
  'cac',
  'citty',
  'meow',
  'clipanion',
  '@oclif/*',
  'oclif',
  'inquirer',
  '@inquirer/*',
  'prompts',
];
const SERVED = [
  'express',
  'fastify',
  'koa',
  'hono',
  'next',
  'nuxt',
  '@nestjs/*',
  '@sveltejs/*',
  'react',
  'vue',
  'svelte',
  '@angular/*',
];

/** A program for a terminal: what it prints is its answer to whoever runs it. */
export const isCommandLine = (facts: ProjectFacts, path: string): boolean =>
  needsOneOf(facts, path, COMMANDS) && !needsOneOf(facts, path, SERVED);

/** "userAddress" where wallets are at home: the category's word for something that identifies nobody there. */
export function meansElse(facts: ProjectFacts, path: string, { elsewhere, specific }: Category, words: string): boolean {
  if (!elsewhere) return false;
  const phrase = wordsOf(words.slice(words.lastIndexOf('.') + 1)).join(' ');
  const [last] = phrase.split(' ').slice(-1);
  return (
    elsewhere.words.includes(last) &&
    !specific.some((each) => phrase.endsWith(each)) &&
    needsOneOf(facts, path, elsewhere.packages)
  );
}
