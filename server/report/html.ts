/** All findings on one page that can be mailed, printed and read without a network: nothing is loaded and no script runs. */
import { heading, list, text, withCode, type Block } from '../documents/page/blocks';
import { pageHtml } from '../documents/page/html';
import { docsUrl } from './docs';
import { byFile, countsInWords, type Format, type Region, type Report, type ReportedFinding } from './report';

export const html: Format = (report) =>
  pageHtml({
    title: `data-ethics: ${report.findings.length ? countsInWords(report.findings) : 'no findings'}`,
    language: 'en',
    blocks: [
      text(looked(report)),
      ...[...byFile(report.findings)].flatMap(([path, findings]) => [
        heading(path),
        ...findings.flatMap((finding) => findingBlocks(finding, report.version)),
      ]),
      ...suppressed(report),
    ],
  });

function looked({ files, stats, version }: Report): string {
  return (
    `data-ethics ${version} read ${files.analysed} files with ${stats.lines.toLocaleString('en')} lines; ${files.silent} were left out ` +
    `(tests, generated and vendored code, or by the policy), ${files.skipped.length} skipped, ${files.unparsed.length} not understood` +
    `${files.unsolved.length ? `, ${files.unsolved.length} functions not followed` : ''}${files.failed.length ? `, ${files.failed.length} rules broke off` : ''}.`
  );
}

function findingBlocks(finding: ReportedFinding, version: string): Block[] {
  const { at, severity, confidence, rule, message, code, steps, hint } = finding;
  return [
    heading(`Line ${at.line}: ${message}`, 3),
    text([{ strong: severity }, ' · ', { link: rule, to: docsUrl(rule, version) }, ` · ${confidence} confidence`]),
    text({ code: code.trim() }),
    ...(steps.length > 1 ? list(steps.map((step) => `${placed(step.at, at)}: ${step.words}`)) : []),
    ...(hint ? [text([{ strong: 'Way out: ' }, ...withCode(hint)])] : []),
  ];
}

const placed = (step: Region, at: Region): string => (step.path === at.path ? `line ${step.line}` : `${step.path}:${step.line}`);

function suppressed({ suppressed: kept }: Report): Block[] {
  if (kept.length === 0) return [];
  const rows = kept.map(({ finding, reason, until }) => [
    finding.rule,
    { code: `${finding.at.path}:${finding.at.line}` },
    reason,
    until || '–',
  ]);
  return [
    heading('Suppressed with a reason'),
    { type: 'table', caption: 'Suppressed findings', head: ['Rule', 'Place', 'Reason', 'Until'], rows },
  ];
}
