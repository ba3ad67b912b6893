import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { openSession, type Session, type SessionResult } from '../session';
import { BASELINE_NAME, baselineText, entryOf, isOver, type BaselineEntry } from '../session/baseline';
import { isDay } from '../engine/policy/time';
import { configurationFailure, Failure } from './failure';
import { userOf } from './git';
import type { Io } from './io';
import { progressLine } from './progress';
import { targetsOf, type Target } from './targets';
import { writeText } from './write';

export interface BaselineOptions {
  reason?: string;
  author?: string;
  until?: string;
  format?: string;
  cache: boolean;
}

interface Known {
  target: Target;
  session: Session;
  result: SessionResult;
  today: string;
}

/** Accepts everything that is found now. Never over an existing baseline. */
export async function createBaseline(folder: string, options: BaselineOptions, io: Io): Promise<void> {
  const [target] = targetsOf([folder], io.cwd) as [Target];
  if (existsSync(join(target.root, BASELINE_NAME)))
    throw new Failure(
      `there is a ${target.shownPath(BASELINE_NAME)} already. Add what is new to it with data-ethics baseline update.`,
    );
  const known = await look(target, options, io);
  const entries = freshEntries(known, options);
  save(known, entries);
  io.out(
    `${target.shownPath(BASELINE_NAME)} accepts ${findingsInWords(entries.length)}. Commit it: check and editor leave them out.\n`,
  );
}

/** Accepts what is new or has run out, and forgets what is mended. */
export async function updateBaseline(folder: string, options: BaselineOptions, io: Io): Promise<void> {
  const known = await look(existing(folder, io), options, io);
  const { accepted, fixed } = known.result;
  const added = freshEntries(known, options);
  save(known, [...accepted.map(({ entry }) => entry), ...added]);
  io.out(`${findingsInWords(added.length)} added, ${fixed.length} taken out because they are mended, ${accepted.length} kept.\n`);
}

/** Forgets what is mended and what has run out. */
export async function pruneBaseline(folder: string, options: BaselineOptions, io: Io): Promise<void> {
  const known = await look(existing(folder, io), options, io);
  const { accepted, fixed } = known.result;
  const over = known.session.baseline.entries.length - accepted.length - fixed.length;
  save(
    known,
    accepted.map(({ entry }) => entry),
  );
  io.out(`${fixed.length} taken out because they are mended, ${over} because they have run out, ${accepted.length} kept.\n`);
}

/** Lists the entries: what runs out first comes first. */
export async function showBaseline(folder: string, options: BaselineOptions, io: Io): Promise<void> {
  const known = await look(existing(folder, io), options, io);
  const { session, result, today, target } = known;
  const gone = new Set(result.fixed);
  const stateOf = (entry: BaselineEntry): string => (gone.has(entry) ? 'mended' : isOver(entry, today) ? 'run out' : 'accepted');
  const last = '9999-12-31';
  const entries = [...session.baseline.entries].sort((left, right) => ((left.until ?? last) < (right.until ?? last) ? -1 : 0));
  if (options.format === 'json') {
    io.out(
      `${JSON.stringify(
        entries.map((entry) => ({ state: stateOf(entry), ...entry })),
        null,
        2,
      )}\n`,
    );
    return;
  }
  const blocks = entries.map((entry) =>
    [
      `${stateOf(entry)}  ${entry.rule}  ${target.shownPath(entry.file)}`,
      `  ${entry.message}`,
      `  ${entry.reason} (${entry.author}, ${entry.date}${entry.until ? `, until ${entry.until}` : ', no end'})`,
    ].join('\n'),
  );
  io.out(`${[...blocks, `${entries.length} entries, ${gone.size} of them mended.`].join('\n\n')}\n`);
}

function existing(folder: string, io: Io): Target {
  const [target] = targetsOf([folder], io.cwd) as [Target];
  if (existsSync(join(target.root, BASELINE_NAME))) return target;
  throw new Failure(`there is no ${BASELINE_NAME} in ${target.root}. Write one with data-ethics baseline create.`);
}

async function look(target: Target, options: BaselineOptions, io: Io): Promise<Known> {
  const progress = progressLine(io);
  const session = openSession(target.root, { cache: options.cache ? undefined : false, onProgress: progress.show });
  if (session.configErrors.length) throw configurationFailure(session.configErrors, target);
  const result = await session.findings();
  progress.clear();
  return { target, session, result, today: session.today };
}

/** Entries for all findings that none accepts. What is wrong with the baseline itself is no debt that can be accepted. */
function freshEntries({ session, result, today, target }: Known, options: BaselineOptions): BaselineEntry[] {
  const { reason = '', until } = options;
  const open = result.findings.filter(({ at }) => at.path !== BASELINE_NAME);
  if (open.length === 0) return [];
  if (reason.trim() === '') throw new Failure('say why this is accepted for now: --reason "…".');
  const author = options.author ?? userOf(target.root);
  if (author === '') throw new Failure('say who accepts this: --author "…". git does not know your name.');
  if (until !== undefined && (!isDay(until) || until < today))
    throw new Failure(`--until is a day to come, such as 2027-01-31, and not '${until}'.`);
  return open.map((finding) => entryOf(finding, session.text, { reason, author, date: today, until }));
}

function save({ target }: Known, entries: BaselineEntry[]): void {
  const path = join(target.root, BASELINE_NAME);
  writeText(path, baselineText(entries), (code) => `${path} cannot be written (${code}). Check its permissions.`);
}

const findingsInWords = (count: number): string => `${count} ${count === 1 ? 'finding' : 'findings'}`;
