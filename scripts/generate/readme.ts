import type { Rule } from '../../server/engine/rule';

const BEGIN = '<!-- rules: begin (npm run generate) -->';
const END = '<!-- rules: end -->';

/** The README with its table of rules renewed. @throws when the marks are missing. */
export function readmeWithRules(readme: string, rules: Rule[]): string {
  const [start, end] = [readme.indexOf(BEGIN), readme.indexOf(END)];
  if (start < 0 || end < start) throw new Error(`README.md needs the lines ${BEGIN} and ${END}.`);
  return `${readme.slice(0, start + BEGIN.length)}\n\n${table(rules)}\n\n${readme.slice(end)}`;
}

function table(rules: Rule[]): string {
  const rows = rules.map((rule) => [
    `[${rule.id}](docs/rules/${rule.id}.md)`,
    rule.title,
    rule.severity,
    rule.preset,
    rule.value,
  ]);
  const cells = [['Rule', 'What it finds', 'Severity', 'From preset', 'Value'], ...rows];
  const widths = cells[0]!.map((_, column) => Math.max(...cells.map((row) => row[column]!.length)));
  const line = (row: string[]): string => `| ${row.map((cell, column) => cell.padEnd(widths[column]!)).join(' | ')} |`;
  const rule = `| ${widths.map((width) => '-'.repeat(width)).join(' | ')} |`;
  return [line(cells[0]!), rule, ...cells.slice(1).map(line)].join('\n');
}
