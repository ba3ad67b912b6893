/** One step back from a parameter: the argument of the call on the way, or what the one who runs a callback gives. */
import { Kind, NONE } from '../../ir';
import type { Body, Spot } from '../bodies';
import type { Context, Node } from './influence';
import type { Walking, Emit } from './steps';

export function parameter(parts: Walking, node: Node, body: Body, emit: Emit): void {
  const { context, path } = node;
  const position = body.operand(node.ordinal, 0);
  if (context && context.callee === node.fn) {
    const caller = parts.bodies.of(context.call.fn);
    const isCallback = caller.operand(context.call.ordinal, 4) !== NONE && !isCalledAt(parts, context);
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
export function isCalledAt({ frames, bodies }: Walking, { callee, call }: Context): boolean {
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
