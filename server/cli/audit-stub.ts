import { resolve } from 'node:path';
import { decisionNames, decisionOf } from '../documents/audit/decision';
import { auditPage } from '../documents/audit/page';
import { auditSkeleton } from '../documents/audit/skeleton';
import { didYouMean } from '../engine/policy/nearest';
import { auditOf, type AuditOptions } from './audit';
import type { Io } from './io';
import { pageFormats } from './notice';
import { writeText } from './write';

/** Writes the frame of a bias audit for one decision. What somebody may have filled in is never overwritten. */
export async function stub(
  name: string,
  folder: string,
  options: AuditOptions & { format: string; output?: string },
  io: Io,
): Promise<void> {
  const { audit, shown } = await auditOf(folder, options, io);
  const decision = decisionOf(audit, name);
  if (decision.entries.length === 0 && decision.findings.length === 0) io.err(unknown(name, decisionNames(audit)));
  const page = pageFormats[options.format];
  const document = page ? page(auditPage(decision, audit.today, shown)) : auditSkeleton(decision, { today: audit.today, shown });
  if (options.output === undefined) return io.out(document);
  const { output } = options;
  const sorry = (code: string | undefined): string =>
    code === 'EEXIST'
      ? `${output} is there already and was left as it is. Name another file with --output.`
      : `${output} cannot be written (${code}). Name another file with --output.`;
  writeText(resolve(io.cwd, output), document, sorry, true);
  io.out(`Wrote ${output}.\n`);
}

function unknown(name: string, known: string[]): string {
  const hint = known.length > 0 ? `${didYouMean(name, known)} Code shows these: ${known.slice(0, 20).join(', ')}.` : '';
  return `Code shows no attribute of a person in a decision called '${name}'.${hint} The frame is written all the same.\n`;
}
