import type { InventoryFormat } from './index';
import { rowsOf, type Row } from './rows';
import { cellsOf, channelsIn, countsOf, EMPTY, firstOf, HEADINGS, LEGEND, LIMITS } from './words';

/** The whole list, then the places of each category. */
export const asMarkdown: InventoryFormat = (audit, shown) => {
  const rows = rowsOf(audit);
  if (rows.rows.length === 0) return `# Data inventory\n\n${EMPTY}\n`;
  const places = ({ holding }: Row): string[] => [
    ...holding.collected.map((point) => `- collected: \`${point.words}\` (${point.kind}, ${point.channel}), ${shown(point.at)}`),
    ...holding.stored.map((point) => `- stored: \`${point.words}\`, ${shown(point.at)}`),
    ...holding.sent.map((sending) => {
      const to = sending.recipient < 0 ? sending.kind : audit.inventory.recipients[sending.recipient]!.name;
      return `- ${sending.recipient < 0 ? 'kept in' : 'sent to'} ${to}: \`${sending.words}\` (${sending.state}), ${shown(sending.at)}`;
    }),
  ];
  const table = [line([...HEADINGS]), line(HEADINGS.map(() => '---')), ...rows.rows.map((row) => line(cellsOf(row)))].join('\n');
  return [
    '# Data inventory',
    countsOf(rows, audit.inventory.coverage.modules),
    ...[channelsIn(rows)].filter(Boolean),
    ...firstOf(rows).map(({ heading, lines }) => `## ${heading}\n\n${lines.map((each) => `- ${each}`).join('\n')}`),
    `## All categories\n\n${table}\n\n${LEGEND}`,
    ...rows.rows.map((row) => `### ${row.holding.title}\n\n${places(row).join('\n')}`),
    LIMITS,
  ]
    .join('\n\n')
    .concat('\n');
};

const line = (cells: string[]): string => `| ${cells.map((cell) => cell.replace(/\|/g, '\\|')).join(' | ')} |`;
