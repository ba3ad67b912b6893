/**
 * Functions that a table holds: `RULES.find((rule) => rule.when(person))`, `STEPS.reduce((sum, step) => step(sum), base)`.
 * Calls to functions that are known by name are the engine's; here the value that is called is followed to where it is written.
 */
import { Flag, Kind, NONE } from '../../ir';
import type { Body } from '../bodies';
import { entriesOf } from '../parts';
import type { Node } from './influence';
import type { Emit, Step, Walking } from './steps';

type Stepping = (node: Node, emit: Emit) => void;

/** Values looked at for one call, and functions it may lead to. */
const STEPS = 48;
const MOST = 16;
/** Of lists and texts: what they are given is run by them. */
const OWN =
  /^(map|flatMap|filter|find|findLast|findIndex|some|every|forEach|reduce|reduceRight|sort|toSorted|then|catch|finally|push|includes|indexOf|startsWith|endsWith|slice|split|join|trim|replace|replaceAll|toFixed|toLowerCase|toUpperCase|toString|concat|keys|values|entries|at|round|max|min|floor|ceil)$/;

/** @returns numbers of the functions, ascending; none where the value comes from elsewhere, or from too many places. */
export function heldBy({ program, bodies }: Walking, node: Node, body: Body, step: Stepping): number[] {
  const method = body.name(node.ordinal, 1);
  const callee = body.operand(node.ordinal, 0);
  if (callee === NONE || OWN.test(method) || body.has(node.ordinal, Flag.New)) return [];
  const start = { fn: node.fn, ordinal: callee, path: method === '' ? [] : [method], context: node.context };
  const queue: Pick<Node, 'fn' | 'ordinal' | 'path' | 'context'>[] = [start];
  const seen = new Set<string>();
  const found = new Set<number>();
  for (let at = 0; at < queue.length && at < STEPS; at++) {
    const own = queue[at];
    const key = `${own.fn}:${own.ordinal}:${own.path.join('.')}`;
    if (seen.has(key)) continue;
    seen.add(key);
    const home = bodies.of(own.fn);
    if (home.kind(own.ordinal) === Kind.Closure) {
      if (own.path.length === 0) found.add(program.base[home.module] + home.operand(own.ordinal, 0));
      continue;
    }
    if (found.size > MOST) return [];
    const list = listedIn(home, own.ordinal);
    if (list !== NONE) {
      queue.push({ ...own, ordinal: list, path: [EACH, ...own.path] });
      continue;
    }
    if (own.path[0] === EACH && home.kind(own.ordinal) === Kind.Object) {
      for (const { name, value } of entriesOf(home, own.ordinal))
        if (name !== '') queue.push({ ...own, ordinal: value, path: own.path.slice(1) });
      continue;
    }
    step({ ...own, via: 'same', parent: null, claimed: false }, ({ via, fn, ordinal, path, context }: Step) => {
      if (via === 'same') queue.push({ fn, ordinal, path, context });
    });
  }
  return [...found].sort((a, b) => a - b);
}

/** A step of a path: whichever member of a record it is. */
const EACH = '*';

/** The record of `Object.values(record)`. */
function listedIn(body: Body, i: number): number {
  if (body.kind(i) !== Kind.Call || body.name(i, 1) !== 'values') return NONE;
  const receiver = body.operand(i, 0);
  return body.kind(receiver) === Kind.Global && body.name(receiver, 0) === 'Object' ? body.operand(i, 4) : NONE;
}
