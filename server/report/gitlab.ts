/**
 * GitLab's code quality report, a subset of Code Climate's: one entry per finding with a fingerprint of its own.
 * https://docs.gitlab.com/ci/testing/code_quality/
 */
import type { Severity } from '../engine/rule';
import type { Format, ReportedFinding } from './report';

const SEVERITIES: Record<Severity, string> = { error: 'critical', warning: 'major', info: 'info' };

export const gitlab: Format = ({ findings }) => `${JSON.stringify(findings.map(entry), null, 2)}\n`;

function entry({ rule, message, severity, fingerprint, at }: ReportedFinding): object {
  return {
    description: message,
    check_name: rule,
    fingerprint,
    severity: SEVERITIES[severity],
    location: { path: at.path, lines: { begin: at.line, end: at.endLine } },
  };
}
