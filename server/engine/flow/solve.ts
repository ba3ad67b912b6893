/**
 * Solving on demand: functions that mention something personal are roots; what they call is solved
 * when a value enters it. Recursion is iterated to a fixpoint at its head; cells re-queue their readers.
 */
import { NONE } from '../ir';
import type { Classifier } from '../classify';
import type { Program } from '../link/program';
import { readerOf } from '../link/reader';
import type { Schemas } from '../link/schemas';
import type { Types } from '../link/types';
import type { Matcher } from '../match';
import type { Config } from '../policy';
import { createCellStore, type CellStore } from './cell-store';
import { createStores } from './cells';
import { selfOf } from './classes';
import { createComponents, nestOf } from './components';
import { evaluate } from './evaluate';
import { slotOf, type CellKey, type Engine, type RawFlow, type RawHash } from './frame';
import { createModuleSlots } from './module-slots';
import type { Personal } from './personal';
import { createSeeds, type Seeds } from './seeds';
import { memberSlice } from './slice';
import { flatten } from './trees';
import { type SourceLabel, type Value } from './values';

/** How often readers are solved again because a cell grew. */
const CELL_ROUNDS = 4;

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
  const telling = new Set<number>();
  const components = createComponents((fn, nest) => evaluate(engine, fn, null, selfOf(engine, fn), nest));
  const cells: CellStore = createCellStore({
    personal: parts.personal,
    current: components.current,
    prepare: (key) => fillMember(engine, key),
    seemsOutOfStore: (label) => seemsOutOfStore(label),
  });
  const slots = createModuleSlots(
    () => engine,
    program,
    (fn) => components.isSolved(fn, false),
  );
  const engine: Engine = {
    ...parts,
    solve: components.solve,
    attempt: components.attempt,
    lost: components.lost,
    tells: (fn) => telling.has(fn),
    cellAt: cells.at,
    look: cells.look,
    store: cells.store,
    enter: cells.enter,
    moduleSlot: slots.of,
    calls: new Map(),
    stats: { calls: 0, resolved: 0 },
    keepModule: slots.keep,
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
    for (let at = 0, rounds = 0; ; rounds++) {
      for (; at < queue.length; at++) {
        yield;
        const fn = queue[at];
        components.attempt(fn, () => void components.solve(fn, false));
        if (givesPersonal(components.solve(fn, false).returns)) for (const caller of seeds.mentioning(fn)) enqueueOwn(caller);
        const module = program.moduleOf[fn];
        if (fn === program.base[module])
          for (const slot of slots.filled(module)) for (const reader of seeds.loading(module, slot)) enqueueOwn(reader);
        for (const event of cells.published()) for (const listener of seeds.saying(event)) enqueueOwn(listener);
        for (const key of cells.filled()) for (const reader of readersOf(key, seeds)) enqueue(reader);
      }
      const again = rounds < CELL_ROUNDS ? cells.outdated() : [];
      if (again.length === 0) break;
      for (const fn of again) {
        components.forget(fn);
        queue.push(fn);
      }
    }
    const isOutOfStore = createStores(engine);
    const found = components.found();
    return {
      flows: found.flatMap(({ flows }) => [...(flows?.values() ?? [])].flatMap((flow) => without(flow, isOutOfStore))),
      hashes: found.flatMap(({ hashes }) => [...(hashes?.values() ?? [])]),
      solved: components.count(),
      calls: engine.stats.calls,
      resolvedCalls: engine.stats.resolved,
      engine,
    };
  }

  /** The result is personal by itself, not because somebody put it where it is taken from. */
  const givesPersonal = (value: Value): boolean =>
    flatten(value).some((label) => label.kind === 'source' && !label.entered) || parts.personal.fields(value.type).length > 0;
  return { engine, run };
}

/** A member of a class is known when what its initialisers and its constructor put into it was evaluated. */
function fillMember(engine: Engine, key: string): void {
  const { program } = engine;
  const [kind, at, own, name] = key.split(':');
  const module = Number(at);
  const { initializer, constructor_, staticInitializer } = program.modules[module].classes[Number(own)];
  for (const index of kind === 'static' ? [staticInitializer] : [initializer, constructor_]) {
    const slice = index === NONE ? null : memberSlice(readerOf(program.modules[module], index), name);
    const fn = program.base[module] + index;
    if (slice) evaluate(engine, fn, null, selfOf(engine, fn), nestOf(fn, false), slice);
  }
}

/** Who may read a cell that was filled: functions of its module. */
function readersOf(key: CellKey, seeds: Seeds): number[] {
  if (typeof key === 'number') {
    const own = slotOf(key);
    return own ? seeds.loading(own.module, own.slot) : [];
  }
  const [kind, module, own, name] = key.split(':');
  if (kind === 'self') return seeds.naming(Number(module), own);
  return kind === 'field' || kind === 'static' ? seeds.naming(Number(module), name) : [];
}

/** A flow less the data of which something is true. */
function without(flow: RawFlow, isOut: (label: SourceLabel) => boolean): RawFlow[] {
  const data = flow.data.filter(({ label }) => !isOut(label));
  if (data.length === flow.data.length) return [flow];
  return data.length === 0 ? [] : [{ ...flow, data }];
}
