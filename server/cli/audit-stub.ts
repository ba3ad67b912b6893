import { auditStub } from '../documents/audit-stub';
import { auditOf, type AuditOptions } from './audit';
import type { Io } from './io';
import { pageFormats, write } from './notice';

/** Writes the frame of a bias audit for one decision. */
export async function stub(
  decision: string,
  folder: string,
  options: AuditOptions & { format: string; output?: string },
  io: Io,
): Promise<void> {
  const { audit, shown } = await auditOf(folder, options, io);
  write(options.output, pageFormats[options.format]!(auditStub(audit, decision, shown)), io);
}
