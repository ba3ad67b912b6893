/** Trees of labels as wholes: copies that later stores do not change, cut where they grew too large, and what is at and below a value. */
import { BLANK } from '../link/types';
import { DEPTH, altered, make, typed, unite, type Label, type Value } from './values';

/** Nodes and labels of what leaves a function; records of real programs have less than half of it. */
const LARGEST = 384;

export function mapFields(fields: ReadonlyMap<string, Value>, change: (child: Value) => Value): Map<string, Value> {
  const out = new Map<string, Value>();
  for (const [name, child] of fields) out.set(name, change(child));
  return out;
}

/** `{ email: '' }` as the first value of a state: its empty texts are filled in by whoever uses it. */
export function fillable(value: Value, depth = DEPTH): Value {
  if (!value.fields || depth === 0) return value;
  const fields = mapFields(value.fields, (child) =>
    child.inert && child.text === '' && !child.fields ? typed(BLANK) : fillable(child, depth - 1),
  );
  return altered(value, { fields, parts: null });
}

/**
 * A copy that later stores do not change, cut at depth 3: what leaves a function. Every caller copies it again: where a
 * record of records has hundreds of members, the lowest level is one.
 */
export function snapshot(value: Value): Value {
  let depth = DEPTH;
  while (depth > 1 && room(value, depth, LARGEST) < 0) depth--;
  return copied(value, depth);
}

/** What a call gives, with what its arguments brought: cut as what leaves a function is, where it grew too large. */
export const bounded = (value: Value): Value => (room(value, DEPTH, LARGEST) < 0 ? snapshot(value) : value);

function copied(value: Value, depth: number): Value {
  if (!value.fields && !value.parts) return value;
  if (depth === 0) return make({ labels: flatten(value), type: value.type, hint: value.hint, targets: value.targets });
  const fields = value.fields ? mapFields(value.fields, (child) => copied(child, depth - 1)) : null;
  return altered(value, { fields, parts: null });
}

/** What is left of a number of nodes and labels when the value is copied down to a depth; less than 0 when it does not suffice. */
function room(value: Value, depth: number, most: number): number {
  let left = most - 1 - value.labels.length;
  if (!value.fields || depth === 0) return left;
  for (const child of value.fields.values()) if ((left = room(child, depth - 1, left)) < 0) return left;
  return left;
}

/** All labels at and below a value. */
export function flatten(value: Value, depth = DEPTH): readonly Label[] {
  if (!value.fields || depth === 0) return value.labels;
  let out = value.labels;
  for (const child of value.fields.values()) out = unite(out, flatten(child, depth - 1));
  return out;
}

/** The same tree with every label changed; `null` drops a label. */
export function mapLabels(value: Value, change: (label: Label) => Label | null, depth = DEPTH): Value {
  if (value.labels.length === 0 && !value.fields) return value;
  const labels = value.labels.map(change).filter((label) => label !== null);
  const fields = value.fields && depth > 0 ? mapFields(value.fields, (child) => mapLabels(child, change, depth - 1)) : null;
  return altered(value, { labels, fields, parts: null });
}
