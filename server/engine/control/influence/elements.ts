/** Values that belong to one of many: what a loop or a callback is given, and what is read from it. */
import { Flag, Kind, NONE } from '../../ir';
import type { Bodies, Body, Spot } from '../bodies';
import { alternativesOf } from '../parts';
import { chainOf, type Context, type Node } from './influence';

/**
 * The variable or parameter from which alone a value is read, through members, choices and the helpers on the way.
 * @returns null when it is read from several, or is something else.
 */
export function rootOf(bodies: Bodies, { fn, ordinal, context }: Spot & { context: Context | null }): Spot | null {
  const body = bodies.of(fn);
  const own = rootIn(body, ordinal);
  if (own === NONE) return null;
  const given = body.kind(own) === Kind.Param ? body.operand(own, 0) : NONE;
  if (given === NONE || context?.callee !== fn) return { fn, ordinal: own };
  const caller = bodies.of(context.call.fn);
  const argument = caller.operand(context.call.ordinal, 4 + given);
  // A callback is given what its list holds.
  if (argument === NONE || caller.kind(argument) === Kind.Closure) return { fn, ordinal: own };
  return rootOf(bodies, { fn: context.call.fn, ordinal: argument, context: context.parent });
}

/** The only parameter or element behind a value of one function; NONE where there are several. */
function rootIn(body: Body, i: number, depth = 12): number {
  if (i === NONE || depth === 0) return NONE;
  const of = (at: number): number => rootIn(body, at, depth - 1);
  const same = (all: readonly number[]): number => {
    const roots = new Set(all.filter((at) => !isPlain(body, at)).map(of));
    return roots.size === 1 ? [...roots][0] : NONE;
  };
  switch (body.kind(i)) {
    case Kind.Param:
    case Kind.Iter:
      return i;
    case Kind.Get:
    case Kind.Cast:
    case Kind.Await:
      return of(body.operand(i, 0));
    case Kind.Otherwise:
      return same([body.operand(i, 0), body.operand(i, 1)]);
    case Kind.Phi:
      return same(alternativesOf(body, i));
    case Kind.Load: {
      const owner = body.operand(i, 1);
      if (owner !== NONE && owner !== body.index) return NONE;
      const stores = body.stores(body.operand(i, 0));
      return stores.every((store) => store.fn === body.fn) ? same(stores.map((at) => body.operand(at.ordinal, 1))) : NONE;
    }
    default:
      return NONE;
  }
}

const isPlain = (body: Body, i: number): boolean => body.kind(i) === Kind.Const || body.isNothing(i);

/**
 * `new Set(members.map((one) => one.zip)).has(zip)`: the attribute is one of those that many people have, and what is asked about
 * is another one.
 */
export function isOfListAsked(bodies: Bodies, node: Node): boolean {
  const chain = chainOf(node);
  const at = chain.findIndex(({ fn, ordinal, parent }) => {
    if (parent?.fn !== fn) return false;
    const body = bodies.of(fn);
    return (
      body.kind(parent.ordinal) === Kind.Call &&
      MEMBERSHIP.test(body.name(parent.ordinal, 1)) &&
      body.operand(parent.ordinal, 0) === ordinal
    );
  });
  if (at < 0 || chain.slice(at + 1).some(({ via }) => via === 'predicate' || via === 'lookup')) return false;
  const root = rootOf(bodies, beneath(bodies, node));
  if (!root) return false;
  const home = bodies.of(root.fn);
  if (home.kind(root.ordinal) === Kind.Iter) return true;
  return chain.slice(at).some((own) => gathers(bodies, own, root.fn));
}
/** `rows.filter((row) => row.caste …)`: what a row is chosen by is its own, and changes nothing in it. */
export function isOwnOfElement(bodies: Bodies, node: Node): boolean {
  const root = rootOf(bodies, beneath(bodies, node));
  if (!root) return false;
  const home = bodies.of(root.fn);
  if (home.kind(root.ordinal) !== Kind.Param || home.operand(root.ordinal, 0) !== 0) return false;
  // The condition of a query stands in the function that asks, not in one that is run for each row.
  return chainOf(node).some((own) => own.fn === root.fn && own.via === 'predicate' && own.parent?.fn !== own.fn);
}

/** Calls that ask whether something is in a list. */
export const MEMBERSHIP = /^(has|includes|indexOf)$/;

/** What is looked for in the text of an address is read from the address. */
function beneath(bodies: Bodies, node: Node): Node {
  const body = bodies.of(node.fn);
  const call = body.kind(node.ordinal) === Kind.Get ? body.operand(node.ordinal, 0) : NONE;
  return call !== NONE && body.kind(call) === Kind.Call && !body.has(call, Flag.New) && body.name(call, 1) !== ''
    ? { ...node, ordinal: body.operand(call, 0) }
    : node;
}

/** `list.map(one => …)` whose callback the root belongs to. */
const gathers = (bodies: Bodies, { fn, context }: Node, callback: number): boolean =>
  fn === callback &&
  context?.callee === callback &&
  /^(map|flatMap|forEach)$/.test(bodies.of(context.call.fn).name(context.call.ordinal, 1));
