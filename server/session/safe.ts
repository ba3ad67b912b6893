import type { Finding } from '../engine/rule';
import type { Fix, TextEdit } from '../engine/rule/fixes';

export interface Way {
  finding: Finding;
  fix: Fix;
}

/** One way out of each finding that may be taken without looking. They change this file only and do not touch each other. */
export function safeWays(ways: Way[], path: string): Way[] {
  const taken: TextEdit[] = [];
  const done = new Set<Finding>();
  return ways.filter(({ finding, fix }) => {
    if (done.has(finding) || !isSafe(fix, path)) return false;
    if (fix.edits.some((edit) => taken.some((other) => touches(edit, other)))) return false;
    done.add(finding);
    taken.push(...fix.edits);
    return true;
  });
}

/** What the policy promises is for a person to say, however harmless the words. */
const isSafe = ({ safe, kind, edits }: Fix, path: string): boolean =>
  safe && kind === 'mend' && edits.every(({ at }) => at.path === path);

const touches = (one: TextEdit, other: TextEdit): boolean => one.at.start <= other.at.end && other.at.start <= one.at.end;
