/** `--fix`: what may be applied without looking is applied, until nothing of it is left. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { linesOf } from '../engine/suppress/lines';
import type { Session } from '../session';
import type { Io } from './io';
import type { Target } from './targets';
import { writeText } from './write';

/** A fix can make room for another; no real file needs this many rounds. */
const MOST_ROUNDS = 10;

export interface Applied {
  path: string;
  /** Line of the finding, counted from 1, when the fix was applied. */
  line: number;
  rule: string;
  title: string;
}

/** Applies the safe fixes to the session's texts. Nothing is written. */
export async function applyFixes(session: Session, target: Target): Promise<Applied[]> {
  const applied: Applied[] = [];
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const { findings } = await session.findings(target.paths);
    let count = 0;
    for (const path of new Set(findings.map(({ at }) => at.path))) {
      const ways = await session.safeFixes(path);
      if (ways.length === 0) continue;
      const lines = linesOf(session.text(path));
      for (const { finding, fix } of ways)
        applied.push({ path, line: lines.lineAt(finding.at.start) + 1, rule: finding.rule, title: fix.title });
      const edits = ways.flatMap(({ fix }) => fix.edits);
      session.update(path, session.edited(path, edits));
      count += ways.length;
    }
    if (count === 0) break;
  }
  return applied;
}

/** Writes the texts that changed. @throws Failure when a file cannot be written. */
export function writeFixes(applied: Applied[], session: Session): void {
  for (const path of new Set(applied.map((each) => each.path))) {
    const file = join(session.root, path);
    const sorry = (code: string | undefined): string => `${path} cannot be written (${code}). Check its permissions.`;
    writeText(file, encoded(session.text(path), readFileSync(file)), sorry);
  }
}

/** In the encoding, and with the byte order mark, that the file had. */
function encoded(text: string, before: Buffer): Buffer {
  const [first, second] = before;
  if (first === 0xff && second === 0xfe) return Buffer.from(`\ufeff${text}`, 'utf16le');
  if (first === 0xfe && second === 0xff) return Buffer.from(`\ufeff${text}`, 'utf16le').swap16();
  return Buffer.from(first === 0xef && second === 0xbb ? `\ufeff${text}` : text);
}

/** Says on standard error what was applied, or would be. */
export function tellFixes(applied: Applied[], isDry: boolean, target: Target, io: Io): void {
  for (const { path, line, rule, title } of applied) io.err(`${target.shownPath(path)}:${line}  ${title}  (${rule})\n`);
  const count = `${applied.length} ${applied.length === 1 ? 'fix' : 'fixes'}`;
  const verb = isDry ? 'would be applied; nothing was written' : applied.length === 1 ? 'was applied' : 'were applied';
  io.err(
    applied.length ? `data-ethics: ${count} ${verb}.\n` : 'data-ethics: nothing can be fixed without somebody looking at it.\n',
  );
}
