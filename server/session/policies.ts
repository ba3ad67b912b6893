import { posix } from 'node:path';
import { Minimatch } from 'minimatch';
import {
  configFor,
  defaultConfig,
  parseConfig,
  type Config,
  type ConfigError,
  type Known,
  type Overruling,
} from '../engine/policy';

/** The policies of a project: for each file that of the nearest folder. */
export interface Policies {
  errors: ConfigError[];
  /** Every policy file that was read, extended ones too. */
  texts: [path: string, text: string | undefined][];
  /** The policy for a file, overrides applied. The same object for files that are treated alike. */
  configOf(path: string): Config;
  /** Pages of rules name laws that may be relevant: no policy of the project has switched that off. */
  namesLaws: boolean;
  /** Does the policy leave this file out of the report? */
  isIgnored(path: string): boolean;
}

/**
 * @param paths policy files found in the project; with `only`, that one file holds for everything.
 * @param read text of a policy file, or undefined.
 */
export function readPolicies(
  paths: string[],
  only: string | undefined,
  read: (path: string) => string | undefined,
  known: Known,
  overruling: Overruling,
): Policies {
  const errors: ConfigError[] = [];
  const texts: Policies['texts'] = [];
  const readNoted = (path: string): string | undefined => {
    const text = read(path);
    texts.push([path, text]);
    return text;
  };
  const byFolder = new Map<string, Config>();
  for (const path of only === undefined ? paths : [only]) {
    const text = readNoted(path);
    if (text === undefined)
      errors.push({ path, line: 1, column: 1, message: 'This policy file cannot be read. Check its path and its permissions.' });
    const parsed = parseConfig(path, text ?? '{}', known, readNoted, overruling);
    errors.push(...parsed.errors);
    byFolder.set(only === undefined ? folderOf(path) : '', parsed.config);
  }
  const standard = defaultConfig(known, overruling);
  byFolder.set('', withNamesOf(byFolder.get('') ?? standard, [...byFolder.values()]));
  const nearest = (path: string): [string, Config] => {
    for (let folder = folderOf(path); ; folder = folderOf(folder)) {
      const config = byFolder.get(folder);
      if (config) return [folder, config];
    }
  };
  const variants = new Map<string, Config>();
  const configOf = (path: string): Config => {
    const [folder, config] = nearest(path);
    if (!config.overrides.length) return config;
    const hits = config.overrides.map((override) => (matches(override.files, inner(folder, path)) ? '1' : '0')).join('');
    const key = `${folder} ${hits}`;
    const made = variants.get(key) ?? configFor(config, overruling, (globs) => matches(globs, inner(folder, path)));
    variants.set(key, made);
    return made;
  };
  const isIgnored = (path: string): boolean => {
    const [folder, config] = nearest(path);
    const local = inner(folder, path);
    return matches(config.ignores, local) || (config.files.length > 0 && !matches(config.files, local));
  };
  const namesLaws = [...byFolder.values()].every(({ legalHints }) => legalHints);
  return { errors, texts, configOf, namesLaws, isIgnored };
}

/**
 * A name means one thing in one project, whichever part says so: what the parts' policies say of fields, libraries and own
 * hosts holds for all. Where one calls a field personal and another does not, it is.
 */
function withNamesOf(whole: Config, all: Config[]): Config {
  const parts = all.filter((config) => config !== whole);
  const fields = Object.assign({}, ...parts.map((part) => part.fields), whole.fields) as Config['fields'];
  const denied = new Set([whole, ...parts].flatMap(({ notPersonal }) => notPersonal));
  const added = parts.flatMap(({ models }) => models).filter(({ id }) => !whole.models.some((known) => known.id === id));
  const hosts = parts.flatMap(({ firstPartyHosts }) => firstPartyHosts);
  if (parts.every((part) => part.notPersonal.length + Object.keys(part.fields).length === 0) && added.length + hosts.length === 0)
    return whole;
  return {
    ...whole,
    fields,
    notPersonal: [...denied].filter((field) => !Object.hasOwn(fields, field)),
    models: [...whole.models, ...added],
    firstPartyHosts: [...new Set([...whole.firstPartyHosts, ...hosts])],
  };
}

const compiled = new Map<string, Minimatch[]>();

/** A glob also covers what lies below a folder it names; one without a slash matches at any depth. */
function matches(globs: string[], path: string): boolean {
  return globs.some((glob) => compile(glob).some((matcher) => matcher.match(path)));
}

function compile(glob: string): Minimatch[] {
  const known = compiled.get(glob);
  if (known) return known;
  const clean = glob.replace(/^\.\//, '').replace(/\/$/, '');
  const anywhere = clean.includes('/') ? clean : `**/${clean}`;
  const made = [anywhere, `${anywhere}/**`].map(
    (pattern) => new Minimatch(pattern, { dot: true, nonegate: true, nocomment: true }),
  );
  compiled.set(glob, made);
  return made;
}

const folderOf = (path: string): string => (path.includes('/') ? posix.dirname(path) : '');
const inner = (folder: string, path: string): string => (folder ? path.slice(folder.length + 1) : path);
