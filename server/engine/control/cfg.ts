/** The control-flow graph of one function: blocks, edges, dominators both ways. Blocks are numbered in instruction order. */
import { Kind, NONE, type ModuleIR } from '../ir';
import { kindAt, operandAt, type Reader } from '../link/reader';

/** A way from one block to another. `when` is the outcome of the source block's branch, or null where there is no condition. */
export interface Edge {
  from: number;
  to: number;
  /** Ordinal of the branch's condition, or NONE. */
  condition: number;
  when: boolean | null;
}

export interface Cfg {
  /** Ordinal of the first instruction of each block. */
  starts: readonly number[];
  /** Block of each instruction. */
  blockOf: Int32Array;
  out: readonly (readonly Edge[])[];
  in: readonly (readonly Edge[])[];
  /** Immediate dominator of each block: NONE for the entry and for what no path reaches. */
  dominator: Int32Array;
  /** Immediate postdominator: NONE for a block that leaves the function, and where the ways part for good. */
  postdominator: Int32Array;
  /** No path from the entry leads here. */
  isDead(block: number): boolean;
  dominates(a: number, b: number): boolean;
  /** Block `b` runs or not as the branch at the end of block `a` goes: `b` is control dependent on `a`. */
  controls(a: number, b: number): boolean;
  /** Other blocks at the end of which it is decided whether an instruction runs. */
  deciding(ordinal: number): number[];
  /** The same, and those that decide whether such a block runs: both tests of `if (!open || isScanned) return`. */
  onTheWay(ordinal: number): number[];
}

export function cfgOf(reader: Reader): Cfg {
  if (last?.module !== reader.module || last.first !== reader.first)
    last = { module: reader.module, first: reader.first, cfg: graphOf(reader) };
  return last.cfg;
}

/** Who asks about one instruction of a function nearly always asks about the next one. */
let last: { module: ModuleIR; first: number; cfg: Cfg } | null = null;

function graphOf(reader: Reader): Cfg {
  const starts: number[] = [];
  const blockOf = new Int32Array(reader.count);
  for (let i = 0; i < reader.count; i++) {
    if (kindAt(reader, i) === Kind.Block) starts.push(i);
    blockOf[i] = starts.length - 1;
  }
  const out: Edge[][] = starts.map(() => []);
  const into: Edge[][] = starts.map(() => []);
  const connect = (edge: Edge): void => {
    out[edge.from].push(edge);
    into[edge.to].push(edge);
  };
  for (let i = 0; i < reader.count; i++) {
    const kind = kindAt(reader, i);
    const target = (n: number): number => blockOf[operandAt(reader, i, n)];
    if (kind === Kind.Jump) connect({ from: blockOf[i], to: target(0), condition: NONE, when: null });
    if (kind !== Kind.Branch) continue;
    const condition = operandAt(reader, i, 0);
    connect({ from: blockOf[i], to: target(1), condition, when: condition === NONE ? null : true });
    connect({ from: blockOf[i], to: target(2), condition, when: condition === NONE ? null : false });
  }
  const forward = dominators(
    starts.length,
    [0],
    out,
    into,
    (edge) => edge.to,
    (edge) => edge.from,
  );
  const exits = starts.map((_, block) => block).filter((block) => out[block].length === 0);
  const backward = dominators(
    starts.length,
    exits,
    into,
    out,
    (edge) => edge.from,
    (edge) => edge.to,
  );
  const isDead = (block: number): boolean => block !== 0 && forward[block] === NONE;
  const postdominates = (a: number, b: number): boolean => climbs(backward, a, b);
  const controls: Cfg['controls'] = (a, b) =>
    out[a].length > 1 && (a === b || !postdominates(b, a)) && out[a].some((edge) => edge.to === b || postdominates(b, edge.to));
  const decidingBlock = (at: number): number[] => out.flatMap((_, block) => (block !== at && controls(block, at) ? [block] : []));
  return {
    starts,
    blockOf,
    out,
    in: into,
    dominator: forward,
    postdominator: backward,
    isDead,
    dominates: (a, b) => climbs(forward, a, b),
    controls,
    deciding: (ordinal) => decidingBlock(blockOf[ordinal]),
    onTheWay(ordinal) {
      const found = new Set(decidingBlock(blockOf[ordinal]));
      for (const block of found) for (const other of decidingBlock(block)) found.add(other);
      return [...found];
    },
  };
}

function climbs(parents: Int32Array, a: number, b: number): boolean {
  for (let at = b; at !== NONE; at = parents[at]) if (at === a) return true;
  return false;
}

/**
 * Immediate dominators by iteration over reverse postorder (Cooper, Harvey, Kennedy, "A Simple, Fast Dominance
 * Algorithm"). Several roots hang under a virtual one, which is given as NONE.
 */
function dominators(
  count: number,
  roots: readonly number[],
  next: readonly (readonly Edge[])[],
  previous: readonly (readonly Edge[])[],
  ahead: (edge: Edge) => number,
  behind: (edge: Edge) => number,
): Int32Array {
  const order = postorder(count, roots, next, ahead);
  const rank = new Int32Array(count).fill(NONE);
  order.forEach((block, at) => (rank[block] = at));
  const VIRTUAL = count;
  const parent = new Int32Array(count + 1).fill(-2);
  parent[VIRTUAL] = VIRTUAL;
  const rankOf = (block: number): number => (block === VIRTUAL ? order.length : rank[block]);
  const meet = (a: number, b: number): number => {
    let left = a;
    let right = b;
    while (left !== right) {
      while (rankOf(left) < rankOf(right)) left = parent[left];
      while (rankOf(right) < rankOf(left)) right = parent[right];
    }
    return left;
  };
  const isRoot = new Set(roots);
  for (let changed = true; changed;) {
    changed = false;
    for (let at = order.length - 1; at >= 0; at--) {
      const block = order[at];
      let found = isRoot.has(block) ? VIRTUAL : -2;
      for (const edge of previous[block]) {
        const from = behind(edge);
        if (parent[from] === -2) continue;
        found = found === -2 ? from : meet(found, from);
      }
      if (found === parent[block]) continue;
      parent[block] = found;
      changed = true;
    }
  }
  return parent.slice(0, count).map((block) => (block === VIRTUAL || block === -2 ? NONE : block));
}

function postorder(
  count: number,
  roots: readonly number[],
  next: readonly (readonly Edge[])[],
  ahead: (edge: Edge) => number,
): number[] {
  const order: number[] = [];
  const seen = new Uint8Array(count);
  for (const root of roots) {
    if (seen[root]) continue;
    seen[root] = 1;
    const stack: { block: number; at: number }[] = [{ block: root, at: 0 }];
    for (let top = stack.at(-1); top; top = stack.at(-1)) {
      const edge = next[top.block][top.at++];
      if (!edge) {
        order.push(top.block);
        stack.pop();
        continue;
      }
      const to = ahead(edge);
      if (seen[to]) continue;
      seen[to] = 1;
      stack.push({ block: to, at: 0 });
    }
  }
  return order;
}

/** Blocks that a block leads to by edges that are not shut, itself among them. */
export function reachedFrom({ out }: Cfg, from: number, isShut: (edge: Edge) => boolean = () => false): Set<number> {
  const seen = new Set([from]);
  for (const block of seen) for (const edge of out[block]) if (!isShut(edge)) seen.add(edge.to);
  return seen;
}

/** One of two blocks leads to the other: they do not exclude each other. */
export const isOnOneWay = (cfg: Cfg, a: number, b: number): boolean => reachedFrom(cfg, a).has(b) || reachedFrom(cfg, b).has(a);

/** The outcomes of a condition lead to more than one of the blocks, each to some; where one of them only leaves, nothing is chosen. */
export function leadsBothWays(cfg: Cfg, condition: number, blocks: readonly number[]): boolean {
  return cfg.out.some((edges) => {
    if (edges.length < 2 || edges[0].condition !== condition) return false;
    const ends = edges.map(({ to }) => {
      const reached = reachedFrom(cfg, to);
      return blocks.filter((block) => reached.has(block));
    });
    return ends.every((own) => own.length > 0) && new Set(ends.flat()).size > 1;
  });
}
