/** `check --shard` and `check --package`: one part of a project, whose facts `merge` puts together with the others'. */
import { existsSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { FACTS_FOLDER, readPart, writePart } from '../cache/part';
import { listProject, neededPackages, readText } from '../disk';
import { openSession, type Session, type SessionOptions } from '../session';
import { cacheOf, isBelow, partInWords, type Part, type PartFacts } from '../session/parts';
import { ENGINE_VERSION, VERSION } from '../session/version';
import { configurationFailure, Failure } from './failure';
import type { CheckOptions, Opened } from './check';
import type { Io } from './io';
import { progressLine } from './progress';
import { sessionOptions } from './session-options';
import { targetsOf, type Target } from './targets';

export const WRITER = { version: VERSION, build: ENGINE_VERSION };

export type Shard = Extract<Part, { shard: number }>;

/** Where the facts of a part lie, from the top of its project, unless --facts says otherwise. */
export const factsPath = (part: Part): string =>
  'shard' in part
    ? `${FACTS_FOLDER}/shard-${part.shard}-of-${part.of}.facts`
    : `${part.folder && `${part.folder}/`}${FACTS_FOLDER}/package.facts`;

/** Lowers one shard and writes its facts; what they mean, merge says. @throws Failure */
export async function checkShard(paths: string[], shard: Shard, options: CheckOptions, io: Io): Promise<number> {
  ensureUnjudged('--shard', options);
  const target = projectAt(paths, io);
  if (target.paths.some((path) => path !== ''))
    throw new Failure(
      `--shard divides the whole project, and ${paths[0] ?? '.'} is a part of it. Name its folder: ${target.root}.`,
    );
  return onlyFacts(shard, target, options, io);
}

/** The same for a package. @throws Failure */
export async function factsOfPackage(folder: string, options: CheckOptions, io: Io): Promise<number> {
  ensureUnjudged('--facts-only', options);
  const { target, own } = packageAt(folder, io);
  return onlyFacts({ folder: own }, target, options, io);
}

/**
 * Writes the facts of a package, and opens it with the packages it needs: from their facts where these are there, else from
 * their files. What is said then needs no other package; the rest is for merge.
 * @throws Failure
 */
export async function openPackage(folder: string, options: CheckOptions, io: Io): Promise<Opened> {
  const { target, own, manifests } = packageAt(folder, io);
  const needed = neededPackages(own, manifests, (path) => readText(target.root, path));
  const others = needed.flatMap((other) => readEarlier(join(target.root, factsPath({ folder: other })), other));
  const within = [own, ...needed.filter((other) => !isBelow(own, other))];
  const { session } = await written({ folder: own }, target, others, { within }, options, io);
  return { session, target, mayBeEmpty: true };
}

async function onlyFacts(part: Part, target: Target, options: CheckOptions, io: Io): Promise<number> {
  const { count, shown } = await written(part, target, [], {}, options, io);
  io.out(`${partInWords(part)}: ${count} ${count === 1 ? 'file' : 'files'}, facts in ${shown}\n`);
  return 0;
}

/** Opens a part and writes its facts. What is still right in those written before is not lowered again. */
async function written(
  part: Part,
  target: Target,
  others: PartFacts[],
  more: SessionOptions,
  options: CheckOptions,
  io: Io,
): Promise<{ session: Session; count: number; shown: string }> {
  const file = options.facts === undefined ? join(target.root, factsPath(part)) : resolve(io.cwd, options.facts);
  const shown = options.facts ?? (relative(io.cwd, file) || file);
  const cache = cacheOf([...readEarlier(file, file), ...others]);
  const progress = progressLine(io);
  const session = openSession(target.root, { ...sessionOptions(target, options, io), ...more, cache, onProgress: progress.show });
  if (session.configErrors.length) throw configurationFailure(session.configErrors, target);
  const facts = await session.facts(part);
  progress.clear();
  try {
    writePart(file, facts, WRITER);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    throw new Failure(`the facts cannot be written to ${shown} (${code}). Name another file with --facts.`);
  }
  return { session, count: facts.files.length, shown };
}

/** Flags that say how to judge or to show have nobody to listen to them. */
function ensureUnjudged(flag: string, options: CheckOptions): void {
  const given = givenForMerge(options);
  if (given)
    throw new Failure(
      `${flag} reads and lowers; nothing is judged before the parts are put together. Give ${given} to data-ethics merge.`,
    );
}

function givenForMerge(options: CheckOptions): string | undefined {
  const given: [string, unknown][] = [
    ['--preset', options.preset],
    ['--rule', options.rule],
    ['--since', options.since],
    ['--output', options.output],
    ['--format', options.format !== 'stylish'],
    ['--fail-on', options.failOn !== 'error'],
    ['--max-warnings', options.maxWarnings !== undefined],
    ['--quiet', options.quiet],
    ['--no-baseline', !options.baseline],
  ];
  return given.find(([, value]) => value)?.[0];
}

function projectAt(paths: string[], io: Io): Target {
  const [target, ...others] = targetsOf(paths, io.cwd, io.err) as [Target, ...Target[]];
  if (others.length || target.paths.length > 1) throw new Failure('--shard divides one project. Name one folder.');
  return target;
}

function packageAt(folder: string, io: Io): { target: Target; own: string; manifests: string[] } {
  const target = projectAt([folder], io);
  const [own] = target.paths as [string];
  if (own === '')
    throw new Failure(
      `${folder} is a project of its own, and no package of one: there is no data-ethics.json above it. Put one at the top of the monorepo.`,
    );
  const { manifests } = listProject(target.root);
  if (!manifests.includes(`${own}/package.json`))
    throw new Failure(`there is no package.json in ${folder}. --package names a package.`);
  return { target, own, manifests };
}

function readEarlier(file: string, name: string): PartFacts[] {
  if (!existsSync(file)) return [];
  try {
    const read = readPart(file, name, WRITER);
    return typeof read === 'string' ? [] : [read];
  } catch {
    // What cannot be read is lowered again.
    return [];
  }
}
