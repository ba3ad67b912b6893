/**
 * The values of a function's instructions, as the exposure solver knows them: what a call leads to (project functions,
 * library members), which labels, types and names a value has. Everything in `control/` reads values through this.
 */
import { NONE } from '../ir';
import { evaluate } from '../flow/evaluate';
import { selfOf } from '../flow/classes';
import type { Engine, Frame, Nest } from '../flow/frame';
import { rootOf } from '../flow/mentions';

export interface Frames {
  /**
   * The frame of a function, evaluated with the stand-alone function it is written in and kept for the next questions;
   * null when evaluation never reached it.
   */
  of(fn: number): Frame | null;
  /** The stand-alone function that a function is written in: itself, when it is a named one of the module or a method. */
  rootOf(fn: number): number;
  /** Project functions that run at a call, callbacks among its arguments included, in the order of their numbers; the function is read when it was not before. */
  callees(fn: number, ordinal: number): number[];
}

/** Instructions whose values are kept; beyond that, whoever was not asked about for longest is evaluated anew when asked. */
const KEPT = 150_000;

export function createFrames(engine: Engine): Frames {
  const { program } = engine;
  /** By root, in the order of the last question. */
  const kept = new Map<number, Map<number, Frame>>();
  let held = 0;
  const called = new Map<string, Set<number>>();
  /** Stand-alone functions of which `called` speaks. */
  const read = new Set<number>();
  const root = (fn: number): number => {
    const module = program.moduleOf[fn];
    return program.base[module] + rootOf(program.modules[module], fn - program.base[module]);
  };
  let latest = NONE;
  let framesOfLatest: Map<number, Frame> = new Map();
  const nestAt = (fn: number): Map<number, Frame> => {
    if (fn !== latest) framesOfLatest = findAt(fn);
    latest = fn;
    return framesOfLatest;
  };
  const findAt = (fn: number): Map<number, Frame> => {
    const known = kept.get(fn);
    if (known) {
      kept.delete(fn);
      kept.set(fn, known);
      return known;
    }
    read.add(fn);
    const frames = new Map<number, Frame>();
    kept.set(fn, frames);
    const nest: Nest = {
      root: fn,
      deep: false,
      flows: null,
      hashes: null,
      grew: false,
      busy: [],
      handing: [],
      frames,
      callees: called,
    };
    if (!engine.attempt(fn, () => void evaluate(engine, fn, null, selfOf(engine, fn), nest))) frames.clear();
    held += sizeOf(frames);
    for (const [root, old] of kept) {
      if (held <= KEPT || root === fn) break;
      kept.delete(root);
      held -= sizeOf(old);
    }
    return frames;
  };
  return {
    of: (fn) => nestAt(root(fn)).get(fn) ?? null,
    rootOf: root,
    callees(fn, ordinal) {
      const own = root(fn);
      if (!read.has(own)) nestAt(own);
      return [...(called.get(`${fn}:${ordinal}`) ?? [])].sort((a, b) => a - b);
    },
  };
}

function sizeOf(frames: ReadonlyMap<number, Frame>): number {
  let size = 0;
  for (const { reader } of frames.values()) size += reader.count;
  return size;
}
