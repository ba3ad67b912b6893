/** One report of several. */
import type { Report, ReportedFinding } from './report';

/** In the order given: of projects that are checked by one command. */
export function mergeReports(reports: Report[]): Report {
  const [first, ...rest] = reports;
  return rest.reduce((left, right) => ({ ...left, ...mergeParts(left, right) }), first!);
}

/**
 * Of reports that know nothing of one another. What is said twice is there once; all is sorted by path and place. Findings
 * of two projects that would be taken for one another are told apart by their ordinal.
 */
export function joinReports(reports: Report[]): Report {
  const whole = mergeReports(reports);
  const joined = {
    ...whole,
    findings: once(whole.findings, (finding) => finding),
    suppressed: once(whole.suppressed, ({ finding }) => finding),
    accepted: once(whole.accepted, ({ finding }) => finding),
  };
  const known = new Set<string>();
  const distinct = (finding: ReportedFinding): ReportedFinding => {
    let { fingerprint } = finding;
    const [mark] = fingerprint.split(':');
    for (let ordinal = 1; known.has(fingerprint); ordinal++) fingerprint = `${mark}:${ordinal}`;
    known.add(fingerprint);
    return { ...finding, fingerprint };
  };
  const excepted = (item: Report['accepted'][number]): Report['accepted'][number] => ({
    ...item,
    finding: distinct(item.finding),
  });
  return {
    ...joined,
    findings: joined.findings.map(distinct),
    suppressed: joined.suppressed.map(excepted),
    accepted: joined.accepted.map(excepted),
  };
}

function once<T>(items: T[], findingOf: (item: T) => ReportedFinding): T[] {
  const byKey = new Map(items.map((item) => [JSON.stringify(findingOf(item)), item]));
  return [...byKey.values()].sort((left, right) => inOrder(findingOf(left), findingOf(right)));
}

function inOrder(left: ReportedFinding, right: ReportedFinding): number {
  return (
    compare(left.at.path, right.at.path) ||
    left.at.line - right.at.line ||
    left.at.column - right.at.column ||
    compare(left.rule, right.rule) ||
    compare(left.message, right.message)
  );
}

/** The order of two texts by their code units, the same on every machine. */
export const compare = (one: string, other: string): number => (one < other ? -1 : Number(one > other));

function mergeParts(left: Report, right: Report): Partial<Report> {
  const add = (one: Record<string, number>, two: Record<string, number>): Record<string, number> =>
    Object.fromEntries(
      [...new Set([...Object.keys(one), ...Object.keys(two)])].map((key) => [key, (one[key] ?? 0) + (two[key] ?? 0)]),
    );
  const { times, cached, memory, ...counts } = left.stats;
  const { times: otherTimes, cached: otherCached, memory: otherMemory, ...otherCounts } = right.stats;
  const sums = add(counts, otherCounts) as typeof counts;
  return {
    findings: [...left.findings, ...right.findings],
    suppressed: [...left.suppressed, ...right.suppressed],
    accepted: [...left.accepted, ...right.accepted],
    fixed: left.fixed + right.fixed,
    files: {
      analysed: left.files.analysed + right.files.analysed,
      silent: left.files.silent + right.files.silent,
      skipped: [...left.files.skipped, ...right.files.skipped],
      unparsed: [...left.files.unparsed, ...right.files.unparsed],
      broken: [...left.files.broken, ...right.files.broken],
      unsolved: [...left.files.unsolved, ...right.files.unsolved],
      failed: [...left.files.failed, ...right.files.failed],
    },
    stats: { ...sums, times: add(times, otherTimes), cached: cached && otherCached, memory: Math.max(memory, otherMemory) },
  };
}
