/** One SARIF log of several of ours: code scanning takes one for each category. */

import { compare } from './merge';

interface Result {
  ruleId: string;
  level: string;
  message: { text: string };
  locations: { physicalLocation: { artifactLocation: { uri: string }; region: { startLine: number; startColumn: number } } }[];
}

interface Run {
  tool: { driver: { name: string; semanticVersion: string } };
  invocations: { toolExecutionNotifications: unknown[] }[];
  results: Result[];
}

export interface Log {
  version: string;
  runs: [Run];
}

/** Is this a log? Whose, `logIn` says. */
export const isSarif = (document: unknown): boolean =>
  typeof document === 'object' && document !== null && Array.isArray((document as Partial<Log>).runs);

/** @returns the end of a sentence that begins with the file's name when the log is none that can be used. */
export function logIn(document: unknown, version: string): Log | string {
  const { runs } = document as { runs: (Partial<Run> | null)[] };
  const [run] = runs;
  const driver = run?.tool?.driver;
  if (driver?.name !== 'data-ethics' || runs.length > 1)
    return 'is a SARIF log of another program. Give merge those of data-ethics.';
  if (driver.semanticVersion !== version)
    return `was written by data-ethics ${driver.semanticVersion}, and this is ${version}. Use one version for all reports.`;
  if (
    !Array.isArray(run?.results) ||
    !run.results.every(isPlaced) ||
    !Array.isArray(run.invocations?.[0]?.toolExecutionNotifications)
  )
    return 'is damaged: parts of the log are missing. Write it again with --output sarif=<file>.';
  return document as Log;
}

/** What is said twice is there once; results are sorted by path and place. */
export function joinLogs(logs: Log[]): Log {
  const [first] = logs as [Log, ...Log[]];
  const runs = logs.map(({ runs: [run] }) => run);
  const [run] = runs as [Run, ...Run[]];
  const [invocation] = run.invocations;
  const toolExecutionNotifications = once(runs.flatMap((each) => each.invocations[0]!.toolExecutionNotifications));
  const results = once(runs.flatMap((each) => each.results)).sort(inOrder);
  return { ...first, runs: [{ ...run, invocations: [{ ...invocation, toolExecutionNotifications }], results }] };
}

/** Results by severity, as our own reports call it. */
export const severitiesOf = ({ runs: [{ results }] }: Log): { severity: string }[] =>
  results.map(({ level }) => ({ severity: level === 'note' ? 'info' : level }));

const once = <T>(items: T[]): T[] => [...new Map(items.map((item) => [JSON.stringify(item), item])).values()];

function isPlaced(result: Partial<Result> | null): boolean {
  const place = result?.locations?.[0]?.physicalLocation;
  return (
    typeof result?.ruleId === 'string' &&
    typeof result.message?.text === 'string' &&
    typeof place?.artifactLocation?.uri === 'string' &&
    typeof place.region?.startLine === 'number'
  );
}

function inOrder(left: Result, right: Result): number {
  const [one, other] = [left, right].map(({ locations: [location] }) => location!.physicalLocation);
  return (
    compare(decodeURIComponent(one!.artifactLocation.uri), decodeURIComponent(other!.artifactLocation.uri)) ||
    one!.region.startLine - other!.region.startLine ||
    one!.region.startColumn - other!.region.startColumn ||
    compare(left.ruleId, right.ruleId) ||
    compare(left.message.text, right.message.text)
  );
}
