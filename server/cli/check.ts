import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import type { Preset, Severity } from '../engine/rule';
import { formats } from '../report';
import { countBySeverity, makeReport, mergeReports, type Report } from '../report/report';
import { openSession, type Session, type SessionOptions, type SessionResult } from '../session';
import { VERSION } from '../session/version';
import { configurationFailure, Failure, sourcesMissing } from './failure';
import { applyFixes, tellFixes, writeFixes } from './fix';
import { wantsColor, type Io } from './io';
import { progressLine } from './progress';
import { shownRules } from './shown-rules';
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
}

/** Analyses, prints and writes reports. @returns the exit code. @throws Failure for what the user can mend. */
export async function check(paths: string[], options: CheckOptions, io: Io): Promise<number> {
  if (options.stdin && paths.length) throw new Failure('--stdin takes no paths. Name the file with --stdin-filename.');
  if (options.stdinFilename !== undefined && !options.stdin) throw new Failure('--stdin-filename needs --stdin.');
  if (options.stdin && (options.fix || options.fixDryRun))
    throw new Failure('--stdin has no file to write to. Leave out --fix, or name the file.');
  const targets = options.stdin
    ? [inputTarget(options.stdinFilename ?? 'stdin.ts', await io.readInput(), io.cwd)]
    : targetsOf(paths, io.cwd);
  const reports: Report[] = [];
  for (const target of targets) reports.push(await checkTarget(target, options, io));
  const whole = mergeReports(reports);
  const report = options.quiet ? { ...whole, findings: whole.findings.filter((finding) => finding.severity === 'error') } : whole;
  for (const [format, file] of options.output ?? [])
    writeReport(resolve(io.cwd, file), formats[format]!({ ...report, color: false }));
  io.out(formats[options.format]!(report));
  return exitCode(whole, options, io);
}

async function checkTarget(target: Target, options: CheckOptions, io: Io): Promise<Report> {
  const progress = progressLine(io);
  const session = openSession(target.root, { ...sessionOptions(target, options, io), onProgress: progress.show });
  if (session.configErrors.length) throw configurationFailure(session.configErrors, target);
  if (target.input) session.update(target.input.path, target.input.text);
  if (options.fix || options.fixDryRun) await fixTarget(session, target, options, io);
  const result = await session.findings(target.paths);
  progress.clear();
  ensureSomethingSeen(result, target);
  const { text } = session;
  const color = wantsColor(options.color, io);
  return makeReport(result, {
    version: VERSION,
    rules: shownRules(target.root),
    text,
    shownPath: target.shownPath,
    withStats: options.stats,
    color,
  });
}

/** What is reported afterwards is what is left. */
async function fixTarget(session: Session, target: Target, { fixDryRun = false }: CheckOptions, io: Io): Promise<void> {
  const applied = await applyFixes(session, target);
  if (!fixDryRun) writeFixes(applied, session);
  tellFixes(applied, fixDryRun, target, io);
}

function sessionOptions(target: Target, options: CheckOptions, io: Io): SessionOptions {
  const rulesGiven = options.rule && Object.fromEntries(options.rule);
  return {
    overruling: { preset: options.preset, rules: rulesGiven },
    config: options.config === undefined ? undefined : target.projectPath(resolve(io.cwd, options.config)),
    cache: options.cache ? options.cacheLocation && resolve(io.cwd, options.cacheLocation) : false,
    named: target.named,
  };
}

function ensureSomethingSeen({ files }: SessionResult, target: Target): void {
  const unreadable = files.skipped.find((file) => file.reason === 'unreadable' && target.named.includes(file.path));
  if (unreadable) throw new Failure(`${target.shownPath(unreadable.path)}: ${unreadable.message} Check its permissions.`);
  if (files.analysed + files.silent + files.skipped.length + files.unparsed.length === 0) throw sourcesMissing(target);
}

function writeReport(path: string, text: string): void {
  try {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, text);
  } catch (error) {
    throw new Failure(
      `the report cannot be written to ${path} (${(error as NodeJS.ErrnoException).code}). Name another file with --output.`,
    );
  }
}

const BARS: (Severity | 'never')[] = ['never', 'error', 'warning', 'info'];

function exitCode(report: Report, options: CheckOptions, io: Io): number {
  if (options.failOn === 'never') return 0;
  const counts = countBySeverity(report.findings);
  const above = BARS.slice(1, BARS.indexOf(options.failOn) + 1) as Severity[];
  if (above.some((severity) => counts[severity] > 0)) return 1;
  if (options.maxWarnings === undefined || counts.warning <= options.maxWarnings) return 0;
  io.err(`data-ethics: ${counts.warning} warnings are more than the ${options.maxWarnings} that --max-warnings allows.\n`);
  return 1;
}
