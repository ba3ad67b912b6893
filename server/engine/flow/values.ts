/**
 * Abstract values: small trees of labels. A label is a piece of personal data (source) or stands for
 * whatever a parameter will carry (symbol). Containers are shared and grow in evaluation order, so
 * aliases see each other's stores and a store after a use does not reach it.
 */
import type { State } from '../model';
import { UNKNOWN, union, type ClassRef, type Type } from '../link/types';
import type { Frame } from './frame';
import type { LibraryValue } from '../match';

/** 3 high, 2 medium, 1 low. */
export type Trust = 1 | 2 | 3;

export interface SourceLabel {
  kind: 'source';
  category: string;
  /** As the code names it: "user.email". */
  words: string;
  datum: 'field' | 'record' | 'origin';
  trust: Trust;
  state: State;
  /** Encoders and unkeyed hashes it went through. */
  through: readonly string[];
  /** Where it was recognised: function and instruction. */
  fn: number;
  ordinal: number;
  /** The call through which it came into a cell, and the functions that handed it on to there. */
  entered?: { fn: number; ordinal: number; fillers: readonly number[] };
  key: string;
}

export interface SymbolLabel {
  kind: 'symbol';
  root: number;
  /** Parameter index. */
  parameter: number;
  path: readonly string[];
  state: State;
  trust: Trust;
  through: readonly string[];
  key: string;
  /** The symbols of its members that were asked for. */
  members?: Map<string, SymbolLabel>;
}

export type Label = SourceLabel | SymbolLabel;

/** What calling or reading a value leads to. */
export type Denoted =
  | { kind: 'function'; fn: number; frame: Frame | null; self: Value | null; bindings: Bindings | null; bound: readonly Value[] }
  | { kind: 'class'; ref: ClassRef }
  | { kind: 'namespace'; module: number }
  /** `bound`: arguments it was given by `bind`. */
  | { kind: 'library'; value: LibraryValue; bound?: readonly Value[] }
  | { kind: 'schema'; name: string };

/** Arguments that stand behind the symbols of a function. */
export type Bindings = ReadonlyMap<number, { args: readonly Value[]; rest: number }>;

export interface Value {
  labels: readonly Label[];
  /** Children by name; '[]' is any element, '*' anything below without a name of its own, SPREAD a whole value spread into this one. */
  fields: Map<string, Value> | null;
  /** Containers behind a joined value: stores go to all of them. */
  parts: readonly Value[] | null;
  type: Type;
  targets: readonly Denoted[];
  /** The nearest meaningful name, for evidence by name ("user"). */
  hint: string;
  /** Certainly without personal content: a literal, a comparison, a count, a function. */
  inert: boolean;
  /** Text of a literal string. */
  text: string | null;
  /** Key of the cell that holds it: what is put into it outlives the call. */
  home?: string;
}

export const SPREAD = '...';

const NO_LABELS: readonly Label[] = [];
const NO_TARGETS: readonly Denoted[] = [];
const DEPTH = 3;
const WIDTH = 64;

export const EMPTY: Value = Object.freeze(make({}));
export const INERT: Value = Object.freeze(make({ inert: true }));

export function make(part: Partial<Value>): Value {
  return {
    labels: part.labels ?? NO_LABELS,
    fields: part.fields ?? null,
    parts: part.parts ?? null,
    type: part.type ?? UNKNOWN,
    targets: part.targets ?? NO_TARGETS,
    hint: part.hint ?? '',
    inert: part.inert ?? false,
    text: part.text ?? null,
  };
}

export const container = (): Value => make({ fields: new Map() });
export const ofText = (text: string): Value => make({ inert: true, text });
export const ofLabels = (labels: readonly Label[]): Value => (labels.length === 0 ? EMPTY : make({ labels }));
export const typed = (type: Type, hint = ''): Value => make({ type, hint });

/** Nothing is known about it: evidence by the name it gets may speak. */
export const isBlank = (value: Value): boolean =>
  !value.inert &&
  value.labels.length === 0 &&
  value.fields === null &&
  value.targets.length === 0 &&
  value.type.kind === 'unknown';

/** Containers may hold themselves: below depth 3 a joined child is one of the two. */
export function join(a: Value, b: Value, depth = DEPTH): Value {
  if (a === b || b === EMPTY || saysNothing(b)) return a;
  if (a === EMPTY || saysNothing(a)) return b.inert === a.inert || a === EMPTY ? b : { ...b, inert: false };
  const parts = [...(a.parts ?? (a.fields ? [a] : [])), ...(b.parts ?? (b.fields ? [b] : []))];
  return {
    labels: unite(a.labels, b.labels),
    fields: joinFields(a.fields, b.fields, depth),
    parts: parts.length > 0 ? parts.slice(0, 8) : null,
    type: a.type === b.type || b.type.kind === 'unknown' ? a.type : a.type.kind === 'unknown' ? b.type : union([a.type, b.type]),
    targets: a.targets.length === 0 ? b.targets : b.targets.length === 0 ? a.targets : dedupe([...a.targets, ...b.targets]),
    hint: a.hint || b.hint,
    inert: a.inert && b.inert,
    text: a.text === b.text ? a.text : null,
  };
}

const saysNothing = (value: Value): boolean => value.inert && !value.text && !value.fields && value.targets.length === 0;

function dedupe(targets: Denoted[]): Denoted[] {
  const out: Denoted[] = [];
  for (const target of targets) if (!out.some((other) => same(other, target))) out.push(target);
  return out.slice(0, 9);
}

function same(a: Denoted, b: Denoted): boolean {
  if (a === b) return true;
  if (a.kind === 'function')
    return b.kind === 'function' && a.fn === b.fn && a.frame === b.frame && a.bindings === b.bindings && a.self === b.self;
  if (a.kind === 'class') return b.kind === 'class' && a.ref.module === b.ref.module && a.ref.class === b.ref.class;
  if (a.kind === 'library')
    return (
      b.kind === 'library' &&
      a.value.type === b.value.type &&
      a.value.model === b.value.model &&
      a.value.site === b.value.site &&
      a.bound === b.bound
    );
  return false;
}

export const joinAll = (values: readonly Value[]): Value => values.reduce((sum, value) => join(sum, value), EMPTY);

function joinFields(a: Map<string, Value> | null, b: Map<string, Value> | null, depth: number): Map<string, Value> | null {
  if (!a || !b) return a ? new Map(a) : b ? new Map(b) : null;
  const out = new Map(a);
  for (const [name, value] of b) {
    const own = out.get(name);
    out.set(name, own && own !== value && depth > 0 ? join(own, value, depth - 1) : (own ?? value));
  }
  return out;
}

export function unite(a: readonly Label[], b: readonly Label[]): readonly Label[] {
  if (a.length === 0) return b;
  if (b.length === 0 || a === b) return a;
  const extra = b.filter((label) => !a.some((own) => own.key === label.key));
  return extra.length === 0 ? a : [...a, ...extra].slice(0, WIDTH);
}

/** Weak store into every container behind the receiver. */
export function put(receiver: Value, name: string, value: Value): void {
  for (const target of receiver.parts ?? [receiver]) {
    if (!target.fields) continue;
    const key = target.fields.size >= WIDTH && !target.fields.has(name) ? '*' : name;
    const own = target.fields.get(key);
    target.fields.set(key, own && own !== value ? join(own, value) : value);
  }
  if (receiver.parts && receiver.fields) receiver.fields.set(name, value);
}

/** A copy that later stores do not change, cut at depth 3: what leaves a function. */
export function snapshot(value: Value, depth = DEPTH): Value {
  if (!value.fields && !value.parts) return value;
  if (depth === 0) return make({ labels: flatten(value), type: value.type, hint: value.hint, targets: value.targets });
  const fields = value.fields ? new Map([...value.fields].map(([name, child]) => [name, snapshot(child, depth - 1)])) : null;
  return { ...value, fields, parts: null };
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
  const fields =
    value.fields && depth > 0
      ? new Map([...value.fields].map(([name, child]) => [name, mapLabels(child, change, depth - 1)]))
      : null;
  return { ...value, labels, fields, parts: null };
}
