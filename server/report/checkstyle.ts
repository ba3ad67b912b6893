/** Checkstyle's XML, which most build servers and review bots read. */
import { byFile, type Format, type ReportedFinding } from './report';
import { xml } from './xml';

export const checkstyle: Format = ({ findings }) =>
  [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<checkstyle version="4.3">',
    ...[...byFile(findings)].map(file),
    '</checkstyle>',
    '',
  ].join('\n');

function file([path, findings]: [string, ReportedFinding[]]): string {
  return [`  <file name="${xml(path)}">`, ...findings.map(error), '  </file>'].join('\n');
}

function error({ at, severity, message, hint, rule }: ReportedFinding): string {
  const words = xml(`${message} ${hint}`.trim());
  return `    <error line="${at.line}" column="${at.column}" severity="${severity}" message="${words}" source="data-ethics.${rule}"/>`;
}
