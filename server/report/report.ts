import { linesOf, type Lines } from '../engine/suppress/lines';
import type { Finding, Place, Rule } from '../engine/rule';
import type { FileCounts, SessionResult, Stats } from '../session';
import { codeOf, digest, fingerprintOf } from '../session/fingerprints';
import { inOrder } from '../session/suppressions';

/** All a format may show. Findings are in order; paths are relative to where the report is read. */
export interface Report {
  /** Found as well, and left out of `findings` because errors alone were asked for. */
  unshown?: ReportedFinding[];
  version: string;
  findings: ReportedFinding[];
  suppressed: { finding: ReportedFinding; reason: string; until: string }[];
  /** What the baseline accepts for now. */
  accepted: { finding: ReportedFinding; reason: string; until: string }[];
  /** How many entries of the baseline have lost their finding. */
  fixed: number;
  files: FileCounts;
  stats: Stats;
  /** Metadata of every rule, sorted by id. */
  rules: Rule[];
  /** Show times, sizes and memory too. */
  withStats: boolean;
  color: boolean;
}

export type Format = (report: Report) => string;

/** A range with lines and columns from 1, columns in UTF-16 code units. */
export interface Region {
  path: string;
  line: number;
  column: number;
  endLine: number;
  endColumn: number;
}

export interface ReportedFinding extends Omit<Finding, 'at' | 'extent' | 'path'> {
  at: Region;
  steps: { at: Region; words: string }[];
  /** The line of the finding, without its end. */
  code: string;
  /** Column of its first character: 1 unless the line is too long to be shown whole. */
  codeColumn: number;
  /** Survives moved lines: rule, symbol path, code and an ordinal among equals. */
  fingerprint: string;
  /** The same for the line alone, as code scanning services match it. */
  lineHash: string;
}

export interface ReportOptions {
  version: string;
  rules: Rule[];
  /** Current text of a project path, '' when it is gone. */
  text(path: string): string;
  /** Turns a project path into one that is right where the report is read. Default: as it is. */
  shownPath?(path: string): string;
  withStats?: boolean;
  color?: boolean;
}

export function makeReport(result: SessionResult, options: ReportOptions): Report {
  const shownPath = options.shownPath ?? ((path) => path);
  const texts = textsWithLines(options.text);
  const ordinals = { symbol: counter(), line: counter() };
  const everything = [...result.findings, ...[...result.suppressed, ...result.accepted].map(({ finding }) => finding)].sort(
    inOrder,
  );
  const reported = new Map<Finding, ReportedFinding>();
  for (const finding of everything) reported.set(finding, reportFinding(finding, texts, ordinals, shownPath));
  const rename = <T extends { path: string }>(item: T): T => ({ ...item, path: shownPath(item.path) });
  const { files } = result;
  return {
    version: options.version,
    findings: result.findings.map((finding) => reported.get(finding)!),
    suppressed: result.suppressed.map((item) => ({ ...item, finding: reported.get(item.finding)! })),
    accepted: result.accepted.map(({ finding, entry: { reason, until = '' } }) => ({
      finding: reported.get(finding)!,
      reason,
      until,
    })),
    fixed: result.fixed.length,
    files: {
      ...files,
      skipped: files.skipped.map(rename),
      unparsed: files.unparsed.map(rename),
      broken: files.broken.map(rename),
      unsolved: files.unsolved.map(rename),
      failed: files.failed.map((each) => (each.path === '' ? each : rename(each))),
    },
    stats: result.stats,
    rules: [...options.rules].sort((left, right) => (left.id < right.id ? -1 : 1)),
    withStats: options.withStats ?? false,
    color: options.color ?? false,
  };
}

/** "1 error, 2 warnings"; nothing of a severity is left out, of all of them "no findings". */
export function countsInWords(findings: { severity: string }[]): string {
  const { error, warning, info } = countBySeverity(findings);
  const parts = [
    error ? `${error} ${error === 1 ? 'error' : 'errors'}` : '',
    warning ? `${warning} ${warning === 1 ? 'warning' : 'warnings'}` : '',
    info ? `${info} info` : '',
  ];
  return parts.filter(Boolean).join(', ') || 'no findings';
}

/** What of a file could not be read. */
export const brokenWords = ({ syntaxErrors, tooDeep }: Report['files']['broken'][number]): string =>
  tooDeep ?? `${syntaxErrors} syntax ${syntaxErrors === 1 ? 'error' : 'errors'}; what parses is analysed.`;

/** Findings by path, in their order. */
export function byFile(findings: ReportedFinding[]): Map<string, ReportedFinding[]> {
  const files = new Map<string, ReportedFinding[]>();
  for (const finding of findings) {
    const own = files.get(finding.at.path);
    if (own) own.push(finding);
    else files.set(finding.at.path, [finding]);
  }
  return files;
}

/** Keeps both ends of a long path, `most` steps (an even number) in all; the step in the middle says how many are left out. */
export function elided<T extends { words: string }>(steps: T[], most: number): T[] {
  if (steps.length <= most) return steps;
  const half = most / 2;
  const middle = steps[half]!;
  const left = steps.length - most;
  return [
    ...steps.slice(0, half),
    { ...middle, words: `${middle.words} (${left} more steps follow here)` },
    ...steps.slice(steps.length - half + 1),
  ];
}

/** Findings by severity. */
export function countBySeverity(findings: { severity: string }[]): { error: number; warning: number; info: number } {
  const of = (severity: string): number => findings.filter((finding) => finding.severity === severity).length;
  return { error: of('error'), warning: of('warning'), info: of('info') };
}

type Texts = (path: string) => { text: string; lines: Lines };
type Counter = (key: string) => number;

function reportFinding(
  finding: Finding,
  texts: Texts,
  ordinals: { symbol: Counter; line: Counter },
  shownPath: (path: string) => string,
): ReportedFinding {
  const { at, extent: _extent, path, ...rest } = finding;
  const { text, lines } = texts(at.path);
  const region = regionOf(at, texts, shownPath);
  const isLong = (line: number): boolean => lines.startOf(line + 1) - lines.startOf(line) > LONGEST;
  const lineText = (line: number): string => {
    const [start, end] = [lines.startOf(line), lines.startOf(line + 1)];
    if (!isLong(line)) return text.slice(start, end).replace(/\r?\n$/, '');
    return text.slice(Math.max(start, at.start - AROUND), Math.min(end, at.end + AROUND)).replace(/\r?\n$/, '');
  };
  const first = lines.lineAt(at.start);
  const code: string[] = [];
  for (let line = first; line <= lines.lineAt(Math.max(at.start, at.end - 1)); line++) code.push(lineText(line));
  const mark = fingerprintOf(finding, codeOf(finding, text));
  const lineKey = digest([code.join(' ').replace(/\s+/g, ' ').trim()]);
  return {
    ...rest,
    at: region,
    steps: path.map((step) => ({ words: step.words, at: regionOf(step.at, texts, shownPath) })),
    code: lineText(first),
    codeColumn: isLong(first) ? Math.max(0, at.start - AROUND - lines.startOf(first)) + 1 : 1,
    fingerprint: `${mark}:${ordinals.symbol(mark)}`,
    lineHash: `${lineKey}:${ordinals.line(`${at.path} ${rest.rule} ${lineKey}`)}`,
  };
}

/** Of a longer line, as minified files have, what stands around the finding is enough; a thousand whole ones fill the memory. */
const LONGEST = 5000;
const AROUND = 200;

function regionOf(at: Place, texts: Texts, shownPath: (path: string) => string): Region {
  const { lines } = texts(at.path);
  const [first, last] = [lines.lineAt(at.start), lines.lineAt(at.end)];
  return {
    path: shownPath(at.path),
    line: first + 1,
    column: at.start - lines.startOf(first) + 1,
    endLine: last + 1,
    endColumn: at.end - lines.startOf(last) + 1,
  };
}

function textsWithLines(read: (path: string) => string): Texts {
  const known = new Map<string, { text: string; lines: Lines }>();
  return (path) => {
    const stored = known.get(path);
    if (stored) return stored;
    const text = read(path);
    const made = { text, lines: linesOf(text) };
    known.set(path, made);
    return made;
  };
}

function counter(): Counter {
  const counts = new Map<string, number>();
  return (key) => {
    const next = (counts.get(key) ?? 0) + 1;
    counts.set(key, next);
    return next;
  };
}
