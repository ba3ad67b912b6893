/**
 * `merge`: facts of the parts of one project are linked, solved and judged as one check would have done; finished reports are
 * put together as they are.
 */
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { FACTS_FOLDER, isFacts, readPart } from '../cache/part';
import { listProject, packageFolders } from '../disk';
import { joinReports } from '../report/merge';
import { reportIn } from '../report/read';
import type { Report } from '../report/report';
import { isSarif, joinLogs, logIn, severitiesOf, type Log } from '../report/sarif-join';
import { openSession } from '../session';
import { Misfit, type PartFacts } from '../session/parts';
import { VERSION } from '../session/version';
import { checkTarget, exitCode, publish, writeReport, type CheckOptions } from './check';
import { Failure } from './failure';
import { wantsColor, type Io } from './io';
import { WRITER } from './parts';
import { sessionOptions } from './session-options';
import { rulesShownIn } from './shown-rules';
import { targetsOf, type Target } from './targets';

export interface MergeOptions extends CheckOptions {
  project: string;
}

interface Input {
  /** As it was named. */
  name: string;
  path: string;
}

/** @returns the exit code. @throws Failure for what the user can mend. */
export async function merge(files: string[], options: MergeOptions, io: Io): Promise<number> {
  const inputs = files.length ? files.flatMap((file) => inputsAt(file, io)) : factsOfProject(options, io);
  const facts = inputs.filter(({ path, name }) => reading(name, () => isFacts(path)));
  if (facts.length === inputs.length) return mergeFacts(facts, options, io);
  if (facts.length)
    throw new Failure(`${facts[0]!.name} holds facts, and other files are reports: they do not go together. Name one kind.`);
  return mergeDocuments(inputs, options, io);
}

async function mergeFacts(inputs: Input[], options: MergeOptions, io: Io): Promise<number> {
  const parts = inputs.map(
    ({ path, name }) =>
      usable(
        name,
        reading(name, () => readPart(path, name, WRITER)),
      ) as PartFacts,
  );
  const [target] = targetsOf([options.project], io.cwd) as [Target];
  const session = openSession(target.root, { ...sessionOptions(target, options, io), parts });
  try {
    return publish(await checkTarget({ session, target: { ...target, paths: [''] } }, options, io), options, io);
  } catch (error) {
    if (error instanceof Misfit) throw new Failure(error.message);
    throw error;
  }
}

function mergeDocuments(inputs: Input[], options: MergeOptions, io: Io): number {
  const judging = [
    options.preset && '--preset',
    options.rule && '--rule',
    options.since && '--since',
    options.stats && '--stats',
  ];
  const given = judging.find(Boolean);
  if (given) throw new Failure(`these are finished reports: nothing is judged or measured any more. Leave out ${given}.`);
  const documents = inputs.map(({ path, name }) => ({ name, document: parsed(path, name) }));
  const logs = documents.filter(({ document }) => isSarif(document));
  if (logs.length === documents.length) return mergeLogs(documents, options, io);
  if (logs.length)
    throw new Failure(`${logs[0]!.name} is SARIF, and others are not. Merge reports of one format: json, or sarif.`);
  const rules = rulesShownIn(io.cwd);
  const reports = documents.map(({ name, document }) => usable(name, reportIn(document, { version: VERSION, rules })));
  return publish({ ...joinReports(reports as Report[]), color: wantsColor(options.color, io) }, options, io);
}

/** SARIF keeps no exceptions and no counts, so nothing but SARIF can be made of it. */
function mergeLogs(documents: { name: string; document: unknown }[], options: MergeOptions, io: Io): number {
  const log = joinLogs(documents.map(({ name, document }) => usable(name, logIn(document, VERSION))) as Log[]);
  const outputs = options.output ?? [];
  const shows = options.format === 'stylish' && outputs.length ? [] : [options.format];
  const other = [...shows, ...outputs.map(([format]) => format)].find((format) => format !== 'sarif');
  if (other)
    throw new Failure(
      `SARIF does not hold what ${other} shows (exceptions, counts). Merge reports written with --output json=<file>, or ask for --format sarif.`,
    );
  const text = `${JSON.stringify(log, null, 2)}\n`;
  for (const [, file] of outputs) writeReport(resolve(io.cwd, file), text);
  if (shows.length) io.out(text);
  return exitCode(severitiesOf(log), options, io);
}

function usable<T>(name: string, read: T | string): T {
  if (typeof read === 'string') throw new Failure(`${name} ${read}`);
  return read;
}

function parsed(path: string, name: string): unknown {
  const text = reading(name, () => readFileSync(path, 'utf8'));
  try {
    return JSON.parse(text) as unknown;
  } catch {
    throw new Failure(
      `${name} is neither facts nor JSON. merge reads facts of check --shard and --package, and reports in json or sarif; other formats leave out what a report needs.`,
    );
  }
}

/** A file, or the facts in a folder. */
function inputsAt(named: string, io: Io): Input[] {
  const path = resolve(io.cwd, named);
  const isFolder = statSync(path, { throwIfNoEntry: false })?.isDirectory();
  if (isFolder === undefined) throw new Failure(`there is no ${named} in ${io.cwd}.`);
  if (!isFolder) return [{ name: named, path }];
  const found = factsIn(path).map((file) => ({ name: `${named.replace(/\/$/, '')}/${file}`, path: join(path, file) }));
  if (found.length === 0) throw new Failure(`there are no facts in ${named}: no file ends in .facts.`);
  return found;
}

/** Where check --shard and check --package put them. */
function factsOfProject({ project }: MergeOptions, io: Io): Input[] {
  const [target] = targetsOf([project], io.cwd) as [Target];
  const folders = [...new Set(['', ...packageFolders(listProject(target.root).manifests)])];
  const found = folders.flatMap((folder) => {
    const inner = folder ? `${folder}/${FACTS_FOLDER}` : FACTS_FOLDER;
    return factsIn(join(target.root, inner)).map((file) => `${inner}/${file}`);
  });
  if (found.length === 0)
    throw new Failure(
      `there are no facts in ${target.root}. Write them with data-ethics check --shard i/n, or with --package in each package.`,
    );
  return found.map((path) => ({ name: target.shownPath(path), path: join(target.root, path) }));
}

const factsIn = (folder: string): string[] =>
  existsSync(folder)
    ? readdirSync(folder)
        .filter((name) => name.endsWith('.facts'))
        .sort()
    : [];

function reading<T>(name: string, read: () => T): T {
  try {
    return read();
  } catch (error) {
    throw new Failure(`${name} cannot be read (${(error as NodeJS.ErrnoException).code}). Check its permissions.`);
  }
}
