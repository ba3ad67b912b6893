import { countBySeverity, type Format, type Report } from './report';

/** For other programs, and for merge: nothing that another format shows is missing. The same bytes for the same text and policy; times appear only when asked for. */
export const json: Format = (report) => `${JSON.stringify(documentOf(report), null, 2)}\n`;

function documentOf(report: Report): unknown {
  const { files, stats } = report;
  return {
    version: 1,
    tool: { name: 'data-ethics', version: report.version },
    summary: {
      ...countBySeverity(report.findings),
      suppressed: report.suppressed.length,
      accepted: report.accepted.length,
      fixed: report.fixed,
      files: {
        analysed: files.analysed,
        silent: files.silent,
        skipped: files.skipped.length,
        unparsed: files.unparsed.length,
        broken: files.broken.length,
      },
      lines: stats.lines,
      functions: stats.functions,
    },
    findings: report.findings.map((finding) => ordered(finding)),
    suppressed: report.suppressed.map(excepted),
    accepted: report.accepted.map(excepted),
    skipped: files.skipped,
    unparsed: files.unparsed,
    broken: files.broken,
    unsolved: files.unsolved.length ? files.unsolved : undefined,
    failed: files.failed.length ? files.failed : undefined,
    stats: report.withStats ? stats : undefined,
  };
}

function excepted({ finding, reason, until }: Report['suppressed'][number]): object {
  return { ...ordered(finding), reason, until: until || undefined };
}

function ordered(finding: Report['findings'][number]): object {
  const { rule, severity, confidence, kind, message, hint, at, symbol, categories, steps } = finding;
  const { code, codeColumn, fingerprint, lineHash } = finding;
  const { path: file, ...region } = at;
  const worded = steps.map((step) => ({ words: step.words, ...placed(step.at) }));
  const judged = { rule, severity, confidence, kind, message, hint };
  return { ...judged, file, ...region, symbol, categories, steps: worded, code, codeColumn, fingerprint, lineHash };
}

function placed({ path: file, ...region }: Report['findings'][number]['at']): object {
  return { file, ...region };
}
