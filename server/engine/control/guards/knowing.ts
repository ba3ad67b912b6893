/**
 * What is known about a choice at each place of a function, from its start on: a forward analysis over blocks in which
 * only what every way knows survives a join.
 */
import { Kind } from '../../ir';
import { kindAt } from '../../link/reader';
import { cfgOf, type Cfg, type Edge } from '../cfg';
import { EVERYTHING, NOTHING, both, isKnown, meet, same, type Facts, type Meaning } from './facts';
import type { Reader } from '../../link/reader';

interface State {
  cfg: Cfg;
  /** What is known where a block begins and ends. */
  into: Facts[];
  out: Facts[];
  /** Calls and steps of loops that teach something, by block. */
  learned: { call: number; lesson: Facts }[][];
}

export interface Knowing {
  at(fn: number, ordinal: number): Facts;
  along(fn: number, block: number, to: number): Facts;
  cfg(fn: number): Cfg;
}

interface Parts {
  reader(fn: number): Reader;
  meaning(fn: number, ordinal: number): Meaning;
  /** Reads a function for its own sake, whatever question led to it. */
  apart(read: () => State): State;
  /** What a statement teaches: `saveConsent({ analytics: true })`, `requireConsent()`. */
  learns(fn: number, ordinal: number): Facts;
}

const ROUNDS = 8;

export function createKnowing({ reader, meaning, apart, learns }: Parts): Knowing {
  const states = new Map<number, State>();

  const stateOf = (fn: number): State => states.get(fn) ?? apart(() => read(fn));

  const read = (fn: number): State => {
    const own = reader(fn);
    const cfg = cfgOf(own);
    const state: State = {
      cfg,
      into: cfg.starts.map(() => EVERYTHING),
      out: cfg.starts.map(() => EVERYTHING),
      learned: cfg.starts.map(() => []),
    };
    states.set(fn, state);
    state.into[0] = NOTHING;
    const calls = cfg.starts.map(() => [] as number[]);
    const lessons = new Map<number, Facts>();
    for (let i = 0; i < own.count; i++)
      if (kindAt(own, i) === Kind.Call || kindAt(own, i) === Kind.Iter) calls[cfg.blockOf[i]].push(i);
    for (let round = 0, changed = true; changed && round < ROUNDS; round++) {
      changed = false;
      for (let block = 0; block < cfg.starts.length; block++) {
        if (cfg.isDead(block)) continue;
        const into = block === 0 ? NOTHING : arriving(fn, state, block);
        let out = into;
        for (const call of calls[block]) {
          let lesson = lessons.get(call);
          if (!lesson) {
            lessons.set(call, (lesson = learns(fn, call)));
            if (isKnown(lesson)) state.learned[block].push({ call, lesson });
          }
          out = both(out, lesson);
        }
        if (same(into, state.into[block]) && same(out, state.out[block]) && round > 0) continue;
        changed ||= !same(out, state.out[block]) || !same(into, state.into[block]);
        state.into[block] = into;
        state.out[block] = out;
      }
    }
    return state;
  };

  const arriving = (fn: number, state: State, block: number): Facts => {
    let out = EVERYTHING;
    for (const edge of state.cfg.in[block]) {
      if (state.cfg.isDead(edge.from)) continue;
      out = meet(out, over(fn, state, edge));
    }
    return out;
  };

  const over = (fn: number, state: State, edge: Edge): Facts => {
    const before = state.out[edge.from];
    if (edge.when === null || before === EVERYTHING) return before;
    const said = meaning(fn, edge.condition);
    const now = edge.when ? said.yes : said.no;
    return now === EVERYTHING ? EVERYTHING : both(before, now);
  };

  return {
    cfg: (fn) => stateOf(fn).cfg,
    at(fn, ordinal) {
      const state = stateOf(fn);
      const block = state.cfg.blockOf[ordinal];
      if (block < 0 || state.cfg.isDead(block)) return EVERYTHING;
      let out = state.into[block];
      for (const { call, lesson } of state.learned[block]) {
        if (call >= ordinal) break;
        out = both(out, lesson);
      }
      return out;
    },
    along(fn, block, to) {
      const state = stateOf(fn);
      const from = state.cfg.blockOf[block];
      const target = state.cfg.blockOf[to];
      let out: Facts | null = null;
      for (const edge of state.cfg.out[from]) {
        if (edge.to !== target) continue;
        const here = over(fn, state, edge);
        out = out ? meet(out, here) : here;
      }
      return out ?? state.out[from];
    },
  };
}
