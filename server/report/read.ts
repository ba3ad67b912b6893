/** Reads back what `--format json` wrote, so that finished reports can be put together. */
import type { Rule } from '../engine/rule';
import type { Region, Report, ReportedFinding } from './report';

type Excepted = Report['suppressed'][number];

/** @returns the end of a sentence that begins with the file's name when it is no report that can be used. */
export function reportIn(document: unknown, { version, rules }: { version: string; rules: Rule[] }): Report | string {
  const { version: format, tool, summary, findings, suppressed, accepted, ...files } = objectOf(document);
  const { name, version: writtenBy } = objectOf(tool);
  if (name !== 'data-ethics' || format !== 1) return 'is not a report of data-ethics check --format json.';
  if (writtenBy !== version)
    return `was written by data-ethics ${String(writtenBy)}, and this is ${version}. Use one version for all reports.`;
  const { files: counts, lines, functions, fixed } = objectOf(summary);
  const { skipped, unparsed, broken, unsolved = [], failed = [] } = files;
  const lists = [findings, suppressed, accepted, skipped, unparsed, broken, unsolved, failed];
  if (!lists.every(Array.isArray) || ![lines, functions, fixed].every(isNumber)) return INCOMPLETE;
  const judged = [findings, suppressed, accepted].map((list) => (list as unknown[]).map(findingIn));
  if (judged.some((list) => list.includes(undefined))) return INCOMPLETE;
  const [open, kept, known] = judged as [ReportedFinding[], ReportedFinding[], ReportedFinding[]];
  const excepted = (own: ReportedFinding[], written: unknown): Excepted[] =>
    own.map((finding, index) => {
      const { reason, until = '' } = objectOf((written as unknown[])[index]);
      return { finding, reason: String(reason), until: String(until) };
    });
  const { analysed, silent } = objectOf(counts);
  return {
    version,
    findings: open,
    suppressed: excepted(kept, suppressed),
    accepted: excepted(known, accepted),
    fixed: fixed as number,
    files: { analysed, silent, skipped, unparsed, broken, unsolved, failed } as Report['files'],
    stats: { ...NOTHING, lines: lines as number, functions: functions as number },
    rules: [...rules].sort((left, right) => (left.id < right.id ? -1 : 1)),
    withStats: false,
    color: false,
  };
}

const INCOMPLETE = 'is damaged: parts of the report are missing. Write it again with --output json=<file>.';

const NOTHING = {
  ...{ times: {}, lines: 0, bytes: 0, lowered: 0, functions: 0 },
  ...{ solved: 0, calls: 0, resolvedCalls: 0, memory: 0, cached: false },
};

const TEXTS = ['rule', 'severity', 'confidence', 'kind', 'message', 'hint', 'symbol', 'code', 'fingerprint', 'lineHash'] as const;

function findingIn(written: unknown): ReportedFinding | undefined {
  const fields = objectOf(written);
  const at = regionIn(fields);
  const { categories, steps, codeColumn } = fields;
  if (!at || !TEXTS.every((name) => typeof fields[name] === 'string') || !isNumber(codeColumn)) return undefined;
  if (!Array.isArray(categories) || !Array.isArray(steps)) return undefined;
  const worded = steps.map((step) => ({ words: String(objectOf(step)['words']), at: regionIn(objectOf(step)) }));
  if (worded.some((step) => !step.at)) return undefined;
  const texts = Object.fromEntries(TEXTS.map((name) => [name, fields[name]]));
  return { ...texts, at, categories, steps: worded, codeColumn } as unknown as ReportedFinding;
}

function regionIn({ file, line, column, endLine, endColumn }: Record<string, unknown>): Region | undefined {
  if (typeof file !== 'string' || ![line, column, endLine, endColumn].every(isNumber)) return undefined;
  return { path: file, line, column, endLine, endColumn } as Region;
}

const isNumber = (value: unknown): value is number => typeof value === 'number';

const objectOf = (value: unknown): Record<string, unknown> =>
  typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
