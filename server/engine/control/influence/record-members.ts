/** A member of a record as an evaluation meets it: written out, copied, chosen between, or assigned before it is read. */
import { Flag, Kind, NONE } from '../../ir';
import type { Program } from '../../link/program';
import { living, type Bodies, type Body, type Open } from '../bodies';
import { entriesOf, literalBehind, valueIn } from '../parts';
import { limit, opaque, unknownOf, type Sum } from './arithmetic';
import type { Assumption } from './evaluator';
import { changesOf } from './step-variables';

/** How far and under what a value is asked for. */
export interface Asked {
  assumed: Assumption;
  args: readonly Sum[][] | null;
  depth: number;
}

/** What the evaluation says of values and ways. */
export interface Walk {
  of(body: Body, i: number, asked: Asked): Sum[];
  openOf(body: Body, assumed: Assumption): Open;
  /** Ordinals of what a choice can be under the assumption. */
  waysInto(body: Body, i: number, assumed: Assumption): number[];
}

export interface RecordMembers {
  /** Null where something else than a record that is written out is among what the value can be. */
  of(body: Body, i: number, name: string, asked: Asked): Sum[] | null;
}

export function createRecordMembers(house: { program: Program; bodies: Bodies }, walk: Walk): RecordMembers {
  /** A member of a record that is written out, through copies and choices of it; null where another one is among them. */
  const memberOf = (body: Body, i: number, name: string, asked: Asked): Sum[] | null => {
    const { assumed, depth } = asked;
    if (i === NONE || depth <= 0) return null;
    const next = (at: number): Sum[] | null => memberOf(body, at, name, { ...asked, depth: depth - 1 });
    const all = (values: readonly number[]): Sum[] | null => {
      const found = values.map(next);
      return found.length === 0 || found.includes(null) ? null : limit(found.flatMap((own) => own ?? []));
    };
    switch (body.kind(i)) {
      case Kind.Object: {
        const own = valueIn(body, i, name);
        if (own !== NONE) return walk.of(body, own, asked);
        const [spread, ...others] = entriesOf(body, i).filter((entry) => entry.name === '');
        return spread && others.length === 0 ? (next(spread.value) ?? opaqueMember(body, spread.value, name, asked)) : null;
      }
      case Kind.Cast:
        return next(body.operand(i, 0));
      case Kind.Phi: {
        const taken = walk.waysInto(body, i, assumed);
        return taken.some((at) => body.kind(at) !== Kind.Const) ? all(taken) : null;
      }
      case Kind.Load: {
        const set = setBefore(body, i, name, assumed);
        if (set.values.length > 0) {
          const found = set.values.map((value) => walk.of(body, value, { ...asked, depth: asked.depth - 1 }));
          const first = set.isSure ? [] : asWritten(body, i, name, asked);
          return first && limit([...first, ...found.flat()]);
        }
        return asWritten(body, i, name, asked);
      }
      default:
        return null;
    }
  };

  /** What is assigned to the member of an own variable before it is read, and whether one of them surely is. */
  const setBefore = (body: Body, load: number, name: string, assumed: Assumption): { values: number[]; isSure: boolean } => {
    const isOwn = body.operand(load, 1) === NONE || body.operand(load, 1) === body.index;
    const { blockOf } = body.cfg();
    const open = walk.openOf(body, assumed);
    const sets = (isOwn ? (changesOf(body).get(body.operand(load, 0)) ?? []) : []).filter(
      (at) =>
        at < load &&
        body.kind(at) === Kind.Set &&
        !body.has(at, Flag.Computed) &&
        !body.has(at, Flag.Delete) &&
        body.name(at, 1) === name &&
        open.living.has(blockOf[at]),
    );
    const isPassed = (at: number): boolean =>
      blockOf[at] === blockOf[load] ||
      !living(body.cfg(), (edge) => open.isShut(edge) || edge.to === blockOf[at]).has(blockOf[load]);
    const sure = sets.findLastIndex(isPassed);
    return { values: sets.slice(Math.max(0, sure)).map((at) => body.operand(at, 2)), isSure: sure >= 0 };
  };

  /** A member as the literal has it that a variable holds. */
  const asWritten = (body: Body, i: number, name: string, asked: Asked): Sum[] | null => {
    const { assumed, depth } = asked;
    const entry = literalBehind(house, body, i);
    if (entry) {
      const own = valueIn(entry.body, entry.ordinal, name);
      return own === NONE ? null : walk.of(entry.body, own, { ...asked, args: entry.body === body ? asked.args : null });
    }
    if (body.operand(i, 1) !== NONE && body.operand(i, 1) !== body.index) return null;
    const stores = body.reaching(i, body.operand(i, 0), walk.openOf(body, assumed));
    const found = stores.map((store) => memberOf(body, body.operand(store, 1), name, { ...asked, depth: depth - 1 }));
    return found.length === 0 || found.includes(null) ? null : limit(found.flatMap((own) => own ?? []));
  };
  const opaqueMember = (body: Body, i: number, name: string, asked: Asked): Sum[] | null => {
    const [base, ...others] = walk.of(body, i, { ...asked, depth: asked.depth - 1 });
    const unknown = base && others.length === 0 ? unknownOf(base) : '';
    return unknown === '' ? null : [opaque(`${unknown}.${name}`)];
  };

  return { of: memberOf };
}
