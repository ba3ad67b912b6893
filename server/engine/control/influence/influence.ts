/**
 * Everything that decides a value: what it is computed from and what chooses it. Walks backwards, breadth first, over
 * data and control dependence: arithmetic, branches, tables, predicates, helpers, closures, members of objects.
 *
 * Influence is wider than content: `.length`, a comparison and `!!x` end content and keep influence.
 * A call is entered with its site on the way, so that a parameter leads back to the argument of that very call.
 */
import { NONE } from '../../ir';
import type { Spot } from '../bodies';
import { createSteps, type Walking } from './steps';

/** How a value takes what it depends on. */
export type Via =
  'same' | 'arithmetic' | 'present' | 'compare' | 'branch' | 'lookup' | 'predicate' | 'comparator' | 'text' | 'call' | 'count';

/** The way into a callee: at which call, and from where that one was entered. */
export interface Context {
  callee: number;
  call: Spot;
  parent: Context | null;
  depth: number;
  /** The callee's own value was claimed before the walk went into it. */
  claimed: boolean;
}

/** A value, or a member (`path`) of it, that decides the start; `parent` leads back to the start. */
export interface Node extends Spot {
  path: readonly string[];
  context: Context | null;
  via: Via;
  /** It decides whether a list gets one more. */
  adds?: boolean;
  parent: Node | null;
  /** Another money or decision value on the way has taken this dependence already. */
  claimed: boolean;
}

export interface Walk {
  /** Called for each node once; true ends the walk there. */
  visit(node: Node): boolean;
  /** A value that stands for itself: what it depends on is told there. */
  claims(spot: Spot): boolean;
  /** What a function returns is told about in it, with what chooses among its returns. */
  claimsReturn(fn: number): boolean;
  /** What a claimed value of the start's own function is made of is not looked for; a callee is looked through for its arguments. */
  ownOnly?: boolean;
}

/** Values looked at for one question; what is left after that is not seen. */
const STEPS = 1000;
const PATH = 4;

export interface Influence {
  /** Walks back from values of one function and the conditions given with them. */
  walk(starts: readonly Start[], walk: Walk): void;
}

export interface Start extends Spot {
  via: Via;
}

export function createInfluence(parts: Walking): Influence {
  const steps = createSteps(parts);
  const starts = parts.program.before();
  return {
    walk(from, { visit, claims, claimsReturn, ownOnly = false }) {
      const queue: Node[] = [];
      const outside: Way = { number: 0, plain: new Set(), below: new Map() };
      const ways = new Map<string, Way>();
      const known = new Map<Context, Way>();
      /** Contexts of the same calls are one way, whoever made them. */
      const wayOf = (context: Context | null): Way => {
        if (context === null) return outside;
        const before = known.get(context);
        if (before) return before;
        const { call, parent } = context;
        const key = `${call.fn},${call.ordinal},${wayOf(parent).number}`;
        const way = ways.get(key) ?? { number: ways.size + 1, plain: new Set(), below: new Map() };
        ways.set(key, way);
        known.set(context, way);
        return way;
      };
      const seenWith = ({ path, context }: Node): Set<number> => {
        const { plain, below } = wayOf(context);
        if (path.length === 0) return plain;
        const key = path.join('.');
        return below.get(key) ?? below.set(key, new Set()).get(key)!;
      };
      const add = (node: Node): void => {
        if (node.ordinal === NONE) return;
        const own = seenWith(node);
        const key = 4 * (starts[node.fn] + node.ordinal) + (node.claimed ? 1 : 0) + (isBare(parts, node) ? 2 : 0);
        if (own.has(key)) return;
        own.add(key);
        queue.push(node);
      };
      for (const { fn, ordinal, via } of from) add({ fn, ordinal, path: [], context: null, via, parent: null, claimed: false });
      for (let at = 0; at < queue.length && at < STEPS; at++) {
        const node = queue[at];
        // What is found from now on is not looked at any more.
        const isFull = queue.length >= STEPS;
        if (visit(node) || isFull) continue;
        const isClaimed = node.parent !== null && claims(node);
        if (isClaimed && ownOnly && node.context === null) continue;
        const claimed = node.claimed || isClaimed;
        steps(node, (next) => {
          const path = next.path.length > PATH ? next.path.slice(0, PATH) : next.path;
          const entered = next.left || next.context === null || next.context.parent !== node.context ? NONE : next.context.callee;
          const own = claimed || (entered !== NONE && next.fn === entered && claimsReturn(entered));
          add({ ...next, path, parent: node, claimed: next.left ? next.left.claimed : own });
        });
      }
    },
  };
}

/** `age && age < 25`: a value that is only asked for by a condition, and may be told apart by the next one. */
function isBare(parts: Walking, { fn, via, parent }: Node): boolean {
  if (via === 'branch') return true;
  if (parent === null || parent.fn !== fn || !isBare(parts, parent)) return false;
  const body = parts.bodies.of(fn);
  return via === 'same' || (via === 'call' && SAME_TEXT.test(body.name(parent.ordinal, 1)));
}
const SAME_TEXT = /^(to(Locale)?(Lower|Upper)Case|trim|normalize|toString|valueOf)$/;

/** The calls by which the walk came into a function, with the instructions seen there: values themselves, and members of them. */
interface Way {
  number: number;
  plain: Set<number>;
  below: Map<string, Set<number>>;
}

/** The nodes from the start to this one. */
export function chainOf(node: Node): Node[] {
  const out: Node[] = [];
  for (let at: Node | null = node; at; at = at.parent) out.unshift(at);
  return out;
}
