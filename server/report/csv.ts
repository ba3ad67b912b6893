/** For spreadsheets: RFC 4180, a row per finding. A cell that a spreadsheet would run as a formula begins with an apostrophe. */
import type { Format, ReportedFinding } from './report';

const COLUMNS: [name: string, cell: (finding: ReportedFinding) => string | number][] = [
  ['rule', ({ rule }) => rule],
  ['severity', ({ severity }) => severity],
  ['confidence', ({ confidence }) => confidence],
  ['file', ({ at }) => at.path],
  ['line', ({ at }) => at.line],
  ['column', ({ at }) => at.column],
  ['message', ({ message }) => message],
  ['hint', ({ hint }) => hint],
  ['categories', ({ categories }) => categories.join(' ')],
  ['symbol', ({ symbol }) => symbol],
  ['fingerprint', ({ fingerprint }) => fingerprint],
];

export const csv: Format = ({ findings }) =>
  [COLUMNS.map(([name]) => name), ...findings.map((finding) => COLUMNS.map(([, cell]) => quoted(cell(finding))))]
    .map((row) => `${row.join(',')}\r\n`)
    .join('');

function quoted(value: string | number): string {
  const words = /^[=+\-@\t\r]/.test(String(value)) ? `'${value}` : String(value);
  return /[",\r\n]/.test(words) ? `"${words.replace(/"/g, '""')}"` : words;
}
