/** One step back from a variable: what is stored in it, and what changes what it holds. */
import { Flag, Kind, NONE } from '../../ir';
import type { Body, Spot } from '../bodies';
import type { Context, Node } from './influence';
import type { Walking, Emit } from './steps';

const ADDERS = new Set(['push', 'unshift', 'add', 'set', 'append', 'splice']);

const isSort = (body: Body, call: number): boolean => body.name(call, 1) === 'sort';

const GROWS = new Set(['push', 'unshift', 'add']);

export function load(parts: Walking, node: Node, body: Body, emit: Emit): void {
  const { fn, ordinal: i, path, context } = node;
  const slot = body.operand(i, 0);
  const owner = body.operand(i, 1);
  if (owner !== NONE && owner !== body.index) {
    const outer = parts.program.base[body.module] + owner;
    return stored(parts, { ...node, context: contextOf(context, outer) }, outer, slot, emit);
  }
  const found = body.reaching(i, slot);
  const cfg = body.cfg();
  for (const at of found) emit({ fn, ordinal: body.operand(at, 1), path, context, via: 'same' });
  const inner = body.stores(slot).filter((spot) => spot.fn !== fn);
  for (const spot of inner) innerStore(parts, spot, path, emit);
  if (found.length > 1) {
    const blocks = found.map((at) => cfg.blockOf[at]);
    chosen(body, blocks, body.meeting([...blocks, cfg.blockOf[i]]), (at) => {
      if (body.rejoins(at)) emit({ fn, ordinal: at, path: [], context, via: 'branch' });
    });
  }
  changes(body, slot, node, emit);
}

/** All that is ever stored in a variable of another function. */
export function stored(parts: Walking, node: Node, owner: number, slot: number, emit: Emit): void {
  const body = parts.bodies.of(owner);
  const spots = body.stores(slot);
  for (const spot of spots) {
    if (spot.fn !== owner) {
      innerStore(parts, spot, node.path, emit);
      continue;
    }
    emit({ fn: owner, ordinal: body.operand(spot.ordinal, 1), path: node.path, context: node.context, via: 'same' });
    if (spots.length < 2) continue;
    const blocks = spots.filter((other) => other.fn === owner).map((other) => body.cfg().blockOf[other.ordinal]);
    chosen(body, [body.cfg().blockOf[spot.ordinal]], body.meeting(blocks), (at) => {
      emit({ fn: owner, ordinal: at, path: [], context: node.context, via: 'branch' });
    });
  }
  changes(body, slot, node, emit);
}

/** A function written inside stores into the variable: when it does is decided there. */
function innerStore({ bodies }: Walking, spot: Spot, path: readonly string[], emit: Emit): void {
  const inner = bodies.of(spot.fn);
  emit({ fn: spot.fn, ordinal: inner.operand(spot.ordinal, 1), path, context: null, via: 'same' });
  for (const condition of inner.conditions(inner.cfg().blockOf[spot.ordinal], 0))
    emit({ fn: spot.fn, ordinal: condition, path: [], context: null, via: 'branch' });
}

/** `x.member = value`, `x.push(value)` on the variable in its own function. */
function changes(body: Body, slot: number, node: Node, emit: Emit): void {
  const [head, ...rest] = node.path;
  const put = (ordinal: number, path: readonly string[], at: number): void => {
    if (ordinal === NONE) return;
    emit({ fn: body.fn, ordinal, path, context: node.context, via: 'same' });
    const adds = body.kind(at) === Kind.Call && GROWS.has(body.name(at, 1));
    // Where one way leaves the function, the condition decides whether there is a value at all.
    for (const condition of body.conditions(body.cfg().blockOf[at], 0))
      if (body.rejoins(condition))
        emit({ fn: body.fn, ordinal: condition, path: [], context: node.context, via: 'branch', adds });
  };
  for (const at of changesOf(body).get(slot) ?? []) {
    if (node.fn === body.fn && at > node.ordinal && !body.cfg().starts.some((start) => body.has(start, Flag.Loop))) continue;
    if (body.kind(at) === Kind.Set) {
      if (body.has(at, Flag.Delete)) continue;
      const computed = body.has(at, Flag.Computed);
      const own = computed ? body.text(body.operand(at, 1)) : body.name(at, 1);
      if (head === undefined || own === null || head === own) put(body.operand(at, 2), head === own ? rest : [], at);
      if (computed && own === null)
        emit({ fn: body.fn, ordinal: body.operand(at, 1), path: [], context: node.context, via: 'lookup' });
      continue;
    }
    if (isSort(body, at)) {
      // What is put in order in its place: whoever reads it next gets it in that order.
      emit({ fn: body.fn, ordinal: at, path: node.path, context: node.context, via: 'same' });
      continue;
    }
    for (let n = 4; body.operand(at, n) !== NONE; n++) put(body.operand(at, n), node.path, at);
  }
}

const changed = new WeakMap<Body, Map<number, number[]>>();

/** By own variable: assignments to its members and calls that add to it as a container. */
export function changesOf(body: Body): Map<number, number[]> {
  const known = changed.get(body);
  if (known) return known;
  const out = new Map<number, number[]>();
  for (let i = 0; i < body.reader.count; i++) {
    const kind = body.kind(i);
    if (kind !== Kind.Set && !(kind === Kind.Call && (ADDERS.has(body.name(i, 1)) || isSort(body, i)))) continue;
    const holder = body.operand(i, 0);
    if (holder === NONE || body.kind(holder) !== Kind.Load || body.operand(holder, 1) !== NONE) continue;
    const slot = body.operand(holder, 0);
    const list = out.get(slot);
    if (list) list.push(i);
    else out.set(slot, [i]);
  }
  changed.set(body, out);
  return out;
}

/** A variable of an outer function is that of the call on the way, when there is one. */
function contextOf(context: Context | null, owner: number): Context | null {
  for (let at = context; at; at = at.parent) if (at.callee === owner) return at;
  for (let at = context; at; at = at.parent) if (at.call.fn === owner) return at.parent;
  return null;
}
/** Conditions that decide which of several blocks gives the value. */
export function chosen(body: Body, blocks: readonly number[], top: number, visit: (condition: number) => void): void {
  if (top === NONE) return;
  const cfg = body.cfg();
  const found = new Set<number>();
  for (const block of blocks) {
    for (const condition of body.conditions(block, top)) found.add(condition);
    // An edge from the branch itself to the join: `a && b`.
    const [edge] = cfg.out[block];
    if (cfg.out[block].length > 1 && edge.condition !== NONE) found.add(edge.condition);
  }
  for (const condition of [...found].sort((a, b) => a - b)) visit(condition);
}
