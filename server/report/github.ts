/**
 * Workflow commands of GitHub Actions: annotations at the lines. A step shows ten errors, ten warnings and ten notices and
 * drops the rest without a word, so the gravest come first and the rest is counted in a last notice.
 * https://docs.github.com/actions/reference/workflows-and-actions/workflow-commands
 */
import type { Severity } from '../engine/rule';
import { countsInWords, type Format, type ReportedFinding } from './report';

const COMMANDS: Record<Severity, string> = { error: 'error', warning: 'warning', info: 'notice' };
const SHOWN: Record<Severity, number> = { error: 10, warning: 10, info: 9 };

export const github: Format = ({ findings }) => {
  const shown = (Object.keys(COMMANDS) as Severity[]).flatMap((severity) =>
    findings.filter((finding) => finding.severity === severity).slice(0, SHOWN[severity]),
  );
  const left = findings.length - shown.length;
  const rest = `${countsInWords(findings)} in all; ${left} more than these annotations can show. Upload --format sarif to see every one.`;
  return [...shown.map(annotation), ...(left > 0 ? [`::notice title=data-ethics::${data(rest)}`] : [])]
    .map((line) => `${line}\n`)
    .join('');
};

function annotation({ severity, rule, message, hint, at }: ReportedFinding): string {
  const columns = at.line === at.endLine ? `,col=${at.column},endColumn=${at.endColumn}` : '';
  const place = `file=${property(at.path)},line=${at.line},endLine=${at.endLine}${columns}`;
  return `::${COMMANDS[severity]} ${place},title=${property(rule)}::${data(`${message} ${hint}`.trim())}`;
}

const data = (words: string): string => words.replace(/%/g, '%25').replace(/\r/g, '%0D').replace(/\n/g, '%0A');
const property = (words: string): string => data(words).replace(/:/g, '%3A').replace(/,/g, '%2C');
