/** One line per finding, in the shape that terminals and editors turn into links: `path:line:column: severity: words [rule]`. */
import { countsInWords, type Format } from './report';

export const compact: Format = (report) => {
  const lines = report.findings.map(
    ({ at, severity, message, rule }) =>
      `${at.path}:${at.line}:${at.column}: ${severity}: ${message.replace(/\s+/g, ' ')} [${rule}]`,
  );
  return [...lines, `${countsInWords(report.findings)} in ${report.files.analysed} files`, ''].join('\n');
};
