/**
 * Findings of a change: those that touch a changed line, and those that were not there before it. A change can connect a
 * source with a sink in a file it does not touch, or take away a guard, so the state before is analysed too.
 */
import type { Finding, Place } from '../engine/rule';
import { linesOf } from '../engine/suppress/lines';
import type { Session, SessionResult } from '../session';
import { entryOf, splitByBaseline } from '../session/baseline';
import type { Changes } from './git';

/** The result with only what the change is answerable for. The session's texts are as before when this is done. */
export async function ofChange(session: Session, changes: Changes, paths: string[]): Promise<SessionResult> {
  for (const [path, text] of changes.staged) session.update(path, text);
  const now = await session.findings(paths);
  const touched = touching(changes, session.text);
  if (changes.changed.length === 0) return { ...now, findings: [] };
  const before = await findingsBefore(session, changes);
  const fresh = new Set(splitByBaseline(now.findings, before, session.text, '').findings);
  const findings = now.findings.filter((finding) => fresh.has(finding) || touched(finding));
  return { ...now, findings };
}

async function findingsBefore(session: Session, { changed, staged }: Changes): Promise<ReturnType<typeof entryOf>[]> {
  for (const { path, before } of changed) session.update(path, before ?? '');
  const { findings } = await session.findings();
  const shared = { reason: 'it was there', author: '', date: '' };
  const entries = findings.map((finding) => entryOf(finding, session.text, shared));
  for (const { path } of changed) {
    const kept = staged.get(path);
    if (kept === undefined) session.close(path);
    else session.update(path, kept);
  }
  return entries;
}

function touching({ changed }: Changes, text: (path: string) => string): (finding: Finding) => boolean {
  const byPath = new Map(changed.map(({ path, lines }) => [path, lines]));
  const isTouched = ({ path, start, end }: Place): boolean => {
    const pieces = byPath.get(path);
    if (!pieces) return false;
    const lines = linesOf(text(path));
    const [first, last] = [lines.lineAt(start) + 1, lines.lineAt(end) + 1];
    return pieces.some(([from, to]) => from <= last && first <= to);
  };
  return ({ at, path }) => [at, ...path.map((step) => step.at)].some(isTouched);
}
