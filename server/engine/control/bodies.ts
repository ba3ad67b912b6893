/** One function as questions about control need it: its graph, who stores into its variables, what decides what runs. */
import { Flag, Kind, LiteralKind, NONE } from '../ir';
import type { Program } from '../link/program';
import { endsOf, flagsAt, kindAt, operandAt, operandCount, readerOf, type Reader } from '../link/reader';
import { cfgOf, reachedFrom, type Cfg, type Edge } from './cfg';

/** An instruction of a function. */
export interface Spot {
  fn: number;
  ordinal: number;
}

/** What is left of a function when some ways are shut. */
export interface Open {
  isShut(edge: Edge): boolean;
  /** Blocks that still run. */
  living: ReadonlySet<number>;
}

export interface Body {
  fn: number;
  module: number;
  index: number;
  reader: Reader;
  cfg(): Cfg;
  kind(i: number): Kind;
  /** `operandAt`, and NONE when there are not so many. */
  operand(i: number, n: number): number;
  has(i: number, flag: number): boolean;
  /** The n-th operand as a name, or ''. */
  name(i: number, n: number): string;
  /** Ordinals of the return instructions that give a value. */
  returns(): readonly number[];
  /** Text of a literal string, or null. */
  text(i: number): string | null;
  /** `null`, `undefined` and `void 0`. */
  isNothing(i: number): boolean;
  /** Stores that a load of an own variable can see, on all ways or on the open ones. */
  reaching(load: number, slot: number, open?: Open): readonly number[];
  /** All stores into an own variable, also by functions written inside. */
  stores(slot: number): readonly Spot[];
  /** Conditions (ordinals) that decide whether a block runs once `top` did, through all levels. */
  conditions(block: number, top: number): readonly number[];
  /** The nearest block that dominates all of them. */
  meeting(blocks: readonly number[]): number;
  /** Blocks of the function's own stores into a variable, and the nearest block that dominates them. */
  storeBlocks(slot: number): readonly number[];
  meetingOfStores(slot: number): number;
  /** Both ways from the branch on a condition go on together afterwards: neither leaves the function. */
  rejoins(condition: number): boolean;
}

export interface Bodies {
  of(fn: number): Body;
}

/** Bodies and stores that are kept; beyond that they are made anew when asked for. */
const KEPT = 4000;

/** Larger functions are not asked what decides what runs. */
const LIMIT_BLOCKS = 1000;

export function createBodies(program: Program): Bodies {
  const known = new Map<number, Body>();
  const nestStores = new Map<number, Map<string, Spot[]>>();

  /** Stores of a module by "function:slot", so that one pass serves all its functions. */
  const storesIn = (module: number): Map<string, Spot[]> => {
    const before = nestStores.get(module);
    if (before) return before;
    const out = new Map<string, Spot[]>();
    const ir = program.modules[module];
    ir.functions.forEach((_, index) => {
      const reader = readerOf(ir, index);
      for (let i = 0; i < reader.count; i++) {
        if (kindAt(reader, i) !== Kind.Store) continue;
        const owner = operandAt(reader, i, 2);
        const key = `${owner === NONE ? index : owner}:${operandAt(reader, i, 0)}`;
        const list = out.get(key);
        const spot = { fn: program.base[module] + index, ordinal: i };
        if (list) list.push(spot);
        if (!list) out.set(key, [spot]);
      }
    });
    nestStores.set(module, out);
    return out;
  };

  const of = (fn: number): Body => {
    const before = known.get(fn);
    if (before) return before;
    const module = program.moduleOf[fn];
    const index = fn - program.base[module];
    const body = bodyOf(
      fn,
      module,
      index,
      readerOf(program.modules[module], index),
      (slot) => storesIn(module).get(`${index}:${slot}`) ?? [],
    );
    if (known.size >= KEPT) {
      known.clear();
      nestStores.clear();
    }
    known.set(fn, body);
    return body;
  };
  return { of };
}

function bodyOf(fn: number, module: number, index: number, reader: Reader, stores: (slot: number) => readonly Spot[]): Body {
  let graph: Cfg | null = null;
  let deciders: number[][] | null = null;
  let returned: number[] | null = null;
  const cfg = (): Cfg => (graph ??= cfgOf(reader));
  const operand = (i: number, n: number): number => (n < operandCount(reader, i) ? operandAt(reader, i, n) : NONE);
  const name = (i: number, n: number): string => {
    const at = operand(i, n);
    return at === NONE ? '' : reader.module.names[at];
  };

  const ownStores = new Map<number, Stores>();
  const seen = new Map<number, readonly number[]>();
  const storesOf = (slot: number): Stores => {
    const known = ownStores.get(slot);
    if (known) return known;
    const all = stores(slot)
      .filter((spot) => spot.fn === fn)
      .map((spot) => spot.ordinal);
    const own: Stores = { all, blocks: null, meeting: null };
    ownStores.set(slot, own);
    return own;
  };
  const reaching = (load: number, slot: number, open?: Open): readonly number[] => {
    const own = storesOf(slot);
    if (own.all.length === 0 || (own.all.length === 1 && !open)) return own.all;
    if (open) return reachingStores(cfg(), own, load, open);
    let found = seen.get(load);
    if (!found) seen.set(load, (found = reachingStores(cfg(), own, load)));
    return found;
  };

  const storeBlocks = (slot: number): number[] => storesOf(slot).all.map((store) => cfg().blockOf[store]);

  let rejoining: ReadonlySet<number> | null = null;
  const decided = new Map<number, readonly number[]>();
  const conditions = (block: number, top: number): readonly number[] => {
    const own = cfg();
    if (own.starts.length > LIMIT_BLOCKS) return [];
    const key = block * LIMIT_BLOCKS * 2 + top;
    const known = decided.get(key);
    if (known) return known;
    deciders ??= decidersOf(own);
    const found = new Set<number>();
    const seen = new Set<number>([block]);
    const queue = [block];
    for (let next = queue.pop(); next !== undefined; next = queue.pop()) {
      for (const by of deciders[next]) {
        if (!own.dominates(top, by)) continue;
        const [{ condition }] = own.out[by];
        if (condition !== NONE) found.add(condition);
        if (seen.has(by)) continue;
        seen.add(by);
        if (by !== top) queue.push(by);
      }
    }
    const answer = [...found].sort((a, b) => a - b);
    decided.set(key, answer);
    return answer;
  };

  return {
    fn,
    module,
    index,
    reader,
    cfg,
    kind: (i) => kindAt(reader, i),
    operand,
    has: (i, flag) => (flagsAt(reader, i) & flag) !== 0,
    name,
    returns: () => (returned ??= returnsOf(reader)),
    text: (i) =>
      i !== NONE && kindAt(reader, i) === Kind.Const && operand(i, 0) === LiteralKind.String
        ? reader.module.names[operand(i, 1)]
        : null,
    isNothing: (i) => isNothing(reader, i),
    reaching,
    stores,
    conditions,
    meeting: (blocks) => meetingOf(cfg(), blocks),
    storeBlocks,
    meetingOfStores: (slot) => (storesOf(slot).meeting ??= meetingOf(cfg(), storeBlocks(slot))),
    rejoins: (condition) => (rejoining ??= rejoiningOf(cfg())).has(condition),
  };
}

export function isNothing(reader: Reader, i: number): boolean {
  if (i === NONE) return true;
  if (kindAt(reader, i) === Kind.Global && !(flagsAt(reader, i) & Flag.Import))
    return reader.module.names[operandAt(reader, i, 0)] === 'undefined';
  return kindAt(reader, i) === Kind.Const && operandAt(reader, i, 0) <= LiteralKind.Null;
}

const returnsOf = (reader: Reader): number[] => endsOf(reader).filter((at) => operandAt(reader, at, 0) !== NONE);

/** For each block the blocks whose branch decides whether it runs (Ferrante, Ottenstein, Warren). */
function decidersOf(cfg: Cfg): number[][] {
  const out: number[][] = cfg.starts.map(() => []);
  cfg.out.forEach((edges, from) => {
    if (edges.length < 2) return;
    for (const { to } of edges) {
      for (let at = to; at !== NONE && at !== cfg.postdominator[from]; at = cfg.postdominator[at]) {
        if (!out[at].includes(from)) out[at].push(from);
      }
    }
  });
  return out;
}

/** Stores into one variable, in order; by block once somebody asks. */
interface Stores {
  all: readonly number[];
  blocks: Map<number, number[]> | null;
  meeting: number | null;
}

function byBlock({ blockOf }: Cfg, stores: Stores): Map<number, number[]> {
  if (stores.blocks) return stores.blocks;
  const out = new Map<number, number[]>();
  for (const store of stores.all) {
    const list = out.get(blockOf[store]);
    if (list) list.push(store);
    if (!list) out.set(blockOf[store], [store]);
  }
  return (stores.blocks = out);
}

function reachingStores(cfg: Cfg, stores: Stores, load: number, open?: Open): readonly number[] {
  const blocks = byBlock(cfg, stores);
  const home = cfg.blockOf[load];
  const own = blocks.get(home)?.findLast((store) => store < load);
  if (own !== undefined) return [own];
  const found = new Set<number>();
  const seen = new Set<number>();
  const queue: number[] = [];
  const before = (block: number): void => {
    for (const edge of cfg.in[block]) if (!open?.isShut(edge)) queue.push(edge.from);
  };
  before(home);
  for (let next = queue.pop(); next !== undefined; next = queue.pop()) {
    if (seen.has(next) || (open ? !open.living.has(next) : cfg.isDead(next))) continue;
    seen.add(next);
    const store = blocks.get(next)?.at(-1);
    if (store === undefined) before(next);
    else found.add(store);
  }
  return [...found].sort((a, b) => a - b);
}

/** Blocks that run on some way that is not shut. */
export const living = (cfg: Cfg, isShut: (edge: Edge) => boolean): Set<number> => reachedFrom(cfg, 0, isShut);

/** Conditions after whose branch both ways meet. */
function rejoiningOf(cfg: Cfg): ReadonlySet<number> {
  const found = new Set<number>();
  cfg.out.forEach((edges, from) => {
    if (edges.length > 1 && cfg.postdominator[from] !== NONE) found.add(edges[0].condition);
  });
  return found;
}

function meetingOf(cfg: Cfg, blocks: readonly number[]): number {
  let at = blocks[0] ?? 0;
  while (at !== NONE && !blocks.every((block) => cfg.dominates(at, block))) at = cfg.dominator[at];
  return at === NONE ? 0 : at;
}
