/** What a value amounts to, over what is not known, under the assumption that a condition holds or that a row of a table is taken. */
import { Flag, isComparison, Kind, LiteralKind, NONE, OPERATORS } from '../../ir';
import type { Program } from '../../link/program';
import { living, type Bodies, type Body, type Open, type Spot } from '../bodies';
import type { Frames } from '../frames';
import { entriesOf, tablesBehind, valueIn } from '../parts';
import { both, constant, gathered, limit, named, opaque, print, scale, unknownOf, type Sum } from './arithmetic';
import { createCallValues } from './call-values';
import { createRecordMembers, type Walk } from './record-members';

export interface Assumption {
  /** "fn:ordinal" of a condition, and its outcome. */
  condition?: { key: string; outcome: boolean };
  /** "fn:ordinal" of a computed member, and the name of the row. */
  row?: { key: string; name: string };
  /** Ordinal of the condition, where what was chosen before it is to be one unknown, whichever way was taken. */
  before?: number;
}

export interface Evaluator {
  /** At most four alternatives; empty when nothing can be said. */
  of(spot: Spot, assumed: Assumption): Sum[];
  /** What a variable of the function holds where an instruction stands. */
  held(at: Spot, slot: number, assumed: Assumption): Sum[];
  /** A member of a value as it was before it is assigned. */
  member(object: Spot, name: string): Sum[];
  /** Names of the rows of the table that a computed member reads; empty when it is no literal. */
  rows(spot: Spot): string[];
}

const DEPTH = 24;
export function createEvaluator(program: Program, bodies: Bodies, frames: Frames): Evaluator {
  const house = { program, bodies };
  let steps = 0;
  const opened = new Map<number, Open>();
  /** What is known of the arguments of one call, or of none: variables that branches change again and again are asked on many ways. */
  const known = new Map<readonly Sum[][] | null, Map<string, Sum[]>>();

  const of = (body: Body, i: number, assumed: Assumption, args: readonly Sum[][] | null, depth: number): Sum[] => {
    if (i === NONE) return [];
    let answers = known.get(args);
    if (!answers) known.set(args, (answers = new Map()));
    const key = `${body.fn}:${i}:${depth}`;
    const before = answers.get(key);
    if (before) return before;
    const answer = valueOf(body, i, assumed, args, depth);
    answers.set(key, answer);
    return answer;
  };

  const valueOf = (body: Body, i: number, assumed: Assumption, args: readonly Sum[][] | null, depth: number): Sum[] => {
    if (depth === 0 || steps++ > 2000) return [opaque(`${body.fn}:${i}`)];
    const at = (ordinal: number): Sum[] => of(body, ordinal, assumed, args, depth - 1);
    const operand = (n: number): number => body.operand(i, n);
    switch (body.kind(i)) {
      case Kind.Const:
        return operand(0) === LiteralKind.Number ? [constant(Number(body.name(i, 1)))] : [opaque(`const ${body.name(i, 1)}`)];
      case Kind.Cast:
      case Kind.Await:
        return at(operand(0));
      case Kind.Unary:
        return OPERATORS[operand(0)] === '-' ? at(operand(1)).map((own) => scale(own, -1)) : at(operand(1));
      case Kind.Binary:
        // `(isYoung && 10) || 0`: a no is nought.
        if (isComparison(operand(0)) && assumed.condition?.key === `${body.fn}:${i}` && !assumed.condition.outcome)
          return [constant(0)];
        return both(at(operand(1)), at(operand(2)), OPERATORS[operand(0)], `${body.fn}:${i}`);
      case Kind.Otherwise:
        return limit([...at(operand(0)), ...at(operand(1))]);
      case Kind.Phi:
        return phi(body, i, assumed, at);
      case Kind.Load:
        return load(body, i, assumed, args, depth);
      case Kind.Param:
        return args?.[operand(0)] ?? [opaque(`${body.fn}:p${operand(0)}`)];
      case Kind.Global:
        return global(body, i, assumed, depth);
      case Kind.This:
        return [opaque('this')];
      case Kind.Get:
        return get(body, i, assumed, args, depth);
      case Kind.Call:
        return callOf(body, i, { assumed, args, depth });
      default:
        return [opaque(`${body.fn}:${i}`)];
    }
  };

  /** What is left of a function under the assumption: asked once for a question. */
  const openOf = (body: Body, { condition }: Assumption): Open => {
    const known = opened.get(body.fn);
    if (known) return known;
    const isShut: Open['isShut'] = (edge) =>
      condition !== undefined &&
      edge.when !== null &&
      edge.when !== condition.outcome &&
      `${body.fn}:${edge.condition}` === condition.key;
    const open = { isShut, living: living(body.cfg(), isShut) };
    opened.set(body.fn, open);
    return open;
  };

  /** What a choice can be under the assumption. */
  const waysInto = (body: Body, i: number, assumed: Assumption): number[] => {
    const cfg = body.cfg();
    const open = openOf(body, assumed);
    const taken: number[] = [];
    for (let n = 0; body.operand(i, n) !== NONE; n += 2) {
      const from = cfg.blockOf[body.operand(i, n)];
      const leads = cfg.out[from].some((edge) => edge.to === cfg.blockOf[i] && !open.isShut(edge));
      if (open.living.has(from) && leads) taken.push(body.operand(i, n + 1));
    }
    return taken;
  };

  const walk: Walk = { of: (body, i, { assumed, args, depth }) => of(body, i, assumed, args, depth), openOf, waysInto };
  const members = createRecordMembers(house, walk);
  const callOf = createCallValues({ ...house, frames }, walk);

  const phi = (body: Body, i: number, assumed: Assumption, at: (ordinal: number) => Sum[]): Sum[] => {
    const cfg = body.cfg();
    const own = cfg.blockOf[i];
    const taken = waysInto(body, i, assumed);
    let ways = 0;
    while (body.operand(i, 2 * ways) !== NONE) ways++;
    const isBefore = isAsked(body, assumed) && cfg.dominates(own, cfg.blockOf[assumed.before!]) && i < assumed.before!;
    if (isBefore && ways > 1 && taken.length === ways) return [opaque(`${body.fn}:${i}`)];
    return limit(taken.flatMap(at));
  };

  const load = (body: Body, i: number, assumed: Assumption, args: readonly Sum[][] | null, depth: number): Sum[] => {
    const slot = body.operand(i, 0);
    const owner = body.operand(i, 1);
    if (owner !== NONE && owner !== body.index) return slotOf(program.base[body.module] + owner, slot, assumed, depth);
    return heldAt(body, i, slot, assumed, args, depth);
  };

  /** What a variable of the function holds where an instruction stands. */
  const heldAt = (
    body: Body,
    i: number,
    slot: number,
    assumed: Assumption,
    args: readonly Sum[][] | null,
    depth: number,
  ): Sum[] => {
    const unknown = (stores: readonly number[]): Sum[] => [opaque(`${body.fn}:s${slot}@${stores.join()}`)];
    const whichever = body.reaching(i, slot);
    // What a loop has made of it so far, on whichever way.
    if (whichever.some((store) => store > i)) return unknown(whichever);
    const stores = body.reaching(i, slot, openOf(body, assumed));
    if (stores.length === 0) return slotOf(body.fn, slot, assumed, depth);
    const first = isAsked(body, assumed) ? body.reaching(assumed.before!, slot) : [];
    const isKept = first.length > 1 && first.every((store) => stores.includes(store));
    const others = isKept ? stores.filter((store) => !first.includes(store)) : stores;
    const held = gathered(others, (store) => of(body, body.operand(store, 1), assumed, args, depth - 1));
    // Too many to tell apart are one unknown.
    if (held.length === 0 && others.length > 0) return unknown(stores);
    return isKept ? limit([...unknown(first), ...held]) : held;
  };

  /** A variable seen from elsewhere: known when it is stored once. */
  const slotOf = (fn: number, slot: number, assumed: Assumption, depth: number): Sum[] => {
    const home = bodies.of(fn);
    const stores = home.stores(slot);
    if (stores.length !== 1 || stores[0].fn !== fn) return [opaque(`${fn}:s${slot}`)];
    return of(home, home.operand(stores[0].ordinal, 1), assumed, null, depth - 1);
  };

  const global = (body: Body, i: number, assumed: Assumption, depth: number): Sum[] => {
    if (!body.has(i, Flag.Import)) return [named(body.name(i, 0))];
    const target = program.imported(body.module, body.operand(i, 0));
    if (target.kind === 'slot') return slotOf(program.base[target.module], target.slot, assumed, depth);
    return [named(body.reader.module.imports[body.operand(i, 0)].local)];
  };

  const get = (body: Body, i: number, assumed: Assumption, args: readonly Sum[][] | null, depth: number): Sum[] => {
    const object = body.operand(i, 0);
    if (!body.has(i, Flag.Computed)) {
      const own = members.of(body, object, body.name(i, 1), { assumed, args, depth: depth - 1 });
      const listed = own ?? ofRows(tablesBehind(house, body, object), body.name(i, 1), assumed, depth);
      if (listed) return listed;
      const base = of(body, object, assumed, args, depth - 1);
      const unknown = base.length === 1 ? unknownOf(base[0]) : '';
      if (unknown !== '') return [opaque(`${unknown}.${body.name(i, 1)}`)];
      return [opaque(variableOf(body, object, body.name(i, 1)) ?? `${body.fn}:${i}`)];
    }
    if (assumed.row?.key !== `${body.fn}:${i}`) return [opaque(`${body.fn}:${i}`)];
    return ofRows(tablesBehind(house, body, object), assumed.row.name, assumed, depth) ?? [opaque(`${body.fn}:${i}`)];
  };

  /** What all rows have under a name. */
  const ofRows = (
    rows: readonly { body: Body; ordinal: number }[],
    name: string,
    assumed: Assumption,
    depth: number,
  ): Sum[] | null => {
    const values = rows.map((row) => valueIn(row.body, row.ordinal, name));
    if (values.length === 0 || values.includes(NONE)) return null;
    return limit(rows.flatMap((row, n) => of(row.body, values[n], assumed, null, depth - 1)));
  };

  const begin = (): void => {
    steps = 0;
    opened.clear();
    known.clear();
  };

  return {
    of({ fn, ordinal }, assumed) {
      begin();
      return of(bodies.of(fn), ordinal, assumed, null, DEPTH);
    },
    held({ fn, ordinal }, slot, assumed) {
      begin();
      return heldAt(bodies.of(fn), ordinal, slot, assumed, null, DEPTH);
    },
    member({ fn, ordinal }, name) {
      begin();
      const body = bodies.of(fn);
      const own = members.of(body, ordinal, name, { assumed: {}, args: null, depth: DEPTH });
      if (own) return own;
      const [base] = of(body, ordinal, {}, null, DEPTH);
      return base ? [opaque(`${unknownOf(base) || print(base)}.${name}`)] : [];
    },
    rows({ fn, ordinal }) {
      const body = bodies.of(fn);
      const tables = tablesBehind(house, body, body.operand(ordinal, 0));
      const names = tables.flatMap((table) => entriesOf(table.body, table.ordinal).map(({ name }) => name));
      return [...new Set(names)].filter((name) => name !== '');
    },
  };
}

/** A member of a variable that holds one of several rows, whichever: the same wherever it is read. */
function variableOf(body: Body, object: number, name: string): string | null {
  if (body.kind(object) !== Kind.Load || (body.operand(object, 1) !== NONE && body.operand(object, 1) !== body.index))
    return null;
  const slot = body.operand(object, 0);
  return `${body.fn}:s${slot}@${body.reaching(object, slot).join()}.${name}`;
}

/** The condition that is assumed stands in this function. */
const isAsked = ({ fn }: Body, { condition, before }: Assumption): boolean =>
  before !== undefined && condition?.key === `${fn}:${before}`;
