import { openSession, type Audit, type Session } from '../session';
import { linesOf } from '../engine/suppress/lines';
import type { Place } from '../engine/rule';
import { configurationFailure, sourcesMissing } from './failure';
import type { Io } from './io';
import { progressLine } from './progress';
import { targetsOf, type Target } from './targets';

export interface AuditOptions {
  cache: boolean;
}

/** How a document shows a place: "src/orders.ts:14". */
export type Shown = (place: Place) => string;

/** The data audit of one folder, which is a project or a part of one. @throws Failure for what the user can mend. */
export async function auditOf(
  folder: string,
  options: AuditOptions,
  io: Io,
): Promise<{ audit: Audit; shown: Shown; session: Session; target: Target }> {
  const targets = targetsOf([folder], io.cwd);
  const target = targets[0]!;
  const progress = progressLine(io);
  const session = openSession(target.root, { cache: options.cache ? undefined : false, onProgress: progress.show });
  if (session.configErrors.length) throw configurationFailure(session.configErrors, target);
  const audit = await session.inventory();
  progress.clear();
  const { files } = audit.result;
  if (files.analysed + files.silent + files.skipped.length + files.unparsed.length === 0) throw sourcesMissing(target);
  const lines = new Map<string, ReturnType<typeof linesOf>>();
  const shown: Shown = ({ path, start }) => {
    const own = lines.get(path) ?? linesOf(session.text(path));
    lines.set(path, own);
    return `${target.shownPath(path)}:${own.lineAt(start) + 1}`;
  };
  return { audit, shown, session, target };
}
