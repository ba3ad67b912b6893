/**
 * The policy file `data-ethics.json`: text in, a resolved `Config` or errors out. Reads nothing by
 * itself: an `extends` is followed through a function that is handed in.
 */
import { merge } from './policy/merge';
import { groupsOf, type Known, type RuleDefaults } from './policy/known';
import { parseObject, type ConfigError } from './policy/parse';
import { validate } from './policy/validate';
import { contradictions } from './policy/contradictions';
import type { Config, Overruling, PolicyFile } from './policy/config';
import { configFor, PRESETS, resolveConfig } from './policy/resolve';

export { configFor, groupsOf, PRESETS };
export type { ConfigError, Known, RuleDefaults };
export type * from './policy/config';
/** Findings a team has accepted for now. */
export const BASELINE_NAME = 'data-ethics.baseline.json';
export const CONFIG_NAME = 'data-ethics.json';

/**
 * Parses one policy file and everything it extends.
 * @param path project-relative path of the file, for messages and for relative `extends`.
 * @param read text of another project-relative path, or undefined when it cannot be read.
 * @returns the resolved policy, and all errors found; with errors the policy holds what could be understood.
 */
export function parseConfig(
  path: string,
  text: string,
  known: Known,
  read: (path: string) => string | undefined = () => undefined,
  overruling: Overruling = {},
): { config: Config; errors: ConfigError[] } {
  const errors: ConfigError[] = [];
  const sources: Config['sources'] = [];
  const file = load(path, text, known, read, [path], errors, sources);
  return { config: { ...resolveConfig(path, file, known, overruling), sources }, errors: mostImportant(errors) };
}

const MANY = 50;

/** Beyond these a list of mistakes helps nobody: the file as a whole is something else. */
function mostImportant(errors: ConfigError[]): ConfigError[] {
  if (errors.length <= MANY) return errors;
  const last = errors[MANY]!;
  return [...errors.slice(0, MANY), { ...last, message: `… and ${errors.length - MANY} more mistakes, from here on.` }];
}

/** The policy of a project without a policy file. */
export function defaultConfig(known: Known, overruling: Overruling = {}): Config {
  return resolveConfig('', {}, known, overruling);
}

function load(
  path: string,
  text: string,
  known: Known,
  read: (path: string) => string | undefined,
  chain: string[],
  errors: ConfigError[],
  sources: Config['sources'],
): PolicyFile {
  const parsed = parseObject(path, text, errors);
  if (!parsed) return {};
  sources.push({ path, text: parsed.text });
  const file = validate(parsed, known, errors) as PolicyFile;
  errors.push(...contradictions(parsed, file));
  let base: PolicyFile = {};
  for (const specifier of [file.extends ?? []].flat()) {
    const target = join(path, specifier);
    const fail = (message: string): void => void errors.push({ path, ...parsed.whereIs('extends', specifier), message });
    if (chain.includes(target)) {
      fail(`'extends' runs in a circle: ${[...chain, target].join(' → ')}. Remove one of these links.`);
      continue;
    }
    const other = read(target);
    if (other === undefined) {
      fail(`'extends' names '${specifier}', but ${target} cannot be read. Write a path relative to ${path}, inside the project.`);
      continue;
    }
    base = merge(base, load(target, other, known, read, [...chain, target], errors, sources));
  }
  return merge(base, file);
}

/** Joins a relative specifier to the folder of `from`; '..' may not leave the project and is then kept as written. */
function join(from: string, specifier: string): string {
  const parts = from.split('/').slice(0, -1);
  for (const part of specifier.split('/')) {
    if (part === '' || part === '.') continue;
    if (part === '..' && parts.length && parts.at(-1) !== '..') parts.pop();
    else parts.push(part);
  }
  return parts.join('/');
}
