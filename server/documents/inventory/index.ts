/** The inventory in each of its formats. */
import type { Place } from '../../engine/rule';
import type { Audit } from '../../session';
import { asCsv } from './csv';
import { asJson } from './json';
import { asMarkdown } from './markdown';
import { asTable } from './table';

export type InventoryFormat = (audit: Audit, shown: (place: Place) => string) => string;

export const inventoryFormats: Record<string, InventoryFormat> = {
  table: asTable,
  json: asJson,
  markdown: asMarkdown,
  csv: asCsv,
};
