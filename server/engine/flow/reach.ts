/**
 * Which stores a load can see. Slots stored once are answered at once; the others walk back over the
 * blocks. In functions with more blocks than the limit, and of slots stored more often than that, every store is seen.
 */
import { Flag, Kind, NONE } from '../ir';
import { flagsAt, kindAt, operandAt, type Reader } from '../link/reader';

const LIMIT_BLOCKS = 400;
/** A slot that is stored more often holds whatever was put into it: telling the stores apart would cost their square. */
export const MANY_STORES = 32;

/** For a load (ordinal) of an own slot: ordinals of the stores that can reach it. */
export type Reaching = (load: number, slot: number) => readonly number[];

export function reachingStores(reader: Reader): Reaching {
  /** By slot. */
  const stores: (number[] | undefined)[] = [];
  for (let i = 0; i < reader.count; i++) {
    if (kindAt(reader, i) !== Kind.Store || operandAt(reader, i, 2) !== NONE) continue;
    const slot = operandAt(reader, i, 0);
    const list = stores[slot];
    if (list) list.push(i);
    else stores[slot] = [i];
  }
  let walk: Walk | null = null;
  return (load, slot) => {
    const list = stores[slot];
    if (!list) return NO_STORES;
    return list.length === 1 || list.length > MANY_STORES ? list : (walk ??= walkOf(reader))(load, slot, list);
  };
}

type Walk = (load: number, slot: number, list: readonly number[]) => readonly number[];
const NO_STORES: readonly number[] = [];

/** Needed where a slot is stored more than once: most functions never ask. */
function walkOf(reader: Reader): Walk {
  const blockOf = new Int32Array(reader.count);
  const starts: number[] = [];
  for (let i = 0, block = 0; i < reader.count; i++) {
    if (kindAt(reader, i) === Kind.Block) {
      block = starts.length;
      starts.push(i);
    }
    blockOf[i] = block;
  }
  let before: number[][] | null = null;
  const memo = new Map<number, readonly number[]>();

  const lastIn = (list: readonly number[], block: number, until: number): number => {
    for (let k = list.length - 1; k >= 0; k--) if (list[k] < until && blockOf[list[k]] === block) return list[k];
    return NONE;
  };

  const atStart = (slot: number, block: number, list: readonly number[]): readonly number[] => {
    const key = slot * LIMIT_BLOCKS + block;
    const known = memo.get(key);
    if (known) return known;
    before ??= predecessors(reader, starts, blockOf);
    const found = new Set<number>();
    const seen = new Set<number>([block]);
    const queue = [...before[block]];
    for (let next = queue.pop(); next !== undefined; next = queue.pop()) {
      if (seen.has(next) && next !== block) continue;
      seen.add(next);
      const store = lastIn(list, next, Infinity);
      if (store !== NONE) found.add(store);
      if (store === NONE && next !== block) queue.push(...before[next]);
    }
    const out = [...found].sort((a, b) => a - b);
    memo.set(key, out);
    return out;
  };

  return (load, slot, list) => {
    if (starts.length > LIMIT_BLOCKS) return list;
    const own = lastIn(list, blockOf[load], load);
    return own === NONE ? atStart(slot, blockOf[load], list) : [own];
  };
}

function predecessors(reader: Reader, starts: readonly number[], blockOf: Int32Array): number[][] {
  const out: number[][] = starts.map(() => []);
  for (let i = 0; i < reader.count; i++) {
    const kind = kindAt(reader, i);
    if (kind === Kind.Jump) out[blockOf[operandAt(reader, i, 0)]].push(blockOf[i]);
    if (kind !== Kind.Branch) continue;
    out[blockOf[operandAt(reader, i, 1)]].push(blockOf[i]);
    out[blockOf[operandAt(reader, i, 2)]].push(blockOf[i]);
  }
  return out;
}

/** A back edge enters one of the function's blocks. */
export function hasLoop(reader: Reader): boolean {
  for (let i = 0; i < reader.count; i++) if (kindAt(reader, i) === Kind.Block && flagsAt(reader, i) & Flag.Loop) return true;
  return false;
}
