/** What only the whole project can tell about a file, carried along while the file is edited. */
import type { Finding, Place } from '../engine/rule';

/** Findings of a whole run that a glance does not see, and findings of a glance that the whole run does not share. */
export interface Correction {
  text: string;
  missed: Finding[];
  /** As `nameOf` names them. */
  surplus: Set<string>;
}

export function correctionOf(text: string, whole: Finding[], glance: Finding[]): Correction {
  const seen = new Set(glance.map(nameOf));
  const known = new Set(whole.map(nameOf));
  return {
    text,
    missed: whole.filter((finding) => !seen.has(nameOf(finding))),
    surplus: new Set([...seen].filter((name) => !known.has(name))),
  };
}

/** A glance at the present text, with what the last whole run knew better. */
export function corrected(correction: Correction, text: string, glance: Finding[]): Finding[] {
  const moved = correction.missed.flatMap((finding) => shifted(finding, correction.text, text) ?? []);
  const kept = glance.filter((finding) => !correction.surplus.has(nameOf(finding)));
  const names = new Set(kept.map(nameOf));
  return [...kept, ...moved.filter((finding) => !names.has(nameOf(finding)))].sort(
    (a, b) => a.at.start - b.at.start || (a.rule < b.rule ? -1 : Number(a.rule > b.rule)),
  );
}

/** A finding's name survives that it moves; how grave it is may be for other files to tell, so that belongs to it. */
export const nameOf = ({ rule, symbol, kind, severity, message }: Finding): string =>
  [rule, symbol, kind, severity, message].join('\n');

/** The finding where it stands after the edit; undefined when the edit touched it. */
function shifted(finding: Finding, before: string, after: string): Finding | undefined {
  if (before === after) return finding;
  const edit = differenceOf(before, after);
  const { path } = finding.at;
  const extent = move(finding.extent, path, edit);
  const at = move(finding.at, path, edit);
  if (!extent || !at) return undefined;
  const steps = finding.path.flatMap((step) => {
    const moved = move(step.at, path, edit);
    return moved ? [{ ...step, at: moved }] : [];
  });
  return { ...finding, at, extent, path: steps };
}

export interface Edit {
  start: number;
  end: number;
  delta: number;
}

/** The one stretch in which two texts differ. */
export function differenceOf(before: string, after: string): Edit {
  const most = Math.min(before.length, after.length);
  let start = 0;
  while (start < most && before[start] === after[start]) start++;
  let same = 0;
  while (same < most - start && before[before.length - 1 - same] === after[after.length - 1 - same]) same++;
  return { start, end: before.length - same, delta: after.length - before.length };
}

function move(place: Place, path: string, { start, end, delta }: Edit): Place | undefined {
  if (place.path !== path || place.end <= start) return place;
  return place.start >= end ? { ...place, start: place.start + delta, end: place.end + delta } : undefined;
}
