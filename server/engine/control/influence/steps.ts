/** One step back: what a value is computed from, or chosen by. */
import { EntryKind, Flag, Kind, NONE, OPERATORS, isComparison } from '../../ir';
import type { Program } from '../../link/program';
import type { Engine } from '../../flow/frame';
import type { Bodies, Body, Spot } from '../bodies';
import { isOnlyAsked } from './asked';
import { chainBefore, givenBack } from './builders';
import { callSteps, choiceOfReturn } from './call-steps';
import type { Frames } from '../frames';
import type { Context, Node, Via } from './influence';
import { entriesOf, isSpread } from '../parts';
import { load, stored, chosen } from './step-variables';
import { parameter } from './step-parameters';

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
/** Rest takes members away: a path step "!a,b" means none of these. */
export const MINUS = '!';
/** Nothing is read of what is in it, only how many there are. */
export const NO_MEMBER = `${MINUS}*`;

export function createSteps(parts: Walking): (node: Node, emit: Emit) => void {
  const { program, bodies } = parts;

  // Where the functions of a table are looked for, those of another one on the way there are not.
  const step = (node: Node, emit: Emit, isLooking = false): void => {
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
        if (via === 'compare' && isEmpty(body, operand(2))) return to(operand(1), 'present', []);
        if (via === 'compare' && isEmpty(body, operand(1))) return to(operand(2), 'present', []);
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
      case Kind.This:
        return givenBack(parts, node, emit);
      case Kind.Call:
        return callSteps(parts, node, body, emit, isLooking ? null : (own, tell) => step(own, tell, true));
      case Kind.Opaque:
        for (let n = 0; n < count; n++) to(operand(n));
        return;
      case Kind.Element:
        return;
    }
  };
  return (node, emit) => step(node, emit);
}

/** What is held against nothing, or an empty text, is only asked whether it is there. */
const isEmpty = (body: Body, i: number): boolean => body.isNothing(i) || body.text(i) === '';

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

function spreads(body: Body, array: number): boolean {
  for (let n = 0; body.operand(array, 2 * n + 1) !== NONE; n++) if (isSpread(body, array, n)) return true;
  return false;
}

export const taken = (step: string, name: string): boolean => step === NO_MEMBER || step.slice(1).split(',').includes(name);

function get(parts: Walking, node: Node, body: Body, emit: Emit): void {
  const { fn, ordinal: i, path, context } = node;
  const object = body.operand(i, 0);
  if (body.has(i, Flag.Computed)) {
    emit({ fn, ordinal: object, path, context, via: 'same' });
    emit({ fn, ordinal: body.operand(i, 1), path: [], context, via: 'lookup' });
    return;
  }
  const name = body.name(i, 1);
  // `item.size.price`: a size that has members is no number of things.
  if (COUNTS.has(name) && path.length === 0) return emit({ fn, ordinal: object, path: [], context, via: 'count' });
  const below = [name, ...path];
  if (body.kind(object) === Kind.This) {
    chainBefore(parts, node, emit);
    return field(parts, node, below, emit);
  }
  emit({ fn, ordinal: object, path: below, context, via: 'same' });
}

/** `this.name`: what the functions of the class assign to it, or what its getter gives back. */
function field({ program, bodies }: Walking, { fn }: Node, [name, ...path]: readonly string[], emit: Emit): void {
  const module = program.moduleOf[fn];
  const { functions } = program.modules[module];
  let index = fn - program.base[module];
  while (index > 0 && functions[index].class === NONE) index = functions[index].parent;
  if (index <= 0) return;
  functions.forEach((other, at) => {
    if (at === 0 || other.class !== functions[index].class) return;
    const body = bodies.of(program.base[module] + at);
    if (other.kind === 'getter' && other.name === name) {
      for (const end of body.returns()) emit({ fn: body.fn, ordinal: body.operand(end, 0), path, context: null, via: 'same' });
      for (const condition of choiceOfReturn(body))
        emit({ fn: body.fn, ordinal: condition, path: [], context: null, via: 'branch' });
      return;
    }
    for (let i = 0; i < body.reader.count; i++) {
      if (body.kind(i) !== Kind.Set || body.has(i, Flag.Computed) || body.has(i, Flag.Delete)) continue;
      if (body.kind(body.operand(i, 0)) !== Kind.This || body.name(i, 1) !== name) continue;
      emit({ fn: body.fn, ordinal: body.operand(i, 2), path, context: null, via: 'same' });
      for (const condition of body.conditions(body.cfg().blockOf[i], 0))
        emit({ fn: body.fn, ordinal: condition, path: [], context: null, via: 'branch' });
    }
  });
}
