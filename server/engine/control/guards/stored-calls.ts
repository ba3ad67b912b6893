/** Where the members of a list or a table are called: in loops, by key, in callbacks of the list, by what it is handed to. */
import { Flag, Kind, NONE } from '../../ir';
import { flagsAt, kindAt, operandAt, operandCount } from '../../link/reader';
import type { Base } from './control';
import { functionsAt } from './held';
import { EACH, MAPPED, PAIR, type Holder, type Holders } from './holders';
import type { Use } from './nests';
import { below, type Stored, type Way } from './stored-functions';
import { calleeName, nameAt } from './values';

/** Steps from what keeps a function to the calls of it. */
const STEPS = 150;
/** Methods that run their callback with each member, and which of its parameters that is. */
const RUNS = new Map([
  ['forEach', 0],
  ['map', 0],
  ['flatMap', 0],
  ['filter', 0],
  ['find', 0],
  ['some', 0],
  ['every', 0],
  ['sort', 0],
  ['reduce', 1],
]);
/** Methods and functions that give the same members again. */
const SAME = /^(filter|sort|toSorted|reverse|toReversed|slice|splice|concat|flat|freeze|seal|assign|from|of|Set|fromEntries)$/;
/** Methods that give one member. */
const ONE = /^(find|findLast|pop|shift|at|get)$/;

export function createStoredCalls(base: Base, holders: Holders): (holder: Holder, path: readonly string[]) => Stored {
  return (holder, path) => {
    const uses: Use[] = [];
    const passed = new Set<string>();
    const queue: Way[] = holders.reads(holder).map((spot) => ({ ...spot, path }));
    const seen = new Set<string>();
    for (let at = 0; at < queue.length && at < STEPS; at++) {
      const { fn, ordinal, path } = queue[at];
      const key = `${fn}:${ordinal} ${path.join('.')}`;
      if (seen.has(key)) continue;
      seen.add(key);
      const reader = base.reader(fn);
      const onward = (by: number, steps: readonly string[] | null, where = fn): void => {
        if (steps) queue.push({ fn: where, ordinal: by, path: steps });
      };
      const run = (use: Pick<Use, 'kind' | 'ordinal' | 'argument'>): void => void uses.push({ ...use, fn, path: [] });

      /** `list.forEach((start) => start())`, `queue.shift()()`, `tags.start()` */
      const onReceiver = (by: number): void => {
        const name = nameAt(reader, operandAt(reader, by, 1));
        const member = below(path, name);
        if (path[0] === name && member?.length === 0) run({ kind: 'call', ordinal: by, argument: -1 });
        if (path.length === 0 && /^(call|apply)$/.test(name)) run({ kind: 'call', ordinal: by, argument: -1 });
        if (path.length === 0 && name === 'bind') onward(by, path);
        if (path.length === 0) return;
        const each = path[0] === MAPPED ? path.slice(1) : below(path, '');
        const position = RUNS.get(name);
        if (position !== undefined) {
          for (const callback of closuresAmong(fn, by))
            for (const seed of parametersOf(callback, position)) onward(seed, each, callback);
          passed.add(`${fn}:${by}`);
        }
        if (SAME.test(name)) onward(by, path);
        else if (ONE.test(name)) onward(by, each);
        else if (name === 'values') onward(by, each && [EACH, ...each]);
        else if (name === 'entries') onward(by, each && [EACH, PAIR, ...each]);
        else if (path[0] === EACH && member?.length === 0 && position === undefined && !IS_LIST.test(name))
          run({ kind: 'call', ordinal: by, argument: -1 });
      };

      const asArgument = (by: number, argument: number): void => {
        const name = calleeName(base, fn, by);
        const each = path[0] === MAPPED ? path.slice(1) : below(path, '');
        const isStatic =
          operandAt(reader, by, 1) === NONE || /^(Object|Array|Promise)$/.test(base.name(fn, operandAt(reader, by, 0)));
        if (isStatic && path.length > 0) {
          if (name === 'values') onward(by, each && [EACH, ...each]);
          else if (name === 'entries') onward(by, each && [EACH, PAIR, ...each]);
          else if (name === 'Map' && flagsAt(reader, by) & Flag.New) onward(by, [MAPPED, ...path.slice(2)]);
          else if (SAME.test(name)) onward(by, path);
          if (/^(values|entries|keys|Map)$/.test(name) || SAME.test(name)) return void passed.add(`${fn}:${by}`);
        }
        const callees = base.callees(fn, by);
        for (const callee of callees) for (const seed of parametersOf(callee, argument)) onward(seed, path, callee);
        if (callees.length === 0 && path.length === 0) run({ kind: 'callback', ordinal: by, argument });
      };

      for (let by = ordinal + 1; by < reader.count; by++) {
        const operand = (n: number): number => operandAt(reader, by, n);
        const count = operandCount(reader, by);
        switch (kindAt(reader, by)) {
          case Kind.Get:
            if (operand(0) === ordinal)
              onward(
                by,
                below(path, flagsAt(reader, by) & Flag.Computed ? (base.text(fn, operand(1)) ?? '') : nameAt(reader, operand(1))),
              );
            break;
          case Kind.Iter:
            if (operand(0) === ordinal && !(flagsAt(reader, by) & Flag.In))
              onward(by, path[0] === MAPPED ? [PAIR, ...path.slice(1)] : below(path, ''));
            break;
          case Kind.Array:
            for (let n = 0; n < count; n += 2)
              if (operand(n + 1) === ordinal) onward(by, operand(n) === 1 ? path : [EACH, ...path]);
            break;
          case Kind.Cast:
          case Kind.Await:
          case Kind.Otherwise:
            if (operand(0) === ordinal) onward(by, path);
            break;
          case Kind.Phi:
            for (let n = 1; n < count; n += 2) if (operand(n) === ordinal) onward(by, path);
            break;
          case Kind.Store:
            if (operand(1) === ordinal)
              for (const spot of holders.reads(holders.filled(fn, by))) onward(spot.ordinal, path, spot.fn);
            break;
          case Kind.Element:
            if (operand(1) === ordinal && path.length === 0) run({ kind: 'element', ordinal: by, argument: -1 });
            break;
          case Kind.Call:
            if (operand(0) === ordinal && operand(1) !== NONE) onReceiver(by);
            else if (operand(0) === ordinal && path.length === 0) run({ kind: 'call', ordinal: by, argument: -1 });
            for (let n = 4; n < count; n++) if (operand(n) === ordinal) asArgument(by, n - 4);
            break;
          default:
        }
      }
    }
    return { uses, passed };
  };

  /** Functions that are written among the arguments of a call, or named there. */
  function closuresAmong(fn: number, call: number): number[] {
    const reader = base.reader(fn);
    const first = operandCount(reader, call) > 4 ? operandAt(reader, call, 4) : NONE;
    return first === NONE ? [] : functionsAt(base, fn, first);
  }

  /** Instructions that give a parameter of a function. */
  function parametersOf(fn: number, position: number): number[] {
    const reader = base.reader(fn);
    const out: number[] = [];
    for (let i = 0; i < reader.count; i++)
      if (kindAt(reader, i) === Kind.Param && operandAt(reader, i, 0) === position) out.push(i);
    return out;
  }
}

/** Methods of lists that call none of their members by a name. */
const IS_LIST = /^(push|unshift|add|set|has|includes|indexOf|join|keys|clear|delete|toString|length|size|next)$/;
