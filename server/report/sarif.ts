/**
 * SARIF 2.1.0, within what code scanning services read: one run, one code flow of at most 40 steps per result. Suppressed
 * findings are left out: GitHub reads no `suppressions` and would show them as open alerts (codeql-action issue 1230, read
 * 2026-11); --format json has them with their reasons.
 */
import type { Rule, Severity } from '../engine/rule';
import { docsUrl, rulePage } from './docs';
import { brokenWords, elided, type Format, type Region, type Report, type ReportedFinding } from './report';

export const sarif: Format = (report) => `${JSON.stringify(logOf(report), null, 2)}\n`;

const SCHEMA = 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json';
const STEPS = 40;
/** GitHub takes 25,000 results, and a file of 10 MB once it is packed: 200,000 steps are about half of that. */
const MOST_RESULTS = 25_000;
const MOST_STEPS = 200_000;
const LEVELS: Record<Severity, string> = { error: 'error', warning: 'warning', info: 'note' };

function logOf(report: Report): unknown {
  const driver = {
    name: 'data-ethics',
    semanticVersion: report.version,
    informationUri: 'https://www.npmjs.com/package/data-ethics',
    rules: report.rules.map((rule) => descriptorOf(rule, report.version)),
  };
  const index = new Map(report.rules.map((rule, position) => [rule.id, position]));
  const { kept, left } = withinLimits(report.findings);
  let stepsLeft = MOST_STEPS;
  let shortened = 0;
  const results = kept.map((finding) => {
    const { length } = finding.steps;
    if (length > stepsLeft) shortened++;
    const shown = length > stepsLeft ? { ...finding, steps: [] } : finding;
    stepsLeft -= Math.min(shown.steps.length, STEPS);
    return resultOf(shown, index);
  });
  const run = {
    tool: { driver },
    columnKind: 'utf16CodeUnits',
    invocations: [
      {
        executionSuccessful: report.files.failed.length === 0,
        toolExecutionNotifications: [...notificationsOf(report), ...cutsOf(left, shortened)],
      },
    ],
    results,
  };
  return { $schema: SCHEMA, version: '2.1.0', runs: [run] };
}

/** Where there are too many, the gravest stay, in their order. */
function withinLimits(findings: ReportedFinding[]): { kept: ReportedFinding[]; left: number } {
  if (findings.length <= MOST_RESULTS) return { kept: findings, left: 0 };
  const ranks: Severity[] = ['error', 'warning', 'info'];
  const gravest = ranks.flatMap((severity) => findings.filter((finding) => finding.severity === severity));
  const chosen = new Set(gravest.slice(0, MOST_RESULTS));
  return { kept: findings.filter((finding) => chosen.has(finding)), left: findings.length - MOST_RESULTS };
}

function cutsOf(left: number, shortened: number): unknown[] {
  const cuts = [
    left > 0 ? `${left} findings of lesser weight are left out: code scanning takes ${MOST_RESULTS}. --format json has all.` : '',
    shortened > 0 ? `${shortened} results are without their path, so that the file stays small enough for code scanning.` : '',
  ];
  return cuts.filter(Boolean).map((text) => ({ level: 'warning', message: { text } }));
}

function descriptorOf(rule: Rule, version: string): unknown {
  const page = rulePage(rule);
  return {
    id: rule.id,
    name: rule.id.replace(/(?:^|-)(\w)/g, (_, letter: string) => letter.toUpperCase()),
    shortDescription: { text: rule.title },
    fullDescription: { text: rule.why },
    help: { text: [rule.why, ...rule.fixes, rule.limits].join('\n'), markdown: page },
    helpUri: docsUrl(rule.id, version),
    defaultConfiguration: { level: LEVELS[rule.severity] },
    properties: {
      tags: ['privacy', rule.family, rule.value.toLowerCase()],
      preset: rule.preset,
      'problem.severity': problemSeverity(rule.severity),
    },
  };
}

function resultOf(finding: ReportedFinding, index: Map<string, number>): unknown {
  const steps = elided(finding.steps, STEPS);
  const related = steps.map((step, id) => ({ id: id + 1, ...locationOf(step.at, step.words) }));
  return {
    ruleId: finding.rule,
    ruleIndex: index.get(finding.rule),
    level: LEVELS[finding.severity],
    message: { text: `${finding.message} ${finding.hint}`.trim() },
    locations: [locationOf(finding.at, undefined, finding.symbol)],
    relatedLocations: related.length ? related : undefined,
    codeFlows: steps.length
      ? [{ threadFlows: [{ locations: steps.map((step) => ({ location: locationOf(step.at, step.words) })) }] }]
      : undefined,
    partialFingerprints: { primaryLocationLineHash: finding.lineHash, 'dataEthics/v1': finding.fingerprint },
    properties: { confidence: finding.confidence, kind: finding.kind, categories: finding.categories },
  };
}

function locationOf(at: Region, words: string | undefined, symbol?: string): object {
  return {
    physicalLocation: {
      artifactLocation: { uri: uriOf(at.path), uriBaseId: '%SRCROOT%' },
      region: { startLine: at.line, startColumn: at.column, endLine: at.endLine, endColumn: at.endColumn },
    },
    logicalLocations: symbol ? [{ fullyQualifiedName: symbol, kind: 'function' }] : undefined,
    message: words === undefined ? undefined : { text: words },
  };
}

function notificationsOf(report: Report): unknown[] {
  const { skipped, unparsed, broken, unsolved, failed } = report.files;
  const syntax = broken.map((each) => ({ path: each.path, message: brokenWords(each) }));
  const failures = failed.map(({ rule, path, message }) => ({
    level: 'error',
    associatedRule: { id: rule },
    message: { text: message },
    locations: path === '' ? undefined : [locatedIn(path)],
  }));
  const notes = [...skipped, ...unparsed, ...syntax, ...unsolved]
    .sort((left, right) => (left.path < right.path ? -1 : Number(left.path > right.path)))
    .map(({ path, message }) => ({
      level: 'note',
      message: { text: message },
      locations: [locatedIn(path)],
    }));
  return [...failures, ...notes];
}

const locatedIn = (path: string): object => ({
  physicalLocation: { artifactLocation: { uri: uriOf(path), uriBaseId: '%SRCROOT%' } },
});

const problemSeverity = (severity: Severity): string => (severity === 'info' ? 'recommendation' : severity);
/** A relative reference: every segment encoded, so that `#`, `?`, `%`, spaces and a colon in the first segment stay a path. */
const uriOf = (path: string): string => path.split('/').map(encodeURIComponent).join('/');
