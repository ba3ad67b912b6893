/** Edits that change nothing but where things stand: what was found stays found, in its new place. */
import type { ModuleIR } from '../engine/ir';
import type { Finding, Place } from '../engine/rule';
import { differenceOf, type Edit } from './shifts';

/** What an edit may put in or take out without touching a token that a place begins or ends with. */
const HARMLESS = /^[\s\w,!?-]*$/;

/** Findings of a file after an edit that left its IR as it was; undefined when they have to be worked out anew. */
export function movedFindings(
  findings: Finding[],
  before: { module: ModuleIR; text: string },
  after: { module: ModuleIR; text: string },
): Finding[] | undefined {
  const edit = differenceOf(before.text, after.text);
  const inserted = after.text.slice(edit.start, edit.end + edit.delta);
  if (!HARMLESS.test(inserted) || !HARMLESS.test(before.text.slice(edit.start, edit.end))) return undefined;
  if (!isAlike(before.module, after.module)) return undefined;
  const moved = findings.map((finding) => moveAll(finding, after.module.path, edit));
  return moved.every((finding) => finding !== undefined) ? moved : undefined;
}

/** Where something stands, and what follows from it. */
const PLACES = new Set(['start', 'end', 'hash', 'places', 'stats']);

/** Are two values the same but for places? */
function isAlike(one: unknown, other: unknown): boolean {
  if (one === other) return true;
  if (typeof one !== 'object' || typeof other !== 'object' || one === null || other === null) return false;
  if (ArrayBuffer.isView(one) && ArrayBuffer.isView(other)) return areEqual(one as Int32Array, other as Int32Array);
  if (Array.isArray(one) && Array.isArray(other))
    return one.length === other.length && one.every((each, index) => isAlike(each, other[index]));
  const [left, right] = [one as Record<string, unknown>, other as Record<string, unknown>];
  const keys = Object.keys(left);
  return keys.length === Object.keys(right).length && keys.every((key) => PLACES.has(key) || isAlike(left[key], right[key]));
}

const areEqual = (one: Int32Array, other: Int32Array): boolean =>
  one.length === other.length && one.every((word, index) => word === other[index]);

/** A finding with every place of the file in it moved: its own, its steps, its data, the edits of its fixes. */
function moveAll(finding: Finding, path: string, edit: Edit): Finding | undefined {
  let isLost = false;
  const walk = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(walk);
    if (typeof value !== 'object' || value === null) return value;
    if (isPlace(value)) {
      const place = value.path === path ? moved(value, edit) : value;
      isLost ||= place === undefined;
      return place;
    }
    return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, walk(inner)]));
  };
  const found = walk(finding) as Finding;
  return isLost ? undefined : found;
}

const isPlace = (value: object): value is Place => 'path' in value && 'start' in value && 'end' in value;

/** Before the edit it stays, behind it moves, around it grows; an edit over its border loses it. */
function moved(place: Place, { start, end, delta }: Edit): Place | undefined {
  if (place.end <= start) return place;
  if (place.start >= end) return { ...place, start: place.start + delta, end: place.end + delta };
  return place.start <= start && place.end >= end ? { ...place, end: place.end + delta } : undefined;
}
