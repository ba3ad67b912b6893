import type { Place } from '../../engine/rule';
import type { InventoryFormat } from './index';
import { rowsOf } from './rows';

const SCHEMA_VERSION = 1;

/** Everything, with places as "path:line". The shape changes only with `schemaVersion`. */
export const asJson: InventoryFormat = (audit, shown) => {
  const { recipients, helpers, coverage } = audit.inventory;
  const { rows, counts, channels } = rowsOf(audit);
  const categories = rows.map(({ holding, where: _, ...row }) => ({ ...holding, ...row }));
  const document = { schemaVersion: SCHEMA_VERSION, counts, channels, coverage, categories, recipients, helpers };
  return `${JSON.stringify(document, (_key, value: unknown) => (isPlace(value) ? shown(value) : value), 2)}\n`;
};

const isPlace = (value: unknown): value is Place =>
  typeof value === 'object' &&
  value !== null &&
  'path' in value &&
  'start' in value &&
  'end' in value &&
  Object.keys(value).length === 3;
