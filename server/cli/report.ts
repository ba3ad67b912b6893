import { reportPage } from '../documents/report/page';
import { CONFIG_NAME } from '../engine/policy';
import { VERSION } from '../session/version';
import { rules } from '../../rules';
import { auditOf, type AuditOptions } from './audit';
import type { Io } from './io';
import { pageFormats, write } from './notice';

export interface ReportOptions extends AuditOptions {
  format: string;
  output?: string;
  public?: boolean;
}

/** Writes the report of a team, or the one for everybody. */
export async function report(folder: string, options: ReportOptions, io: Io): Promise<void> {
  const { audit, shown } = await auditOf(folder, options, io);
  const policy = audit.policies.includes(CONFIG_NAME) ? CONFIG_NAME : (audit.policies[0] ?? '');
  const page = reportPage({ audit, policy, rules, version: VERSION, shown, isPublic: options.public === true });
  write(options.output, pageFormats[options.format]!(page), io);
}
