/** `check --shard` and `check --package`: one part of a project, whose facts `merge` puts together with the others'. */
import { existsSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { FACTS_FOLDER, readPart, writePart } from '../cache/part';
import { listProject, neededPackages, readText } from '../disk';
import { openSession, type Session } from '../session';
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
  const judging = givenForMerge(options);
  if (judging)
    throw new Failure(
      `--shard reads and lowers; nothing is judged before the parts are put together. Give ${judging} to data-ethics merge.`,
    );
  const target = projectAt(paths, io);
  if (target.paths.some((path) => path !== ''))
    throw new Failure(
      `--shard divides the whole project, and ${paths[0] ?? '.'} is a part of it. Name its folder: ${target.root}.`,
    );
  const { file, shown, earlier } = factsFile(shard, target, options, io);
  const session = openPart(target, { ...sessionOptions(target, options, io), cache: cacheOf(earlier) }, io);
  const count = await writeFacts(session, shard, file, shown);
  io.out(`${partInWords(shard)}: ${count}, facts in ${shown}\n`);
  return 0;
}

/**
 * Writes the facts of a package, and opens it with the packages it needs: from their facts where these are there, else from
 * their files. What is said then needs no other package; the rest is for merge.
 * @throws Failure
 */
export async function openPackage(folder: string, options: CheckOptions, io: Io): Promise<Opened> {
  const target = projectAt([folder], io);
  const [own] = target.paths as [string];
  if (own === '')
    throw new Failure(
      `${folder} is a project of its own, and no package of one: there is no data-ethics.json above it. Put one at the top of the monorepo.`,
    );
  const { manifests } = listProject(target.root);
  if (!manifests.includes(`${own}/package.json`))
    throw new Failure(`there is no package.json in ${folder}. --package names a package.`);
  const needed = neededPackages(own, manifests, (path) => readText(target.root, path));
  const { file, shown, earlier } = factsFile({ folder: own }, target, options, io);
  const others = needed.flatMap((other) => readEarlier(join(target.root, factsPath({ folder: other })), other));
  const within = [own, ...needed.filter((other) => !isBelow(own, other))];
  const cache = cacheOf([...earlier, ...others]);
  const session = openPart(target, { ...sessionOptions(target, options, io), cache, within }, io);
  await writeFacts(session, { folder: own }, file, shown);
  return { session, target, mayBeEmpty: true };
}

/** Flags that say how to judge or to show. */
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
  const [target, ...others] = targetsOf(paths, io.cwd) as [Target, ...Target[]];
  if (others.length || target.paths.length > 1)
    throw new Failure('--shard and --package are about one project. Name one folder.');
  return target;
}

function openPart(target: Target, options: Parameters<typeof openSession>[1], io: Io): Session {
  const progress = progressLine(io);
  const session = openSession(target.root, { ...options, onProgress: progress.show });
  if (session.configErrors.length) throw configurationFailure(session.configErrors, target);
  return session;
}

/** What is still right in the facts written before is not lowered again. */
function factsFile(
  part: Part,
  target: Target,
  { facts }: CheckOptions,
  io: Io,
): { file: string; shown: string; earlier: PartFacts[] } {
  const file = facts === undefined ? join(target.root, factsPath(part)) : resolve(io.cwd, facts);
  return { file, shown: facts ?? (relative(io.cwd, file) || file), earlier: readEarlier(file, file) };
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

async function writeFacts(session: Session, part: Part, file: string, shown: string): Promise<string> {
  const facts = await session.facts(part);
  try {
    writePart(file, facts, WRITER);
  } catch (error) {
    throw new Failure(
      `the facts cannot be written to ${shown} (${(error as NodeJS.ErrnoException).code}). Name another file with --facts.`,
    );
  }
  const { length } = facts.files;
  return `${length} ${length === 1 ? 'file' : 'files'}`;
}
