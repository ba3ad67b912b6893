/**
 * Parts of a project, for those who divide the work: among machines (shards) or among the packages of a monorepo.
 *
 * A part reads, parses and lowers its files and hands out *facts*: the IR of each, by its content. IR depends on a file's text
 * alone, so whoever puts the parts together has exactly what one run would have lowered. What is told of the whole program
 * (names, summaries, cells, guards, reads) is worked out there, once: it is not divided, or the bytes could differ.
 */
import type { Cache } from '../cache';
import type { ModuleIR } from '../engine/ir';
import type { Unit } from './units';

/** The files with a share of all paths (`shard` from 1 to `of`), or those below a folder (a project path). */
export type Part = { shard: number; of: number } | { folder: string };

export interface PartFacts {
  part: Part;
  /** Where they were read from, as it is shown. */
  name: string;
  /** Every file of the part that is analysed, with the key of its content; sorted by path. */
  files: [path: string, key: string][];
  /** Keys of contents of which nothing could be made: whoever puts the parts together sees it again. */
  unparsed: string[];
  /** The IR of a content, under the path it had then; undefined when there is none, 'damaged' when it cannot be trusted. */
  module(key: string): ModuleIR | 'damaged' | undefined;
}

/** Facts that do not go with the project as it is. The message says which and what to do. */
export class Misfit extends Error {}

/**
 * Does a path belong to a part? For a shard its path alone decides, not its size or its neighbours: machines agree whatever
 * their disks say, and a new file moves no other.
 */
export function isIn(part: Part, path: string): boolean {
  if ('shard' in part) return hashOf(path) % part.of === part.shard - 1;
  return isBelow(part.folder, path);
}

export const isBelow = (folder: string, path: string): boolean =>
  folder === '' || path === folder || path.startsWith(`${folder}/`);

export const partInWords = (part: Part): string =>
  'shard' in part ? `shard ${part.shard}/${part.of}` : part.folder || 'the project';

/** A cache that knows what the parts know, and forgets what it is told. */
export function cacheOf(parts: PartFacts[], onDamage: (part: PartFacts) => void = () => {}): Cache {
  const get = (key: string): ModuleIR | undefined => {
    for (const part of parts) {
      const module = part.module(key);
      if (module === 'damaged') onDamage(part);
      else if (module) return module;
    }
    return undefined;
  };
  return { get, put: () => {}, save: () => {}, result: () => undefined, saveResult: () => {} };
}

/** For `cacheOf`. @throws Misfit */
export function refuseDamaged({ name, part }: PartFacts): never {
  throw new Misfit(`${name} is damaged. ${again(part)}`);
}

/**
 * All shards are there, and each part holds what the project's files say now. Files in no part are nobody's fault: whoever
 * puts the parts together lowers them.
 * @param loud the project's files that are analysed.
 * @throws Misfit
 */
export function ensureFit(parts: PartFacts[], loud: Unit[]): void {
  ensureComplete(parts);
  const keys = new Map(loud.map((unit) => [unit.path, unit.key()]));
  for (const { part, name, files } of parts) {
    const own = new Map(files);
    const old = files.find(([path, key]) => keys.get(path) !== key);
    const stale = (words: string): Misfit => new Misfit(`${name} is of another state of the project: ${words}. ${again(part)}`);
    if (old && !keys.has(old[0])) throw stale(`${old[0]} is gone or left out by the policy now`);
    if (old) throw stale(`${old[0]} has another text now`);
    const added = loud.find(({ path }) => !own.has(path) && isIn(part, path));
    if (added) throw stale(`it knows nothing of ${added.path}, which is analysed now`);
  }
}

function ensureComplete(parts: PartFacts[]): void {
  const byName = new Map<string, PartFacts>();
  for (const facts of parts) {
    const known = byName.get(partInWords(facts.part));
    if (known) throw new Misfit(`${known.name} and ${facts.name} are both of ${partInWords(facts.part)}. Name one of them.`);
    byName.set(partInWords(facts.part), facts);
  }
  const [first, ...rest] = parts;
  if (!first) return;
  const other = rest.find(({ part }) => ofWhat(part) !== ofWhat(first.part));
  if (other)
    throw new Misfit(
      `${first.name} is ${kindOf(first.part)} and ${other.name} is ${kindOf(other.part)}: they do not go together. Name the files that do.`,
    );
  if (!('shard' in first.part)) return;
  const { of } = first.part;
  for (let shard = 1; shard <= of; shard++)
    if (!byName.has(partInWords({ shard, of })))
      throw new Misfit(`there are no facts of shard ${shard}/${of}. ${again({ shard, of })}`);
}

const ofWhat = (part: Part): number => ('shard' in part ? part.of : 0);
const kindOf = (part: Part): string => ('shard' in part ? `one of ${part.of} shards` : `the package ${part.folder}`);

const again = (part: Part): string =>
  'shard' in part
    ? `Run data-ethics check --shard ${part.shard}/${part.of} on the same commit, and merge what it writes.`
    : `Run data-ethics check --package ${part.folder || '.'} --facts-only again.`;

/** FNV-1a over UTF-16 code units, with its bits mixed once more so that the rest of a division is even too. */
function hashOf(path: string): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < path.length; index++) hash = Math.imul(hash ^ path.charCodeAt(index), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 16), 0x45d9f3b);
  return (hash ^ (hash >>> 16)) >>> 0;
}
