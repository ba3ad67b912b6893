/**
 * For a comment on a pull request: counts, then findings by file behind a fold. It ends before the 65,536 characters that
 * GitHub takes in a comment, and says how many are left. The first line is a mark by which a later run finds its comment.
 */
import type { Severity } from '../engine/rule';
import { docsUrl } from './docs';
import { byFile, countsInWords, elided, type Format, type Region, type Report, type ReportedFinding } from './report';

const MARK = '<!-- data-ethics -->';
const STEPS = 20;
const LONGEST = 60_000;
const SIGNS: Record<Severity, string> = { error: '🔴 error', warning: '🟠 warning', info: '🔵 info' };

export const markdown: Format = (report) => {
  const { findings } = report;
  const head = [MARK, `## data-ethics: ${findings.length ? countsInWords(findings) : 'no findings'}`, looked(report)];
  const blocks: string[] = [];
  let [length, shown] = [head.join('\n\n').length, 0];
  for (const [path, own] of byFile(findings)) {
    const block = fileBlock(path, own, report.version);
    if (length + block.length > LONGEST) break;
    blocks.push(block);
    length += block.length + 2;
    shown += own.length;
  }
  const left = findings.length - shown;
  const rest = left > 0 ? [`**${left} more** are in the other files: run \`data-ethics check\`, or see the SARIF report.`] : [];
  return `${[...head, ...blocks, ...rest].join('\n\n')}\n`;
};

function looked({ files, suppressed, accepted, stats }: Report): string {
  const parts = [
    `${files.analysed} files and ${stats.lines} lines analysed`,
    `${suppressed.length} findings suppressed with a reason`,
  ];
  if (accepted.length) parts.push(`${accepted.length} accepted by the baseline`);
  if (files.unparsed.length) parts.push(`${files.unparsed.length} files not understood`);
  if (files.unsolved.length) parts.push(`${files.unsolved.length} functions not followed`);
  if (files.failed.length) parts.push(`${files.failed.length} rules broke off`);
  return `${parts.join(', ')}.`;
}

function fileBlock(path: string, findings: ReportedFinding[], version: string): string {
  const title = `<summary>${html(path)}: ${countsInWords(findings)}</summary>`;
  return [`<details open>${title}`, ...findings.map((finding) => findingBlock(finding, version)), '</details>'].join('\n\n');
}

function findingBlock({ at, severity, rule, message, code, steps, hint }: ReportedFinding, version: string): string {
  const lines = [
    `**${SIGNS[severity]}** [${rule}](${docsUrl(rule, version)}) line ${at.line}: ${escaped(message)}`,
    fenced(code.trim()),
  ];
  if (steps.length > 1)
    lines.push(
      elided(steps, STEPS)
        .map((step, index) => `${index + 1}. ${placed(step.at, at)}: ${escaped(step.words)}`)
        .join('\n'),
    );
  if (hint) lines.push(`Fix: ${escaped(hint)}`);
  return lines.join('\n\n');
}

const placed = (step: Region, at: Region): string =>
  step.path === at.path ? `line ${step.line}` : escaped(`${step.path}:${step.line}`);

/** A fence longer than any run of backticks in the code. */
function fenced(code: string): string {
  const longest = Math.max(2, ...[...code.matchAll(/`+/g)].map(([run]) => run.length));
  const fence = '`'.repeat(longest + 1);
  return `${fence}ts\n${code}\n${fence}`;
}

const html = (words: string): string => words.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');
/** Names in code may hold anything: no markup, no mention of a person, no link comes from them. */
const escaped = (words: string): string =>
  html(words.replace(/\s+/g, ' '))
    .replace(/[\\`*_[\]#|~]/g, '\\$&')
    .replace(/@/g, '@\u200b');
