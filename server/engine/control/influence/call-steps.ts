/** What the result of a call depends on: the callee's returns, the callbacks, or receiver and arguments. */
import { Flag, Kind, NONE } from '../../ir';
import type { Body } from '../bodies';
import { isOnlyAsked } from './asked';
import { leadsBothWays } from '../cfg';
import type { Context, Node, Via } from './influence';
import { nameOfCallee } from '../named';
import { elementsOf, valueBehind } from '../parts';
import { heldBy } from './held';
import { conditionsAt } from './conditions';
import { asksTable } from './queries';
import { columnsOf, putsRow } from './stored';
import { MINUS, NO_MEMBER, type Emit, type Walking } from './steps';
import { chosen } from './step-variables';

const DEPTH = 5;
/** Of `Promise`: they answer with what they are given. */
const WAITS = new Set(['all', 'race', 'any', 'resolve']);
/** Whether a call came through, which is not what it was told. */
const OUTCOMES = new Set(['ok', 'error', 'statusText', 'statusCode']);
const SELECTS = new Set(['filter', 'find', 'findLast', 'findIndex', 'some', 'every', 'partition', 'takeWhile', 'dropWhile']);
export const ORDERS = new Set(['sort', 'toSorted', 'sortBy', 'orderBy', 'maxBy', 'minBy', 'toSorted']);
const HOOKS = /^use(Memo|Callback|LayoutEffect|Effect|Deferred|Computed|Async)/;
/** Of lists: they run the function that they are given. */
const RUNS = /^(map|flatMap|filter|find|findLast|findIndex|some|every|forEach|reduce|reduceRight|sort|toSorted)$/;
/** Values that hold functions: their content decides nothing. */
const PLAIN = new Set(['Math', 'JSON', 'Object', 'Array', 'Number', 'String', 'Date', 'Promise', 'Intl', 'BigInt', 'Boolean']);

/** @param step the way back from any other value, to find functions that a table holds; null where they are not looked for. */
export function callSteps(
  parts: Walking,
  node: Node,
  body: Body,
  emit: Emit,
  step: ((node: Node, emit: Emit) => void) | null,
): void {
  const { fn, ordinal: i, context } = node;
  parts.frames.of(fn);
  const method = body.name(i, 1);
  const callee = body.operand(i, 0);
  const args: number[] = [];
  for (let n = 4; body.operand(i, n) !== NONE; n++) args.push(body.operand(i, n));
  const targets = parts.frames.callees(fn, i);
  const callbacks = new Set(args.flatMap((at) => functionsOf(parts, fn, at, body)));
  // What a list runs is run by its callback: an element that is a function is called there, with what it is given there.
  const known = callbacks.size > 0 && RUNS.test(method) ? [] : targets.filter((target) => !callbacks.has(target));
  const direct = known.length > 0 || step === null ? known : heldBy(parts, node, body, step);
  const to = (ordinal: number, via: Via, path: readonly string[]): void => emit({ fn, ordinal, path, context, via });
  if (direct.length > 0) {
    for (const target of direct) returnsOf(parts, node, target, 'same', emit);
    // Which of several does it is chosen with the one that is asked: `(isYoung ? new Dear() : new Usual()).price()`.
    if (direct.length > 1 && method !== '') to(callee, 'lookup', []);
    return;
  }
  if (WAITS.has(method) && isGlobal(body, callee, 'Promise')) return args.forEach((at) => to(at, 'same', node.path));
  if (OUTCOMES.has(node.path[0] ?? '')) return;
  // What the members of a record are called says nothing of what they hold.
  if (method === 'keys' && isGlobal(body, callee, 'Object')) return;
  const part = partOf(body, i, args);
  if (part) return part.paths.forEach((path) => to(part.whole, 'same', node.path.length > 0 ? node.path : path));
  // A row that is put in is there, whatever it holds.
  if (putsRow(body, i) && isOnlyAsked(parts.bodies, chainedOf(body, node))) return;
  const columns = columnsOf(parts.bodies, body, i, node.path);
  if (columns) return columns.forEach(({ ordinal, path }) => to(ordinal, 'same', path));
  const keeps = SELECTS.has(method) || ORDERS.has(method) || method === 'reverse' || method === 'slice' || method === 'then';
  const via: Via = SELECTS.has(method) ? 'predicate' : ORDERS.has(method) ? 'comparator' : 'same';
  // What is in a list comes through the callback that makes another one of it.
  const isMade = /^(map|flatMap)$/.test(method) && callbacks.size > 0;
  if (callee !== NONE && method !== '' && !isPlain(body, callee) && !asksTable(body, i))
    to(callee, keeps ? 'same' : 'call', keeps ? node.path : isMade ? [NO_MEMBER] : []);
  if (method === '' && callee !== NONE && body.kind(callee) === Kind.Get) {
    to(body.operand(callee, 0), 'call', []);
    if (body.has(callee, Flag.Computed)) to(body.operand(callee, 1), 'lookup', []);
  }
  const isKey = method === 'get' && args.length === 1 && isMap(parts, body, callee);
  const isHook = HOOKS.test(method || nameOfCallee(body, i));
  for (const at of args) {
    // What `useMemo` is told to watch is in the function, where it matters.
    if (isHook && body.kind(at) === Kind.Array) continue;
    const functions = functionsOf(parts, fn, at, body);
    const asked = conditionsAt(parts.bodies, body, i, at);
    for (const { ordinal, via } of asked) to(ordinal, via, []);
    if (asked.length > 0) continue;
    const given: Via = putsRow(body, i) ? 'same' : isKey ? 'lookup' : 'call';
    if (functions.length === 0) to(at, via === 'same' ? given : via, []);
    for (const callback of functions) returnsOf(parts, node, callback, via, emit);
  }
}

/** `omit(person, ['gender'])`, `pick(person, 'income', 'debt')`: the record, and the ways to what is left of it. */
function partOf(body: Body, call: number, [whole, ...rest]: readonly number[]): { whole: number; paths: string[][] } | null {
  const name = body.name(call, 1) || nameOfCallee(body, call);
  if (whole === undefined || rest.length === 0 || !/^(omit|pick)$/.test(name)) return null;
  const names = rest.flatMap((at) => elementsOf(body, at).concat(at)).flatMap((at) => body.text(at) ?? []);
  if (names.length === 0) return null;
  return { whole, paths: name === 'omit' ? [[MINUS + names.join()]] : names.map((each) => [each]) };
}

/** The whole of `insert(row).select().single()`, of which `insert(row)` is the beginning. */
function chainedOf(body: Body, node: Node): Node {
  let at = node;
  while (at.via === 'call' && at.parent?.fn === at.fn && body.operand(at.parent.ordinal, 0) === at.ordinal) at = at.parent;
  return at;
}

/** `new Map(…)`, or a value that is declared as one. */
function isMap(parts: Walking, body: Body, i: number): boolean {
  if (parts.frames.of(body.fn)?.values[i]?.type.kind === 'map') return true;
  const only = valueBehind(parts, body, i);
  return only !== null && only.home.kind(only.value) === Kind.Call && nameOfCallee(only.home, only.value) === 'Map';
}

/** Functions that a value is: a closure written here, or a name of one. */
function functionsOf({ frames, program }: Walking, fn: number, at: number, body: Body): number[] {
  if (body.kind(at) === Kind.Closure) return [program.base[body.module] + body.operand(at, 0)];
  const targets = frames.of(fn)?.values[at]?.targets ?? [];
  return targets.flatMap((target) => (target.kind === 'function' ? [target.fn] : []));
}

const isPlain = (body: Body, at: number): boolean =>
  body.kind(at) === Kind.Global && !body.has(at, Flag.Import) && PLAIN.has(body.name(at, 0));

const isGlobal = (body: Body, at: number, name: string): boolean => at !== NONE && isPlain(body, at) && body.name(at, 0) === name;

/** Into a callee, by its returns and what decides among them. */
function returnsOf({ bodies }: Walking, node: Node, target: number, via: Via, emit: Emit): void {
  const depth = node.context?.depth ?? 0;
  if (depth >= DEPTH) return;
  for (let at = node.context; at; at = at.parent) if (at.callee === target) return;
  const context: Context = {
    callee: target,
    call: { fn: node.fn, ordinal: node.ordinal },
    parent: node.context,
    depth: depth + 1,
    claimed: node.claimed,
  };
  const body = bodies.of(target);
  const path = via === 'same' ? node.path : [];
  for (const at of body.returns()) emit({ fn: target, ordinal: body.operand(at, 0), path, context, via });
  for (const condition of choiceOfReturn(body)) emit({ fn: target, ordinal: condition, path: [], context, via: 'branch' });
}

/** Conditions that decide which return is taken; leaving with nothing, or by an error, is no other answer, nor is what does not count. */
export function choiceOfReturn(body: Body, counts: (value: number) => boolean = () => true): number[] {
  const returns = body.returns().filter((at) => !body.isNothing(body.operand(at, 0)) && counts(body.operand(at, 0)));
  if (returns.length < 2) return [];
  const blocks = returns.map((at) => body.cfg().blockOf[at]);
  const out: number[] = [];
  chosen(body, blocks, body.meeting(blocks), (condition) => {
    if (leadsBothWays(body.cfg(), condition, blocks)) out.push(condition);
  });
  return out;
}
