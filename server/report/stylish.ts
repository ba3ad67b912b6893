/** For people at a terminal: findings by file, each with its path, code and a way out, and a summary with denominators. */
import { createColors } from 'picocolors';
import type { Severity } from '../engine/rule';
import { brokenWords, byFile, countBySeverity, type Format, type Region, type Report, type ReportedFinding } from './report';

type Colors = ReturnType<typeof createColors>;

export const stylish: Format = (report) => {
  const colors = createColors(report.color);
  const blocks = [...byFile(report.findings)].map(([path, findings]) => fileBlock(path, findings, colors));
  return `${[...blocks, summary(report, colors)].join('\n\n')}\n`;
};

function fileBlock(path: string, findings: ReportedFinding[], colors: Colors): string {
  return [colors.underline(path), ...findings.map((finding) => findingBlock(finding, colors))].join('\n\n');
}

const LABELS: Record<Severity, string> = { error: 'error', warning: 'warning', info: 'info' };
const WIDTH = 100;

function findingBlock(finding: ReportedFinding, colors: Colors): string {
  const { at } = finding;
  const paint = { error: colors.red, warning: colors.yellow, info: colors.blue }[finding.severity];
  const sure = finding.confidence === 'high' ? '' : colors.dim(` (${finding.confidence} confidence)`);
  const head = `  ${colors.bold(paint(LABELS[finding.severity]))}  ${colors.bold(finding.rule)}  ${colors.dim(`${at.line}:${at.column}`)}${sure}`;
  const lines = [head, ...wrap(finding.message, WIDTH).map((line) => `  ${line}`), '', ...frame(finding, colors, paint)];
  if (finding.steps.length > 1) lines.push('', ...steps(finding, colors));
  if (finding.hint) lines.push('', ...hint(finding.hint, colors));
  return lines.join('\n');
}

/** One line of code and what of it is meant, cut where it is too long. Tabs become one blank each, so that the marks stand right. */
function frame(finding: ReportedFinding, colors: Colors, paint: (text: string) => string): string[] {
  const { at, code, codeColumn } = finding;
  const indent = Math.min(/^\s*/.exec(code)![0].length, at.column - codeColumn);
  const line = code.slice(indent).replaceAll('\t', ' ');
  const column = at.column - codeColumn - indent;
  const start = line.length <= WIDTH ? 0 : Math.max(0, Math.min(column - WIDTH / 4, line.length - WIDTH));
  const text = line.slice(start, start + WIDTH);
  const shown = `${start > 0 ? '…' : ''}${text.slice(start > 0 ? 1 : 0)}${start + WIDTH < line.length ? '…' : ''}`;
  const from = column - start;
  const until = at.endLine > at.line ? text.length : Math.min(text.length, from + at.endColumn - at.column);
  const gutter = String(at.line);
  const marks = '^'.repeat(Math.max(1, until - from));
  return [
    `  ${colors.dim(`${gutter} │`)} ${shown}`,
    `  ${colors.dim(`${' '.repeat(gutter.length)} │`)} ${' '.repeat(from)}${paint(marks)}`,
  ];
}

function steps(finding: ReportedFinding, colors: Colors): string[] {
  const places = finding.steps.map((step) => placeOf(step.at, finding.at.path));
  const width = Math.min(48, Math.max(...places.map((place) => place.length)));
  return finding.steps.map((step, index) => {
    const mark = index === finding.steps.length - 1 ? '└' : index === 0 ? '┌' : '│';
    return `  ${colors.dim(`${mark} ${places[index]!.padEnd(width)}`)}  ${step.words}`;
  });
}

const placeOf = (at: Region, here: string): string => (at.path === here ? `line ${at.line}` : `${at.path}:${at.line}`);

function hint(text: string, colors: Colors): string[] {
  const [first, ...rest] = wrap(text, WIDTH - 5);
  return [`  ${colors.green('fix:')} ${first}`, ...rest.map((line) => `       ${line}`)];
}

function summary(report: Report, colors: Colors): string {
  const { files, stats } = report;
  const { unshown = [] } = report;
  const counts = countBySeverity([...report.findings, ...unshown]);
  const found = [
    counts.error ? colors.red(plural(counts.error, 'error')) : '0 errors',
    counts.warning ? colors.yellow(plural(counts.warning, 'warning')) : '0 warnings',
    counts.info ? colors.blue(`${counts.info} info`) : '0 info',
    plural(report.suppressed.length, 'suppressed', 'suppressed'),
    ...(unshown.length ? ['errors alone are shown (--quiet)'] : []),
    ...(report.accepted.length ? [`${report.accepted.length} accepted by the baseline`] : []),
  ].join(', ');
  const deep = files.broken.filter(({ tooDeep }) => tooDeep !== undefined).length;
  const syntax = files.broken.length - deep;
  const broken = `${syntax ? `, ${syntax} of them with syntax errors` : ''}${deep ? `, ${deep} of them nested too deep` : ''}`;
  const unsolved = files.unsolved.length ? `, ${plural(files.unsolved.length, 'function')} not followed` : '';
  const failed = files.failed.length ? `, ${plural(files.failed.length, 'rule')} broke off` : '';
  const looked =
    `${plural(files.analysed, 'file')} analysed (${plural(stats.lines, 'line')}${broken}${unsolved}${failed}), ` +
    `${files.silent} silent (tests, generated, ignored), ${files.skipped.length} skipped, ${files.unparsed.length} unparsed`;
  const lines = [
    report.findings.length
      ? colors.bold(found)
      : colors.bold(colors.green(unshown.length ? 'No errors.' : 'No findings.')) + ` ${found}`,
    colors.dim(looked),
  ];
  if (report.fixed)
    lines.push(
      colors.green(
        `${plural(report.fixed, 'baseline entry', 'baseline entries')} mended: data-ethics baseline prune takes them out`,
      ),
    );
  lines.push(...troubles(report, colors));
  if (report.withStats) lines.push('', ...statistics(report, colors));
  return lines.join('\n');
}

const SHOWN_TROUBLES = 10;

function troubles(report: Report, colors: Colors): string[] {
  const { skipped, unparsed, broken, unsolved, failed } = report.files;
  const syntax = broken.map((each) => ({ path: each.path, message: brokenWords(each) }));
  const all = [...failed, ...unparsed, ...syntax, ...unsolved, ...skipped];
  const lines = all
    .slice(0, SHOWN_TROUBLES)
    .map(({ path, message }) => colors.dim(path === '' ? `  ${message}` : `  ${path}: ${message}`));
  if (all.length > SHOWN_TROUBLES)
    lines.push(colors.dim(`  and ${all.length - SHOWN_TROUBLES} more; --format json lists them all`));
  return lines;
}

function statistics(report: Report, colors: Colors): string[] {
  const { stats } = report;
  const rows: [string, string][] = [
    ...Object.entries(stats.times).map(([phase, time]): [string, string] => [phase, `${time.toFixed(0)} ms`]),
    ['source', `${(stats.bytes / 1e6).toFixed(2)} MB, ${plural(stats.lines, 'line')}`],
    [
      'lowered now',
      `${stats.lowered} of ${plural(report.files.analysed, 'file')}${stats.cached ? ', whole result from the cache' : ''}`,
    ],
    ['functions', `${stats.functions}, ${stats.solved} of them solved`],
    ['calls', `${stats.calls}, ${stats.resolvedCalls} of them resolved`],
    ['peak memory', `${(stats.memory / 1048576).toFixed(0)} MB`],
  ];
  const width = Math.max(...rows.map(([name]) => name.length));
  return rows.map(([name, value]) => `  ${colors.dim(name.padEnd(width))}  ${value}`);
}

function wrap(text: string, width: number): string[] {
  const lines: string[] = [''];
  for (const word of text.split(/\s+/)) {
    const last = lines.at(-1)!;
    if (last && last.length + 1 + word.length > width) lines.push(word);
    else lines[lines.length - 1] = last ? `${last} ${word}` : word;
  }
  return lines;
}

const plural = (count: number, one: string, many = `${one}s`): string =>
  `${count.toLocaleString('en')} ${count === 1 ? one : many}`;
