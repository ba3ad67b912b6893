import type { InventoryFormat } from './index';
import { rowsOf } from './rows';
import { cellsOf, HEADINGS, NOTHING } from './words';

/** One line per category, after RFC 4180. A cell that a spreadsheet would take for a formula is given as text. */
export const asCsv: InventoryFormat = (audit, shown) => {
  const head = [...HEADINGS, 'First place'];
  const lines = rowsOf(audit).rows.map((row) => {
    const first = row.where.collected ?? row.where.stored ?? row.where.sent;
    return [...cellsOf(row).map((cell) => (cell === NOTHING ? '' : cell)), first ? shown(first) : ''];
  });
  return [head, ...lines].map((cells) => cells.map(quoted).join(',')).join('\r\n') + '\r\n';
};

function quoted(cell: string): string {
  const safe = /^[=+\-@\t]/.test(cell) ? `'${cell}` : cell;
  return /[",\r\n]/.test(safe) ? `"${safe.replace(/"/g, '""')}"` : safe;
}
