import type { InventoryFormat } from './index';
import { rowsOf } from './rows';
import { cellsOf, channelsIn, countsOf, EMPTY, firstOf, HEADINGS, LEGEND, LIMITS } from './words';

const WIDEST = 30;

/** Aligned columns for a terminal; long lists are cut, the other formats have them whole. */
export const asTable: InventoryFormat = (audit) => {
  const rows = rowsOf(audit);
  if (rows.rows.length === 0) return `${EMPTY}\n`;
  const cells = [[...HEADINGS], ...rows.rows.map((row) => cellsOf(row, 2).map(cut))];
  const widths = HEADINGS.map((_, column) => Math.max(...cells.map((row) => row[column]!.length)));
  const lines = cells.map((row) =>
    row
      .map((cell, column) => cell.padEnd(widths[column]!))
      .join('  ')
      .trimEnd(),
  );
  const rule = widths.map((width) => '─'.repeat(width)).join('  ');
  const first = firstOf(rows).map(({ heading, lines: own }) => [heading, ...own.map((line) => `  ${line}`)].join('\n'));
  const table = [lines[0], rule, ...lines.slice(1)].join('\n');
  const counts = [countsOf(rows, audit.inventory.coverage.modules), channelsIn(rows)].filter(Boolean).join('\n');
  return `${[counts, ...first, table, LEGEND, LIMITS].join('\n\n')}\n`;
};

const cut = (cell: string): string => (cell.length > WIDEST ? `${cell.slice(0, WIDEST - 1)}…` : cell);
