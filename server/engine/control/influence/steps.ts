/** One step back: what a value is computed from, or chosen by. */
import { EntryKind, Flag, Kind, NONE, OPERATORS, isComparison } from '../../ir';
import type { Program } from '../../link/program';
import type { Engine } from '../../flow/frame';
import type { Bodies, Body, Spot } from '../bodies';
import { callSteps } from './call-steps';
import type { Frames } from '../frames';
import type { Context, Node, Via } from './influence';
import { entriesOf } from '../parts';

export interface Walking {
  program: Program;
  engine: Engine;
  frames: Frames;
  bodies: Bodies;
}

/** Where a step leads. `left`: out of that callee, into the call's arguments. */
export interface Step extends Spot {
  path: readonly string[];
  context: Context | null;
  via: Via;
  left?: Context;
  /** It decides whether a list gets one more. */
  adds?: boolean;
}

export type Emit = (step: Step) => void;

const COUNTS = new Set(['length', 'size', 'byteLength']);
const ADDERS = new Set(['push', 'unshift', 'add', 'set', 'append', 'splice']);
const GROWS = new Set(['push', 'unshift', 'add']);
/** Rest takes members away: a path step "!a,b" means none of these. */
export const MINUS = '!';

export function createSteps(parts: Walking): (node: Node, emit: Emit) => void {
  const { program, bodies } = parts;

  return (node, emit) => {
    const body = bodies.of(node.fn);
    const { ordinal: i, path, context } = node;
    const operand = (n: number): number => body.operand(i, n);
    const to = (ordinal: number, via: Via = 'same', below: readonly string[] = path): void => {
      if (ordinal !== NONE) emit({ fn: node.fn, ordinal, path: below, context, via });
    };
    const count = body.reader.module.code[body.reader.module.at[body.reader.first + i]] >>> 16;
    switch (body.kind(i)) {
      case Kind.Cast:
      case Kind.Await:
      case Kind.Iter:
        return to(operand(0));
      case Kind.Otherwise:
        to(operand(0));
        return to(operand(1));
      case Kind.Unary:
        return to(operand(1), OPERATORS[operand(0)] === '!' || OPERATORS[operand(0)] === 'typeof' ? 'compare' : 'arithmetic', []);
      case Kind.Binary: {
        const via = isComparison(operand(0)) ? 'compare' : 'arithmetic';
        if (via === 'compare' && (body.isNothing(operand(1)) || body.isNothing(operand(2)))) return;
        to(operand(1), via, []);
        return to(operand(2), via, []);
      }
      case Kind.Template:
        for (let n = 1; n < count; n += 2) to(operand(n), 'text', []);
        return;
      case Kind.Get:
        return get(parts, node, body, emit);
      case Kind.Object:
        if (path.length === 0 && isOnlyAsked(bodies, node)) return;
        for (let n = 0; n < count; n += 3) {
          const kind = operand(n) as EntryKind;
          const [head, ...rest] = path;
          if (kind === EntryKind.Spread && mayHold(body, operand(n + 2), head)) to(operand(n + 2));
          if (kind === EntryKind.Computed) {
            to(operand(n + 2), 'same', rest);
            to(operand(n + 1), 'lookup', []);
          }
          if (kind !== EntryKind.Static) continue;
          const own = body.name(i, n + 1);
          if (head === undefined) to(operand(n + 2), 'same', []);
          if (head === own) to(operand(n + 2), 'same', rest);
          if (head?.startsWith(MINUS) && !taken(head, own)) to(operand(n + 2), 'same', []);
        }
        return;
      case Kind.Array: {
        const [head, ...rest] = path;
        const isAt = /^\d+$/.test(head ?? '') && !spreads(body, i);
        for (let n = 0; n < count; n += 2)
          if (!isAt) to(operand(n + 1));
          else if (n === 2 * Number(head)) to(operand(n + 1), 'same', rest);
        return;
      }
      case Kind.Rest: {
        if (body.has(i, Flag.Array)) return to(operand(0));
        const names: string[] = [];
        for (let n = 1; n < count; n++) names.push(body.name(i, n));
        if (path.length > 0 && names.includes(path[0])) return;
        return to(operand(0), 'same', path.length > 0 || names.length === 0 ? path : [MINUS + names.join()]);
      }
      case Kind.Phi: {
        const blocks: number[] = [];
        const values = new Set<number>();
        for (let n = 0; n < count; n += 2) {
          blocks.push(body.cfg().blockOf[operand(n)]);
          values.add(operand(n + 1));
          to(operand(n + 1));
        }
        // `loans || []`: a value that is taken when it is there chooses nothing besides itself.
        return chosen(body, blocks, body.cfg().dominator[body.cfg().blockOf[i]], (at) => {
          if (!values.has(at)) to(at, 'branch', []);
        });
      }
      case Kind.Load:
        return load(parts, node, body, emit);
      case Kind.Global: {
        if (!body.has(i, Flag.Import)) return;
        const target = program.imported(body.module, operand(0));
        const found = target.kind === 'namespace' && path.length > 0 ? program.exported(target.module, path[0]) : target;
        const below = target.kind === 'namespace' ? path.slice(1) : path;
        if (found?.kind === 'slot') stored(parts, { ...node, path: below }, program.base[found.module], found.slot, emit);
        return;
      }
      case Kind.Param:
        return parameter(parts, node, body, emit);
      case Kind.Call:
        return callSteps(parts, node, body, emit);
      case Kind.Opaque:
        for (let n = 0; n < count; n++) to(operand(n));
        return;
      case Kind.Element:
        return;
    }
  };
}

/** `...(partner && { partner })`: what is written there gives no other member. */
function mayHold(body: Body, value: number, name: string | undefined): boolean {
  if (name === undefined || name.startsWith(MINUS) || body.kind(value) !== Kind.Phi) return true;
  const objects: number[] = [];
  for (let n = 1; body.operand(value, n) !== NONE; n += 2)
    if (body.kind(body.operand(value, n)) === Kind.Object) objects.push(body.operand(value, n));
  return (
    objects.length === 0 ||
    objects.some((object) => entriesOf(body, object).some((entry) => entry.name === name || entry.name === ''))
  );
}

/** `if (payload)`: whether there is one, which is not what it holds. */
function isOnlyAsked(bodies: Bodies, node: Node): boolean {
  for (let at: Node | null = node; at; at = at.parent) {
    if (at.via === 'branch' || at.via === 'count' || (at.via === 'predicate' && at !== node)) return true;
    if (at.via !== 'same' && !isMapped(bodies, at)) return false;
  }
  return false;
}

/** The list that `list.map(…)` goes through. */
function isMapped(bodies: Bodies, { fn, ordinal, via, parent }: Node): boolean {
  if (via !== 'call' || parent?.fn !== fn) return false;
  const body = bodies.of(fn);
  return body.operand(parent.ordinal, 0) === ordinal && /^(map|flatMap)$/.test(body.name(parent.ordinal, 1));
}

function spreads(body: Body, array: number): boolean {
  for (let n = 0; body.operand(array, n + 1) !== NONE; n += 2)
    if ((body.operand(array, n) as EntryKind) === EntryKind.Spread) return true;
  return false;
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

export const taken = (step: string, name: string): boolean => step.slice(1).split(',').includes(name);

function get(parts: Walking, node: Node, body: Body, emit: Emit): void {
  const { fn, ordinal: i, path, context } = node;
  const object = body.operand(i, 0);
  if (body.has(i, Flag.Computed)) {
    emit({ fn, ordinal: object, path, context, via: 'same' });
    emit({ fn, ordinal: body.operand(i, 1), path: [], context, via: 'lookup' });
    return;
  }
  const name = body.name(i, 1);
  if (COUNTS.has(name)) return emit({ fn, ordinal: object, path: [], context, via: 'count' });
  const below = [name, ...path];
  if (body.kind(object) === Kind.This) return field(parts, node, below, emit);
  emit({ fn, ordinal: object, path: below, context, via: 'same' });
}

/** `this.name`: what the functions of the class assign to it. */
function field({ program, bodies }: Walking, { fn }: Node, [name, ...path]: readonly string[], emit: Emit): void {
  const module = program.moduleOf[fn];
  const { functions } = program.modules[module];
  let index = fn - program.base[module];
  while (index > 0 && functions[index].class === NONE) index = functions[index].parent;
  if (index <= 0) return;
  functions.forEach((other, at) => {
    if (at === 0 || other.class !== functions[index].class) return;
    const body = bodies.of(program.base[module] + at);
    for (let i = 0; i < body.reader.count; i++) {
      if (body.kind(i) !== Kind.Set || body.has(i, Flag.Computed) || body.has(i, Flag.Delete)) continue;
      if (body.kind(body.operand(i, 0)) !== Kind.This || body.name(i, 1) !== name) continue;
      emit({ fn: body.fn, ordinal: body.operand(i, 2), path, context: null, via: 'same' });
      for (const condition of body.conditions(body.cfg().blockOf[i], 0))
        emit({ fn: body.fn, ordinal: condition, path: [], context: null, via: 'branch' });
    }
  });
}

function load(parts: Walking, node: Node, body: Body, emit: Emit): void {
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
function stored(parts: Walking, node: Node, owner: number, slot: number, emit: Emit): void {
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
    for (let n = 4; body.operand(at, n) !== NONE; n++) put(body.operand(at, n), node.path, at);
  }
}

const changed = new WeakMap<Body, Map<number, number[]>>();

/** By own variable: assignments to its members and calls that add to it as a container. */
function changesOf(body: Body): Map<number, number[]> {
  const known = changed.get(body);
  if (known) return known;
  const out = new Map<number, number[]>();
  for (let i = 0; i < body.reader.count; i++) {
    const kind = body.kind(i);
    if (kind !== Kind.Set && !(kind === Kind.Call && ADDERS.has(body.name(i, 1)))) continue;
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

function parameter(parts: Walking, node: Node, body: Body, emit: Emit): void {
  const { context, path } = node;
  const position = body.operand(node.ordinal, 0);
  if (context && context.callee === node.fn) {
    const caller = parts.bodies.of(context.call.fn);
    const isCallback = caller.operand(context.call.ordinal, 4) !== NONE && !calls(parts, context);
    if (isCallback) return received(parts, node, caller, context, emit);
    const ordinal = caller.operand(context.call.ordinal, 4 + position);
    return emit({ fn: context.call.fn, ordinal, path, context: context.parent, via: 'same', left: context });
  }
  const at = registrationOf(parts, node.fn);
  if (at)
    return received(
      parts,
      node,
      parts.bodies.of(at.fn),
      { callee: node.fn, call: at, parent: null, depth: 0, claimed: node.claimed },
      emit,
    );
  const { kind } = body.reader.module.functions[body.index];
  if (kind !== 'constructor') return;
  for (const site of (parts.engine.calls.get(node.fn) ?? []).slice(0, 8)) {
    const caller = parts.bodies.of(site.fn);
    if (caller.kind(site.ordinal) === Kind.Call)
      emit({ fn: site.fn, ordinal: caller.operand(site.ordinal, 4 + position), path, context: null, via: 'same' });
  }
}

/** The function is what the call calls, not one of its arguments. */
function calls({ frames, bodies }: Walking, { callee, call }: Context): boolean {
  const body = bodies.of(call.fn);
  const frame = frames.of(call.fn);
  for (let n = 4; body.operand(call.ordinal, n) !== NONE; n++) {
    const targets = frame?.values[body.operand(call.ordinal, n)]?.targets ?? [];
    if (targets.some((target) => target.kind === 'function' && target.fn === callee)) return false;
  }
  return true;
}

/** What the one who runs a callback gives to it: an element of the list, the sum so far. */
function received({ bodies }: Walking, node: Node, caller: Body, context: Context, emit: Emit): void {
  const { call, parent } = context;
  const position = bodies.of(node.fn).operand(node.ordinal, 0);
  const method = caller.name(call.ordinal, 1);
  const receiver = caller.operand(call.ordinal, 0);
  const to = (ordinal: number): void => {
    if (ordinal !== NONE) emit({ fn: call.fn, ordinal, path: node.path, context: parent, via: 'same', left: context });
  };
  if (/^reduce/.test(method))
    return position === 0 ? to(caller.operand(call.ordinal, 5)) : position === 1 ? to(receiver) : undefined;
  if (SORTS.has(method) || (LISTS.has(method) && position === 0)) to(receiver);
}

const SORTS = new Set(['sort', 'toSorted']);
const LISTS = new Set(
  'map flatMap filter find findLast findIndex some every forEach then partition groupBy sortBy orderBy sumBy maxBy minBy'.split(
    ' ',
  ),
);

/** The call that a function written inside another one is handed to. */
export function registrationOf({ program, bodies }: Walking, fn: number): Spot | null {
  const module = program.moduleOf[fn];
  const index = fn - program.base[module];
  const { parent } = program.modules[module].functions[index];
  if (parent < 0) return null;
  const body = bodies.of(program.base[module] + parent);
  for (let i = 0; i < body.reader.count; i++) {
    if (body.kind(i) !== Kind.Call) continue;
    for (let n = 4; body.operand(i, n) !== NONE; n++) {
      const at = body.operand(i, n);
      if (body.kind(at) === Kind.Closure && body.operand(at, 0) === index) return { fn: body.fn, ordinal: i };
    }
  }
  return null;
}

/** A variable of an outer function is that of the call on the way, when there is one. */
function contextOf(context: Context | null, owner: number): Context | null {
  for (let at = context; at; at = at.parent) if (at.callee === owner) return at;
  for (let at = context; at; at = at.parent) if (at.call.fn === owner) return at.parent;
  return null;
}
