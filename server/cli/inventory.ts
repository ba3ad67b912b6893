import { inventoryFormats } from '../documents/inventory';
import type { Io } from './io';
import { auditOf, type AuditOptions } from './audit';

/** Prints what a project holds about people, where it comes in, where it is kept and where it goes. */
export async function inventory(folder: string, options: AuditOptions & { format: string }, io: Io): Promise<void> {
  const { audit, shown } = await auditOf(folder, options, io);
  io.out(inventoryFormats[options.format]!(audit, shown));
}
