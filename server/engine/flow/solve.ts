/**
 * Solving on demand: functions that mention something personal are roots; what they call is solved
 * when a value enters it. Recursion is iterated to a fixpoint at its head; cells re-queue their readers.
 */
import { Flag, Kind, NONE } from '../ir';
import type { Classifier } from '../classify';
import type { Program } from '../link/program';
import { flagsAt, kindAt, operandAt, readerOf } from '../link/reader';
import type { Schemas } from '../link/schemas';
import type { Types } from '../link/types';
import type { Matcher } from '../match';
import type { Config } from '../policy';
import { createStores, placed } from './cells';
import { selfOf } from './classes';
import { evaluate } from './evaluate';
import {
  isParameterCell,
  modeOf,
  slotCell,
  slotOf,
  type Cell,
  type CellKey,
  type Engine,
  type Nest,
  type RawFlow,
  type RawHash,
  type Summary,
} from './frame';
import type { Personal } from './personal';
import { ofTarget } from './read';
import { createSeeds, type Seeds } from './seeds';
import { memberSlice } from './slice';
import { EMPTY, addsNothing, flatten, join, make, mapLabels, snapshot, type Label, type SourceLabel, type Value } from './values';

const ROUNDS = 4;
const DEPTH = 80;
const CELL_ROUNDS = 4;
const ENTRIES = 64;
const EVENT = 'event:';

export interface Solution {
  flows: RawFlow[];
  hashes: RawHash[];
  solved: number;
  calls: number;
  resolvedCalls: number;
  engine: Engine;
}

export interface Parts {
  program: Program;
  types: Types;
  schemas: Schemas;
  classifier: Classifier;
  personal: Personal;
  matcher: Matcher;
  config(path: string): Config;
  /** Modules whose functions are no roots. */
  silent: ReadonlySet<number>;
}

export function createEngine(parts: Parts): { engine: Engine; run(): Generator<void, Solution> } {
  const { program } = parts;
  const done = new Map<number, Summary>();
  const results = new Map<number, Pick<Nest, 'flows' | 'hashes'>>();
  const stack: number[] = [];
  const low: number[] = [];
  /** Results inside a component whose head is still being iterated, in the order they were found. */
  const provisional = new Map<number, { summary: Summary; nest: Nest }>();
  const members: number[] = [];
  /** Last round's summaries of what is being solved. */
  const current = new Map<number, Summary>();
  const recursed = new Set<number>();
  const telling = new Set<number>();
  const cells = new Map<CellKey, Cell>();
  const requeue = new Set<number>();
  /** Events somebody was told of, for whoever listens. */
  const published: string[] = [];
  /** Members and variables of modules that something personal was put into, for whoever reads them. */
  const filled: CellKey[] = [];
  let preparing = 0;
  const definitions = program.modules.map(() => null as Int32Array | null);
  const moduleValues = new Map<number, (Value | undefined)[]>();

  const solve = (fn: number, deep: boolean): Summary => {
    const key = modeOf(fn, deep);
    const known = done.get(modeOf(fn, true)) ?? done.get(key) ?? provisional.get(key)?.summary;
    if (known) return known;
    const at = stack.indexOf(key);
    if (at >= 0) {
      recursed.add(key);
      low[low.length - 1] = Math.min(low[low.length - 1], at);
      return current.get(key) ?? nothing();
    }
    return stack.length >= DEPTH ? nothing() : iterate(key);
  };

  /**
   * Only the head of a component (the member that was asked first) iterates. What its members found in
   * the last round holds for them too.
   */
  const iterate = (key: number): Summary => {
    const fn = key >> 1;
    const position = stack.length;
    const firstMember = members.length;
    stack.push(key);
    low.push(position);
    let summary = nothing();
    let nest = nestOf(fn, (key & 1) === 1);
    for (let round = 0; round < ROUNDS; round++) {
      for (const member of members.splice(firstMember)) provisional.delete(member);
      nest = nestOf(fn, (key & 1) === 1);
      const before = current.get(key);
      summary = evaluate(engine, fn, null, selfOf(engine, fn), nest);
      current.set(key, summary);
      if (low[position] < position || !recursed.delete(key) || (before && size(before) === size(summary))) break;
    }
    stack.pop();
    const reached = low.pop()!;
    if (reached < position) {
      low[low.length - 1] = Math.min(low[low.length - 1], reached);
      provisional.set(key, { summary, nest });
      members.push(key);
      return summary;
    }
    for (const member of members.splice(firstMember)) {
      const found = provisional.get(member);
      if (found) settle(member, found.summary, found.nest);
    }
    settle(key, summary, nest);
    return summary;
  };

  const settle = (key: number, summary: Summary, nest: Nest): void => {
    provisional.delete(key);
    current.delete(key);
    done.set(key, summary);
    results.set(key, nest.flows || nest.hashes ? { flows: nest.flows, hashes: nest.hashes } : NOTHING_FOUND);
  };

  const cellAt = (key: CellKey): Cell => {
    let found = cells.get(key);
    if (!found) {
      const isReady = typeof key === 'number' || !/^(field|static):/.test(key);
      cells.set(key, (found = { key, value: null, isReady, readers: NOBODY, isFilled: false, told: null }));
    }
    return found;
  };

  const look = (cell: Cell): Value => {
    if (stack.length > 0) addReader(cell, stack[stack.length - 1] >> 1);
    if (!cell.isReady) {
      cell.isReady = true;
      if (preparing < DEPTH) {
        preparing++;
        prepare(cell.key as string);
        preparing--;
      }
    }
    return cell.value ?? EMPTY;
  };

  /** A member of a class is known when what its initialisers and its constructor put into it was evaluated. */
  const prepare = (key: string): void => {
    const [kind, at, own, name] = key.split(':');
    const module = Number(at);
    const { initializer, constructor_, staticInitializer } = program.modules[module].classes[Number(own)];
    for (const index of kind === 'static' ? [staticInitializer] : [initializer, constructor_]) {
      const slice = index === NONE ? null : memberSlice(readerOf(program.modules[module], index), name);
      const fn = program.base[module] + index;
      if (slice) evaluate(engine, fn, null, selfOf(engine, fn), nestOf(fn, false), slice);
    }
  };

  const store = (key: CellKey, value: Value): void => {
    const kept = snapshot(mapLabels(value, (label) => (label.kind === 'source' ? label : null)));
    const found = cellAt(key);
    const before = found.value;
    if (before && addsNothing(before, kept)) return;
    const after = before ? join(before, kept) : kept;
    found.value = after;
    if (!before && typeof key === 'string' && key.startsWith(EVENT)) published.push(key.slice(EVENT.length));
    const grown = isParameterCell(key) && after.targets.length > (before?.targets.length ?? 0);
    const declared = parts.personal.fields(after.type).length;
    const labels = flatten(after);
    const isNews = before
      ? labels.length > flatten(before).length || declared > parts.personal.fields(before.type).length
      : labels.length + declared > 0;
    if (grown || isNews) for (const reader of found.readers) requeue.add(reader);
    if (!found.isFilled && labels.some((label) => isSure(label) && !seemsOutOfStore(label))) {
      found.isFilled = true;
      filled.push(key);
    }
  };

  /** What a cell has been told is not told again; one that everybody fills says nothing about anybody. */
  const enter = (key: string, label: SourceLabel, at: string): void => {
    const known = (cellAt(key).told ??= new Set());
    const telling = `${at}>${label.key}`;
    if (known.has(telling) || known.size >= ENTRIES) return;
    known.add(telling);
    store(key, placed(label, at));
  };

  const moduleSlot = (module: number, slot: number): Value => {
    const value = definedSlot(module, slot) ?? evaluatedSlot(module, slot);
    const written = look(cellAt(slotCell(module, slot)));
    return written === EMPTY ? value : join(value, written);
  };

  /** Functions, classes and imports are known without evaluating the module. */
  const definedSlot = (module: number, slot: number): Value | null => {
    const ordinal = (definitions[module] ??= definitionsOf(program, module))[slot];
    if (ordinal < 0) return null;
    const reader = readerOf(program.modules[module], 0);
    const kind = kindAt(reader, ordinal);
    const operand = operandAt(reader, ordinal, 0);
    if (kind === Kind.Closure) {
      return make({
        inert: true,
        targets: [{ kind: 'function', fn: program.base[module] + operand, frame: null, self: null, bindings: null, bound: [] }],
      });
    }
    if (kind === Kind.Class) return make({ inert: true, targets: [{ kind: 'class', ref: { module, class: operand } }] });
    if (kind === Kind.Global && flagsAt(reader, ordinal) & Flag.Import)
      return ofTarget(engine, program.imported(module, operand), program.modules[module].imports[operand].local);
    return null;
  };

  const evaluatedSlot = (module: number, slot: number): Value => {
    const fn = program.base[module];
    if (!done.has(modeOf(fn, false))) solve(fn, false);
    return moduleValues.get(module)?.[slot] ?? EMPTY;
  };

  const engine: Engine = {
    ...parts,
    solve,
    tells: (fn) => telling.has(fn),
    cellAt,
    look,
    store,
    enter,
    moduleSlot,
    calls: new Map(),
    stats: { calls: 0, resolved: 0 },
    keepModule: (module, slots) => moduleValues.set(module, slots),
  };
  /** By the callers that were read so far; at the end it is asked anew. */
  const seemsOutOfStore = createStores(engine);

  /** Rests between functions, so that whoever drives it can do something else meanwhile, or stop. */
  function* run(): Generator<void, Solution> {
    const seeds = createSeeds(program, parts.classifier, parts.matcher);
    const queue: number[] = [];
    const queued = new Set<number>();
    const enqueue = (fn: number): void => {
      if (queued.has(fn)) return;
      queued.add(fn);
      queue.push(fn);
    };
    const enqueueOwn = (fn: number): void => {
      if (!parts.silent.has(program.moduleOf[fn])) enqueue(fn);
    };
    for (let module = 0; module < program.modules.length; module++) {
      for (const fn of seeds.roots(module)) {
        telling.add(fn);
        enqueueOwn(fn);
      }
      yield;
    }
    for (let at = 0, rounds = 0; ;) {
      for (; at < queue.length; at++) {
        yield;
        const fn = queue[at];
        const summary = solve(fn, false);
        if (givesPersonal(summary.returns)) for (const caller of seeds.mentioning(fn)) enqueueOwn(caller);
        for (const event of published.splice(0)) for (const listener of seeds.saying(event)) enqueueOwn(listener);
        for (const key of filled.splice(0)) for (const reader of readersOf(key, seeds)) enqueue(reader);
      }
      if (requeue.size === 0 || rounds++ >= CELL_ROUNDS) break;
      const again = [...requeue].sort((a, b) => a - b);
      requeue.clear();
      for (const fn of again) {
        for (const key of [modeOf(fn, false), modeOf(fn, true)]) {
          done.delete(key);
          results.delete(key);
        }
        queue.push(fn);
      }
    }
    const isOutOfStore = createStores(engine);
    const nests = [...results]
      .sort(([a], [b]) => a - b)
      .flatMap(([key, nest]) => (key & 1 || !results.has(key + 1) ? [nest] : []));
    return {
      flows: nests.flatMap((nest) => [...(nest.flows?.values() ?? [])].flatMap((flow) => without(flow, isOutOfStore))),
      hashes: nests.flatMap((nest) => [...(nest.hashes?.values() ?? [])]),
      solved: new Set([...done.keys()].map((key) => key >> 1)).size,
      calls: engine.stats.calls,
      resolvedCalls: engine.stats.resolved,
      engine,
    };
  }

  /** Who may read a cell that was filled: functions of its module. */
  const readersOf = (key: CellKey, seeds: Seeds): number[] => {
    if (typeof key === 'number') {
      const own = slotOf(key);
      return own ? seeds.loading(own.module, own.slot) : [];
    }
    const [kind, module, , name] = key.split(':');
    return kind === 'field' || kind === 'static' ? seeds.naming(Number(module), name) : [];
  };

  /** The result is personal by itself, not because somebody put it where it is taken from. */
  const givesPersonal = (value: Value): boolean =>
    flatten(value).some((label) => label.kind === 'source' && !label.entered) || parts.personal.fields(value.type).length > 0;
  return { engine, run };
}

/** A flow less the data of which something is true. */
function without(flow: RawFlow, isOut: (label: SourceLabel) => boolean): RawFlow[] {
  const data = flow.data.filter(({ label }) => !isOut(label));
  if (data.length === flow.data.length) return [flow];
  return data.length === 0 ? [] : [{ ...flow, data }];
}

/** Sure enough to be followed to whoever reads the cell it is in. */
const isSure = (label: Label): label is SourceLabel => label.kind === 'source' && label.trust > 1;

const NOBODY: number[] = [];
const FEW = 8;

/** Most cells are read by few: a list of them is short. */
function addReader(cell: Cell, fn: number): void {
  const { readers } = cell;
  if (!Array.isArray(readers)) readers.add(fn);
  else if (!readers.includes(fn)) cell.readers = readers.length < FEW ? [...readers, fn] : new Set(readers).add(fn);
}

const nothing = (): Summary => ({ returns: EMPTY, sinks: [], open: true });
const NOTHING_FOUND: Pick<Nest, 'flows' | 'hashes'> = { flows: null, hashes: null };
const nestOf = (root: number, deep: boolean): Nest => ({ root, deep, flows: null, hashes: null, grew: false, busy: [] });

/** How much a summary says: grows with every round until the fixpoint. */
const size = (summary: Summary): number => summary.sinks.length * 64 + flatten(summary.returns).length;

/** For each slot of the module function stored exactly once: the ordinal of the stored value, else -1. */
function definitionsOf(program: Program, module: number): Int32Array {
  const reader = readerOf(program.modules[module], 0);
  const out = new Int32Array(program.modules[module].functions[0].slots.length).fill(-1);
  const seen = new Set<number>();
  for (let i = 0; i < reader.count; i++) {
    if (kindAt(reader, i) !== Kind.Store) continue;
    const slot = operandAt(reader, i, 0);
    out[slot] = seen.has(slot) ? -1 : operandAt(reader, i, 1);
    seen.add(slot);
  }
  return out;
}
