/** What a report keeps of itself, one line of JSON a run: numbers and names from the taxonomy, no code and no file names. */
import { countBySeverity } from '../../report/report';
import { daysBetween, isDay } from '../../engine/policy/time';
import type { Finding } from '../../engine/rule';
import type { Audit } from '../../session';
import { codeOf, fingerprintOf } from '../../session/fingerprints';

export const HISTORY_NAME = '.data-ethics/history.jsonl';

export interface HistoryEntry {
  version: 1;
  day: string;
  commit: string;
  findings: { error: number; warning: number; info: number };
  byRule: Record<string, number>;
  suppressed: number;
  accepted: number;
  categories: string[];
  recipients: string[];
  files: number;
  lines: number;
  /** Fingerprints of open findings that no earlier record has: by them later reports tell how old a finding is. */
  found?: string[];
}

export function historyEntry({ result, inventory, today }: Audit, commit: string): HistoryEntry {
  const byRule: Record<string, number> = {};
  for (const { rule } of result.findings) byRule[rule] = (byRule[rule] ?? 0) + 1;
  return {
    version: 1,
    day: today,
    commit,
    findings: countBySeverity(result.findings),
    byRule: Object.fromEntries(Object.entries(byRule).sort(([a], [b]) => (a < b ? -1 : 1))),
    suppressed: result.suppressed.length,
    accepted: result.accepted.length,
    categories: inventory.categories.map(({ category }) => category).sort(),
    recipients: inventory.recipients.map(({ name }) => name).sort(),
    files: result.files.analysed,
    lines: result.stats.lines,
  };
}

/** @returns the entries that can be read, oldest first, and how many lines cannot: a merge may have left its marks. */
export function historyIn(text: string): { entries: HistoryEntry[]; lost: number } {
  const lines = text.split('\n').filter((line) => line.trim() !== '');
  const entries = lines.flatMap((line) => entryIn(line) ?? []);
  return { entries: entries.sort((a, b) => (a.day < b.day ? -1 : Number(a.day > b.day))), lost: lines.length - entries.length };
}

/** What a finding is known by in records. */
export const markOf = (finding: Finding, text: (path: string) => string): string =>
  fingerprintOf(finding, codeOf(finding, text(finding.at.path)));

export const marksOf = ({ result }: Audit, text: (path: string) => string): string[] =>
  result.findings.map((finding) => markOf(finding, text));

/** The day of the first record of each open finding, by fingerprint. */
export function firstSeen(entries: HistoryEntry[]): Map<string, string> {
  const days = new Map<string, string>();
  for (const { day, found = [] } of entries) for (const mark of found) if (!days.has(mark)) days.set(mark, day);
  return days;
}

/** The same commit on the same day is one record. @param marks fingerprints of all open findings. */
export function withEntry(text: string, entry: HistoryEntry, marks: string[] = []): string {
  const kept = text.split('\n').filter((line) => {
    const other = entryIn(line);
    return line.trim() !== '' && !(other?.day === entry.day && other.commit === entry.commit);
  });
  const known = firstSeen(historyIn(kept.join('\n')).entries);
  const found = [...new Set(marks)].filter((mark) => !known.has(mark)).sort();
  return `${[...kept, JSON.stringify({ ...entry, found })].join('\n')}\n`;
}

function entryIn(line: string): HistoryEntry | undefined {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch {
    return undefined;
  }
  if (typeof value !== 'object' || value === null) return undefined;
  const { version, day, findings, categories, recipients, byRule, found = [] } = value as Record<string, unknown>;
  const isWhole =
    version === 1 &&
    typeof day === 'string' &&
    isDay(day) &&
    [findings, byRule].every((map) => typeof map === 'object' && map !== null) &&
    [categories, recipients, found].every((list) => Array.isArray(list) && list.every((name) => typeof name === 'string'));
  return isWhole ? (value as HistoryEntry) : undefined;
}

/** The last entry of each week, at most so many, oldest first. Weeks begin on Monday. */
export function weekly(entries: HistoryEntry[], most: number): HistoryEntry[] {
  const weeks = new Map(entries.map((entry) => [Math.floor(daysBetween('1970-01-05', entry.day) / 7), entry]));
  return [...weeks.values()].slice(-most);
}

export const allOf = ({ findings }: HistoryEntry): number => findings.error + findings.warning + findings.info;
