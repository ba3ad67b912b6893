/**
 * Abstract values: small trees of labels. A label is a piece of personal data (source) or stands for
 * whatever a parameter will carry (symbol). Containers are shared and grow in evaluation order, so
 * aliases see each other's stores and a store after a use does not reach it.
 */
import type { State } from '../model';
import { UNKNOWN, type ClassRef, type Type } from '../link/types';
import type { Frame } from './frame';
import type { LibraryValue } from '../match';
import { union } from '../link/type-parts';

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
  /** Its identity; made when it is asked for. */
  readonly key: string;
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
  readonly key: string;
  /** The symbols of its members that were asked for. */
  members: Map<string, SymbolLabel> | null;
}

export type Label = SourceLabel | SymbolLabel;

/** What calling or reading a value leads to. */
export type Denoted =
  | { kind: 'function'; fn: number; frame: Frame | null; self: Value | null; bindings: Bindings | null; bound: readonly Value[] }
  | { kind: 'class'; ref: ClassRef }
  | { kind: 'namespace'; module: number }
  /** `bound`: arguments it was given by `bind`. */
  | { kind: 'library'; value: LibraryValue; bound?: readonly Value[] }
  /** Calling it fills what an instruction made: the setter of a state, `resolve` of a promise. */
  | { kind: 'keeper'; frame: Frame; ordinal: number }
  | { kind: 'schema'; name: string };

/** Arguments that stand behind the symbols of functions, the nearest call first. */
export interface Bindings {
  root: number;
  args: readonly Value[];
  next: Bindings | null;
}

export function boundTo(bindings: Bindings | null, root: number): readonly Value[] | null {
  for (let at = bindings; at; at = at.next) if (at.root === root) return at.args;
  return null;
}

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
  home: string | null;
}

export const SPREAD = '...';

const NO_LABELS: readonly Label[] = [];
const NO_TARGETS: readonly Denoted[] = [];
const NO_VALUES: readonly Value[] = [];
/** Levels of a tree that are kept apart. */
export const DEPTH = 3;
const WIDTH = 64;
/** Comparisons of labels beyond which a table of their keys costs less. */
const MANY = 64;

/** One layout for all values: millions are made, and reading them is what solving does. */
class Tree implements Value {
  constructor(
    public labels: readonly Label[],
    public fields: Map<string, Value> | null,
    public parts: readonly Value[] | null,
    public type: Type,
    public targets: readonly Denoted[],
    public hint: string,
    public inert: boolean,
    public text: string | null,
    public home: string | null,
  ) {}
}

export const typed = (type: Type, hint = ''): Value => new Tree(NO_LABELS, null, null, type, NO_TARGETS, hint, false, null, null);
export const container = (): Value => new Tree(NO_LABELS, new Map(), null, UNKNOWN, NO_TARGETS, '', false, null, null);
export const ofText = (text: string): Value => new Tree(NO_LABELS, null, null, UNKNOWN, NO_TARGETS, '', true, text, null);
export const ofLabels = (labels: readonly Label[]): Value =>
  labels.length === 0 ? EMPTY : new Tree(labels, null, null, UNKNOWN, NO_TARGETS, '', false, null, null);
/** Something that can be called, and holds nothing. */
export const callable = (target: Denoted): Value => new Tree(NO_LABELS, null, null, UNKNOWN, [target], '', true, null, null);

export const EMPTY: Value = typed(UNKNOWN);
export const INERT: Value = make({ inert: true });
/** `false` or `0`: what a projection leaves out. */
export const OFF: Value = make({ inert: true });
/** Member under which a value keeps what calling it gives. */
export const CALLED = '()';
/** What an unknown function gives for mere texts: nothing by itself, a record once it is called somebody. */
export const ANSWER: Value = make({ inert: true });

export function make(part: Omit<Partial<Value>, 'home'>): Value {
  return new Tree(
    part.labels ?? NO_LABELS,
    part.fields ?? null,
    part.parts ?? null,
    part.type ?? UNKNOWN,
    part.targets ?? NO_TARGETS,
    part.hint ?? '',
    part.inert ?? false,
    part.text ?? null,
    null,
  );
}

/** A copy with some of its properties changed; containers stay shared. */
export function altered(value: Value, part: Partial<Value>): Value {
  return new Tree(
    part.labels ?? value.labels,
    part.fields === undefined ? value.fields : part.fields,
    part.parts === undefined ? value.parts : part.parts,
    part.type ?? value.type,
    part.targets ?? value.targets,
    part.hint ?? value.hint,
    part.inert ?? value.inert,
    part.text === undefined ? value.text : part.text,
    part.home ?? value.home,
  );
}

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
  if (a === EMPTY || saysNothing(a)) return b.inert === a.inert || a === EMPTY ? b : altered(b, { inert: false });
  return new Tree(
    unite(a.labels, b.labels),
    joinFields(a.fields, b.fields, depth),
    a.fields || a.parts || b.fields || b.parts ? [...partsOf(a), ...partsOf(b)].slice(0, 8) : null,
    a.type === b.type || b.type.kind === 'unknown' ? a.type : a.type.kind === 'unknown' ? b.type : union([a.type, b.type]),
    a.targets.length === 0 ? b.targets : b.targets.length === 0 ? a.targets : dedupe([...a.targets, ...b.targets]),
    a.hint || b.hint,
    a.inert && b.inert,
    a.text === b.text ? a.text : null,
    null,
  );
}

const partsOf = (value: Value): readonly Value[] => value.parts ?? (value.fields ? [value] : NO_VALUES);

/** A literal, down to its texts and numbers: the program says itself what is in it, and it is nobody's. */
export const isWrittenOut = ({ inert, text, fields, labels, targets, type, home }: Value, depth = DEPTH): boolean =>
  labels.length === 0 &&
  targets.length === 0 &&
  type.kind === 'unknown' &&
  home === null &&
  (fields === null
    ? inert || text !== null
    : fields.size > 0 && depth > 0 && [...fields].every(([name, child]) => name !== SPREAD && isWrittenOut(child, depth - 1)));

/** Joining `b` into `a`, neither of them a container, gives `a`. */
export const addsNothing = (a: Value, b: Value): boolean =>
  !a.fields &&
  !b.fields &&
  b.labels.length === 0 &&
  b.targets.length === 0 &&
  (b.type === a.type || b.type.kind === 'unknown') &&
  (a.hint !== '' || b.hint === '') &&
  (b.inert || !a.inert) &&
  a.text === b.text;

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
  if (a.kind === 'keeper') return b.kind === 'keeper' && a.frame === b.frame && a.ordinal === b.ordinal;
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
  const extra =
    a.length * b.length > MANY ? beyond(a, b) : b.filter((label) => !a.some((own) => own === label || own.key === label.key));
  return extra.length === 0 ? a : [...a, ...extra].slice(0, WIDTH);
}

function beyond(a: readonly Label[], b: readonly Label[]): readonly Label[] {
  const keys = new Set(a.map(({ key }) => key));
  return b.filter(({ key }) => !keys.has(key));
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
