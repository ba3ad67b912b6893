import { resolve } from 'node:path';
import type { Preset, Severity } from '../engine/rule';
import { formats } from '../report';
import { shownRules } from '../report/docs';
import { mergeReports } from '../report/merge';
import { countBySeverity, makeReport, type Report } from '../report/report';
import { openSession, type Session, type SessionResult } from '../session';
import { VERSION } from '../session/version';
import { configurationFailure, Failure, sourcesMissing } from './failure';
import { changesSince, changesStaged } from './git';
import { applyFixes, tellFixes, writeFixes } from './fix';
import { wantsColor, type Io } from './io';
import { checkShard, factsOfPackage, openPackage, type Shard } from './parts';
import { progressLine } from './progress';
import { sessionOptions } from './session-options';
import { ofChange } from './since';
import { watchProject } from './watch';
import { rules } from '../../rules';
import { writeText } from './write';
import { inputTarget, targetsOf, type Target } from './targets';

export interface CheckOptions {
  preset?: Preset;
  rule?: [id: string, severity: Severity | 'off'][];
  config?: string;
  format: string;
  output?: [format: string, file: string][];
  quiet?: boolean;
  stats?: boolean;
  color?: boolean;
  failOn: Severity | 'never';
  maxWarnings?: number;
  cache: boolean;
  cacheLocation?: string;
  stdin?: boolean;
  stdinFilename?: string;
  fix?: boolean;
  fixDryRun?: boolean;
  baseline: boolean;
  since?: string;
  staged?: boolean;
  watch?: boolean;
  shard?: Shard;
  package?: string;
  facts?: string;
  factsOnly?: boolean;
}

/** Analyses, prints and writes reports. @returns the exit code. @throws Failure for what the user can mend. */
export async function check(paths: string[], options: CheckOptions, io: Io): Promise<number> {
  ensureFitting(paths, options);
  if (options.shard) return checkShard(paths, options.shard, options, io);
  if (options.package !== undefined) {
    if (options.factsOnly) return factsOfPackage(options.package, options, io);
    return publish(await checkTarget(await openPackage(options.package, options, io), options, io), options, io);
  }
  const targets = options.stdin
    ? [inputTarget(options.stdinFilename ?? 'stdin.ts', await io.readInput(), io.cwd)]
    : targetsOf(paths, io.cwd, io.err);
  if (options.watch) return watch(targets, options, io);
  const reports: Report[] = [];
  for (const target of targets) reports.push(await checkTarget(open(target, options, io), options, io));
  return publish(mergeReports(reports), options, io);
}

/** Flags that say contrary things. */
function ensureFitting(paths: string[], options: CheckOptions): void {
  const fixes = options.fix || options.fixDryRun;
  const changes = options.since !== undefined || options.staged;
  if (options.stdin && paths.length) throw new Failure('--stdin takes no paths. Name the file with --stdin-filename.');
  if (options.stdinFilename !== undefined && !options.stdin) throw new Failure('--stdin-filename needs --stdin.');
  if (options.stdin && fixes) throw new Failure('--stdin has no file to write to. Leave out --fix, or name the file.');
  if (options.since !== undefined && options.staged)
    throw new Failure('--since and --staged are two different questions. Ask one of them.');
  if (options.stdin && (changes || options.watch))
    throw new Failure('--stdin is one text, with no history and no changes to wait for.');
  if (changes && (fixes || options.watch)) throw new Failure('--since and --staged only look. Leave out --fix and --watch.');
  const isPart = options.shard !== undefined || options.package !== undefined;
  if (options.shard && options.package !== undefined)
    throw new Failure('--shard and --package divide a project in two ways. Choose one of them.');
  if (options.facts !== undefined && !isPart) throw new Failure('--facts says where the facts of a --shard or a --package go.');
  if (options.factsOnly && options.package === undefined)
    throw new Failure('--facts-only is about a --package. A --shard writes nothing else anyway.');
  if (options.package !== undefined && paths.length) throw new Failure('--package takes no paths besides the folder it names.');
  if (isPart && (options.stdin || changes || fixes || options.watch))
    throw new Failure(
      '--shard and --package read a part of the project as it is. Leave out --stdin, --since, --staged, --fix and --watch.',
    );
  if (options.watch && fixes) throw new Failure('--watch does not write. Run --fix by itself.');
}

/** Shows and writes a report. @returns the exit code. */
export function publish(whole: Report, options: CheckOptions, io: Io): number {
  const report = options.quiet ? errorsOf(whole) : whole;
  for (const [format, file] of options.output ?? [])
    writeReport(resolve(io.cwd, file), formats[format]!({ ...report, color: false }));
  io.out(formats[options.format]!(report));
  const [failed] = whole.files.failed;
  if (failed) {
    io.err(`data-ethics: ${failed.path === '' ? '' : `${failed.path}: `}${failed.message}\n`);
    return 2;
  }
  return exitCode(whole.findings, options, io);
}

function errorsOf(whole: Report): Report {
  const findings = whole.findings.filter(({ severity }) => severity === 'error');
  return { ...whole, findings, unshown: whole.findings.filter(({ severity }) => severity !== 'error') };
}

/** Reports now and after every change, until somebody ends it. */
async function watch(targets: Target[], options: CheckOptions, io: Io): Promise<number> {
  const [target, ...others] = targets as [Target, ...Target[]];
  if (others.length) throw new Failure('--watch watches one project at a time. Name one folder.');
  const opened = open(target, options, io);
  const again = async (): Promise<void> => {
    const report = await checkTarget(opened, options, io).catch((error: unknown) => {
      if (!(error instanceof Failure)) throw error;
      io.err(`data-ethics: ${error.message}\n`);
    });
    if (report) publish(report, options, io);
    io.err('data-ethics: waiting for changes; Ctrl+C ends it.\n');
  };
  await again();
  await watchProject(opened.session, again, io.interrupted());
  return 0;
}

export interface Opened {
  session: Session;
  target: Target;
  progress?: ReturnType<typeof progressLine>;
  /** A package may hold nothing but settings. */
  mayBeEmpty?: boolean;
}

function open(target: Target, options: CheckOptions, io: Io): Opened {
  const progress = progressLine(io);
  const session = openSession(target.root, { ...sessionOptions(target, options, io), onProgress: progress.show });
  if (target.input) session.update(target.input.path, target.input.text);
  return { session, target, progress };
}

export async function checkTarget(
  { session, target, progress, mayBeEmpty }: Opened,
  options: CheckOptions,
  io: Io,
): Promise<Report> {
  if (session.configErrors.length) throw configurationFailure(session.configErrors, target);
  if (options.fix || options.fixDryRun) await fixTarget(session, target, options, io);
  const result = await resultOf(session, target, options, io);
  progress?.clear();
  if (!mayBeEmpty) ensureSomethingSeen(result, target);
  const { text } = session;
  const color = wantsColor(options.color, io);
  return makeReport(result, {
    version: VERSION,
    rules: shownRules(rules, session.namesLaws),
    text,
    shownPath: target.shownPath,
    withStats: options.stats,
    color,
  });
}

async function resultOf(session: Session, target: Target, options: CheckOptions, io: Io): Promise<SessionResult> {
  const { since, staged } = options;
  if (since === undefined && !staged) return session.findings(target.paths);
  const changes = staged ? changesStaged(target.root) : changesSince(target.root, since!);
  const count = changes.changed.length;
  io.err(
    `data-ethics: what ${count} changed ${count === 1 ? 'file has' : 'files have'} to do with, compared with ${changes.base}.\n`,
  );
  return ofChange(session, changes, target.paths);
}

/** What is reported afterwards is what is left. */
async function fixTarget(session: Session, target: Target, { fixDryRun = false }: CheckOptions, io: Io): Promise<void> {
  const applied = await applyFixes(session, target);
  if (!fixDryRun) writeFixes(applied, session);
  tellFixes(applied, fixDryRun, target, io);
}

function ensureSomethingSeen({ files }: SessionResult, target: Target): void {
  const unreadable = files.skipped.find((file) => file.reason === 'unreadable' && target.named.includes(file.path));
  if (unreadable) throw new Failure(`${target.shownPath(unreadable.path)}: ${unreadable.message} Check its permissions.`);
  if (files.analysed + files.silent + files.skipped.length + files.unparsed.length === 0) throw sourcesMissing(target);
}

export const writeReport = (path: string, text: string): void =>
  writeText(path, text, (code) => `the report cannot be written to ${path} (${code}). Name another file with --output.`);

const BARS: (Severity | 'never')[] = ['never', 'error', 'warning', 'info'];

export function exitCode(findings: { severity: string }[], options: CheckOptions, io: Io): number {
  if (options.failOn === 'never') return 0;
  const counts = countBySeverity(findings);
  const above = BARS.slice(1, BARS.indexOf(options.failOn) + 1) as Severity[];
  if (above.some((severity) => counts[severity] > 0)) return 1;
  if (options.maxWarnings === undefined || counts.warning <= options.maxWarnings) return 0;
  io.err(`data-ethics: ${counts.warning} warnings are more than the ${options.maxWarnings} that --max-warnings allows.\n`);
  return 1;
}
