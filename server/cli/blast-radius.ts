import { blastRadiusOf, blastRadiusText } from '../documents/blast-radius';
import { didYouMean } from '../engine/policy/nearest';
import { knownIds } from '../session/known';
import { auditOf, type AuditOptions } from './audit';
import { Failure } from './failure';
import type { Io } from './io';

/** Prints every place where a category lives. @throws Failure for a category that does not exist. */
export async function blastRadius(
  category: string,
  folder: string,
  options: AuditOptions & { format: string },
  io: Io,
): Promise<void> {
  const { categories } = knownIds();
  if (!categories.includes(category))
    throw new Failure(
      `there is no category '${category}'.${didYouMean(category, categories)} data-ethics inventory lists what the project holds.`,
    );
  const { audit, shown } = await auditOf(folder, options, io);
  const found = blastRadiusOf(audit, category, shown);
  if (options.format === 'json') return io.out(`${JSON.stringify(found ?? { category, sections: [] }, null, 2)}\n`);
  io.out(found ? blastRadiusText(found) : `Nothing of the category '${category}' was found in what could be read.\n`);
}
