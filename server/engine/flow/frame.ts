/** One evaluation of a function: its values, its slots, and what it says to its callers. */
import type { Program } from '../link/program';
import type { Reader } from '../link/reader';
import type { Types } from '../link/types';
import type { Cases } from './cases';
import type { Schemas } from '../link/schemas';
import type { Matcher } from '../match';
import type { Model, Sink } from '../model';
import type { LibraryValue } from '../match';
import type { Classifier } from '../classify';
import type { Config } from '../policy';
import { EMPTY, put, type SourceLabel, type SymbolLabel, type Value } from './values';
import type { Personal } from './personal';

/** A sink at its own place: one instruction of one function. */
export interface SinkSite {
  fn: number;
  ordinal: number;
  sink: Sink | HashSink;
  part: 'data' | 'url' | 'params' | 'hash';
  /** Argument path of the sink's model that took the data; the key of a cell. */
  argument: string;
  model: Model;
  library: LibraryValue;
  /** "logger.info". */
  words: string;
  /** Offset of argument 0 among the instruction's values: where arguments are found again. */
  key: string;
}

/** An unkeyed hash, an encoder, or a cell that outlives the call: what it takes in is followed like what reaches a sink. */
export interface HashSink {
  kind: 'hash' | 'encoding' | 'cell';
}

/** A call on the way from the place of a finding to the sink. */
export interface Hop {
  fn: number;
  ordinal: number;
  words: string;
  next: Hop | null;
}

/** A parameter's content reaches a sink. `at` is the path below the sink's argument. */
export interface SinkEdge {
  label: SymbolLabel;
  at: string;
  site: SinkSite;
  hops: Hop | null;
}

/** A function that a parameter brought is called with these arguments. */
export interface Invocation {
  callee: SymbolLabel;
  args: readonly Value[];
}

export interface Summary {
  returns: Value;
  /** Each once, in the order they were found. */
  sinks: SinkEdge[];
  /** Functions that it was given and calls, each once; null until there is one. */
  invokes: Invocation[] | null;
  /** Provisional: a callee further up the stack was not finished. */
  open: boolean;
}

/** Personal content arrived at a sink; placed at (fn, ordinal). */
export interface RawFlow {
  fn: number;
  ordinal: number;
  site: SinkSite;
  hops: Hop | null;
  data: { label: SourceLabel; at: string }[];
}

/** Personal content, hashed or not, is kept under a name that promises that nobody can be recognised. */
export interface RawHash {
  label: SourceLabel;
  claim: string;
}

export interface Frame {
  fn: number;
  /** Module index and function index in it. */
  module: number;
  index: number;
  reader: Reader;
  parent: Frame | null;
  values: (Value | undefined)[];
  /** Everything stored in each slot so far, by this function and nested ones. */
  slots: (Value | undefined)[];
  /** What nested functions stored; null until one does. */
  outside: (Value | undefined)[] | null;
  self: Value;
  summary: Summary;
  /** Summaries of the functions written inside, by `modeOf`; null until one is solved. */
  nested: Map<number, Summary> | null;
  /** Which instructions' values are taken by others; null until somebody asks. */
  used: Uint8Array | null;
  /** Where it runs only for some texts of a parameter; undefined until somebody asks. */
  cases: Cases | null | undefined;
  /** A nested function stored labelled content in a slot of this one: loads before it must be seen again. */
  dirty: boolean;
  /** Loads and stores behind them that they see in a loop, in turn, found in the first pass; null until there is one. */
  late: number[] | null;
  /** What was put later into what an instruction made (`keepers.ts`); null until something is. */
  held: Map<number, Value> | null;
  /** Shared by the whole nest. */
  nest: Nest;
}

export interface Nest {
  root: number;
  deep: boolean;
  /** Null until something arrives. */
  flows: Map<string, RawFlow> | null;
  hashes: Map<string, RawHash> | null;
  /** A container got new content where it stands: what was read out of it before may have to be read again. */
  grew: boolean;
  /** Nested functions being solved, against recursion. */
  busy: number[];
  /** Functions that run what they were handed, the innermost last, against those that are handed to each other. */
  handing: number[];
  /** What nested functions are given, by parameter (`parameterCell`): something typed or written out, or null for several. Absent until one is. */
  given?: Map<number, Value | null>;
  /** The frames of the nest by function, for questions about control; absent where nobody asks. */
  frames?: Map<number, Frame>;
  /** Project functions that run at each call of the nest ("fn:ordinal"), kept with the frames. */
  callees?: Map<string, Set<number>>;
}

/** What names a cell: a text; a number for a parameter (not negative) or a variable of a module (negative). */
export type CellKey = string | number;

/** What outlives calls under one key. */
export interface Cell {
  readonly key: CellKey;
  /** Null until something is stored. */
  value: Value | null;
  /** What fills it before anybody reads it was solved. */
  isReady: boolean;
  /** Functions that are solved again when it grows. */
  readers: number[] | Set<number>;
  /** Something personal is in it. */
  isFilled: boolean;
  /** What callers put into it: places and labels. */
  told: Set<string> | null;
}

const MOST_PARAMETERS = 256;
const MOST_SLOTS = 1 << 16;

/** What the one who calls a function that is handed over gives to its parameters: types of a library, origins. */
export const parameterCell = (fn: number, position: number): number =>
  fn * MOST_PARAMETERS + Math.min(position, MOST_PARAMETERS - 1);
/** What functions beside the module's own nest put into its variable. */
export const slotCell = (module: number, slot: number): number => -1 - module * MOST_SLOTS - slot;
export const slotOf = (key: number): { module: number; slot: number } | null =>
  key < 0 ? { module: Math.floor((-1 - key) / MOST_SLOTS), slot: (-1 - key) % MOST_SLOTS } : null;
export const isParameterCell = (key: CellKey): boolean => typeof key === 'number' && key >= 0;

export interface Engine {
  program: Program;
  types: Types;
  schemas: Schemas;
  classifier: Classifier;
  personal: Personal;
  matcher: Matcher;
  config(path: string): Config;
  /**
   * Summary of a function that is not nested in another one. Shallow: what is born in it, with calls that
   * carry only its parameters taken as passing through. Deep: those followed too, for when a label enters.
   */
  solve(fn: number, deep: boolean): Summary;
  /** Runs what evaluates a function. @returns false when it cannot be evaluated: it is given up, and counted. */
  attempt(fn: number, task: () => void): boolean;
  /** Functions that were given up, with what went wrong. */
  lost: ReadonlyMap<number, string>;
  /** The function itself mentions something personal. */
  tells(fn: number): boolean;
  cellAt(key: CellKey): Cell;
  /** Content of a cell that outlives calls; whoever is being solved depends on it from now on. */
  look(cell: Cell): Value;
  /** Joins into a cell. */
  store(key: CellKey, value: Value): void;
  /** One label put into a cell at a place below it, by a caller of the function that fills the cell. */
  enter(key: string, label: SourceLabel, at: string): void;
  /** Where functions are called, by the one that is. */
  calls: Map<number, { fn: number; ordinal: number }[]>;
  /** Value of a module's variable. */
  moduleSlot(module: number, slot: number): Value;
  stats: { calls: number; resolved: number };
  /** A module's variables while and after its top level is evaluated. */
  keepModule(module: number, slots: (Value | undefined)[]): void;
}

/** Functions are solved twice at most; the key of a solution is its function and its mode. */
export const modeOf = (fn: number, deep: boolean): number => fn * 2 + (deep ? 1 : 0);

export const frameOf = (frame: Frame | null, fn: number): Frame | null => {
  for (let at = frame; at; at = at.parent) if (at.fn === fn) return at;
  return null;
};

/** Puts a value into a container where it stands. */
export function grow(frame: Frame, receiver: Value, name: string, value: Value): void {
  const own = receiver.fields?.get(name);
  put(receiver, name, value);
  if ((receiver.fields || receiver.parts) && saysMore(value, own)) frame.nest.grew = true;
}

/** There is something to follow in a value, beyond what is known already. */
export const saysMore = (value: Value, known: Value = EMPTY): boolean =>
  value.labels.some((label) => !known.labels.some((own) => own.key === label.key)) ||
  (value.fields !== null && value.fields !== known.fields) ||
  value.targets.length > known.targets.length ||
  (!value.inert && value.type.kind !== 'unknown' && known.type.kind === 'unknown');
