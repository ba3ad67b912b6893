/**
 * Summaries of functions, callees first. Functions that call one another in a ring are a component: its head (the member that
 * was asked first) is evaluated until nothing is added, and what its members found in the last round holds for them too.
 * A function that cannot be evaluated is given up: it says nothing, and the others are solved without it.
 */
import { NONE } from '../ir';
import { modeOf, type Nest, type Summary } from './frame';
import { flatten } from './trees';
import { EMPTY } from './values';

/** Rounds of a component's head. */
const ROUNDS = 4;
/** Calls below one another; what lies deeper says nothing. */
const DEPTH = 80;

export interface Components {
  solve(fn: number, deep: boolean): Summary;
  /** It was evaluated, in this mode. */
  isSolved(fn: number, deep: boolean): boolean;
  /** The function that is being evaluated, or NONE. */
  current(): number;
  /** What was found in a function no longer holds, in either mode. */
  forget(fn: number): void;
  /**
   * Runs what solves functions on behalf of one. Where the stack runs out, the functions that waited for one another are
   * solved first, the innermost before the others, each on an empty stack; then it is run once more.
   * @returns false when it fails all the same, and the function is given up.
   */
  attempt(fn: number, task: () => void): boolean;
  /** Functions that were given up, with what went wrong. */
  lost: ReadonlyMap<number, string>;
  /** How many functions were solved. */
  count(): number;
  /** What arrived where, by the order of functions; the deep reading of a function holds all that the shallow one does. */
  found(): Found[];
}

export type Found = Pick<Nest, 'flows' | 'hashes'>;

export function createComponents(evaluate: (fn: number, nest: Nest) => Summary): Components {
  const done = new Map<number, Summary>();
  const results = new Map<number, Found>();
  const stack: number[] = [];
  /** For each of the stack: the lowest place a call below it came back to. */
  const low: number[] = [];
  /** Results inside a component whose head is still being iterated, in the order they were found. */
  const provisional = new Map<number, { summary: Summary; nest: Nest }>();
  const members: number[] = [];
  /** Last round's summaries of what is being solved. */
  const current = new Map<number, Summary>();
  const recursed = new Set<number>();
  const lost = new Map<number, string>();
  /** Functions on whose behalf something runs. */
  const attempted = new Set<number>();

  const solve = (fn: number, deep: boolean): Summary => {
    if (lost.has(fn)) return nothing();
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
      try {
        summary = evaluate(fn, nest);
      } catch (error) {
        // Where a stack runs out says nothing about the function that is at its end.
        if (error instanceof RangeError) throw error;
        lost.set(fn, wordsOf(error));
        summary = nothing();
        nest = nestOf(fn, false);
        break;
      }
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

  const attempt = (fn: number, task: () => void): boolean => {
    for (let isSecond = false; ; isSecond = true) {
      try {
        task();
        return true;
      } catch (error) {
        const waiting = unwound().filter((key) => key >> 1 !== fn && !attempted.has(key >> 1));
        if (isSecond || waiting.length === 0) {
          lost.set(fn, wordsOf(error));
          return false;
        }
        attempted.add(fn);
        for (const key of waiting.reverse()) attempt(key >> 1, () => void solve(key >> 1, (key & 1) === 1));
        attempted.delete(fn);
      }
    }
  };

  /** Lets go of what was being solved. @returns it, the outermost first. */
  const unwound = (): number[] => {
    low.length = members.length = 0;
    for (const each of [provisional, current, recursed]) each.clear();
    return stack.splice(0);
  };

  return {
    solve,
    attempt,
    lost,
    isSolved: (fn, deep) => done.has(modeOf(fn, deep)),
    current: () => (stack.length > 0 ? stack[stack.length - 1] >> 1 : NONE),
    forget: (fn) => {
      for (const key of [modeOf(fn, false), modeOf(fn, true)]) {
        done.delete(key);
        results.delete(key);
      }
    },
    count: () => new Set([...done.keys()].map((key) => key >> 1)).size,
    found: () =>
      [...results].sort(([a], [b]) => a - b).flatMap(([key, nest]) => (key & 1 || !results.has(key + 1) ? [nest] : [])),
  };
}

export const nestOf = (root: number, deep: boolean): Nest => ({
  root,
  deep,
  flows: null,
  hashes: null,
  grew: false,
  busy: [],
  handing: [],
});

const wordsOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

const nothing = (): Summary => ({ returns: EMPTY, sinks: [], invokes: null, open: true });
const NOTHING_FOUND: Found = { flows: null, hashes: null };

/** How much a summary says: grows with every round until the fixpoint. */
const size = (summary: Summary): number =>
  (summary.sinks.length + (summary.invokes?.length ?? 0)) * 64 + flatten(summary.returns).length;
