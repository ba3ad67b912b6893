/**
 * Functions that are kept in a list, a table or a field and run where its members are called:
 * `const tags = { analytics: () => posthog.init(key) }; for (const [purpose, start] of Object.entries(tags)) if (consent[purpose]) start();`
 */
import { EntryKind, Flag, Kind, NONE } from '../../ir';
import { flagsAt, kindAt, operandAt, operandCount } from '../../link/reader';
import type { Base, Spot } from './control';
import { EACH, MAPPED, PAIR, keyOf, type Holder, type Holders } from './holders';
import type { Use } from './nests';
import { createStoredCalls } from './stored-calls';
import { calleeName } from './values';

/** Where the members of what keeps a function are called, and the calls that only put it there or took it out. */
export interface Stored {
  uses: Use[];
  /** "function:instruction" */
  passed: ReadonlySet<string>;
}

/** Steps from a function to what keeps it. */
const STEPS = 60;
/** Calls that put their argument into the receiver. */
const PUTS = /^(push|unshift|add|enqueue)$/;
/** Calls that give a list or a table with what they are given. */
const GIVES_ON = /^(freeze|seal|assign|from|of|Set|concat|fromEntries)$/;

/** One value, and the members that lead from it to the function. */
export interface Way extends Spot {
  path: readonly string[];
}

export function createStoredFunctions(base: Base, holders: Holders): (seeds: readonly Spot[]) => Stored {
  const callsOf = createStoredCalls(base, holders);

  return (seeds) => {
    const passed = new Set<string>();
    const found = new Map<string, { holder: Holder; path: readonly string[] }>();
    const keep = (fn: number, value: number, path: readonly string[]): void => {
      const place = holders.of(fn, value);
      if (!place) return;
      const whole = [...place.path, ...path];
      found.set(`${keyOf(place.holder)} ${whole.join('.')}`, { holder: place.holder, path: whole });
    };
    const queue: Way[] = seeds.map((seed) => ({ ...seed, path: [] }));
    for (let at = 0; at < queue.length && at < STEPS; at++) {
      const { fn, ordinal, path } = queue[at];
      const reader = base.reader(fn);
      const onward = (by: number, steps: readonly string[]): void => {
        if (!queue.some((way) => way.fn === fn && way.ordinal === by && way.path.join() === steps.join()))
          queue.push({ fn, ordinal: by, path: steps });
      };
      for (let by = ordinal + 1; by < reader.count; by++) {
        const operand = (n: number): number => operandAt(reader, by, n);
        const count = operandCount(reader, by);
        switch (kindAt(reader, by)) {
          case Kind.Array:
            for (let n = 0; n < count; n += 2)
              if (operand(n + 1) === ordinal) onward(by, operand(n) === 1 ? path : [EACH, ...path]);
            break;
          case Kind.Object:
            for (let n = 0; n < count; n += 3) {
              if (operand(n + 2) !== ordinal) continue;
              const key = operand(n) as EntryKind;
              const isNamed = key === EntryKind.Static || key === EntryKind.Method;
              onward(by, key === EntryKind.Spread ? path : [isNamed ? reader.module.names[operand(n + 1)] : EACH, ...path]);
            }
            break;
          case Kind.Cast:
          case Kind.Otherwise:
            if (operand(0) === ordinal) onward(by, path);
            break;
          case Kind.Call: {
            let argument = NONE;
            for (let n = 4; n < count; n++) if (operand(n) === ordinal) argument = n - 4;
            if (argument === NONE) break;
            const name = calleeName(base, fn, by);
            const isMethod = operand(1) !== NONE;
            const put = isMethod && PUTS.test(name) ? EACH : isMethod && name === 'set' && argument === 1 ? MAPPED : '';
            if (put !== '') keep(fn, operand(0), [put, ...path]);
            else if (path.length > 0 && name === 'Map' && flagsAt(reader, by) & Flag.New) onward(by, [MAPPED, ...path.slice(2)]);
            else if (path.length > 0 && GIVES_ON.test(name)) onward(by, path);
            else break;
            passed.add(`${fn}:${by}`);
            break;
          }
          case Kind.Set: {
            if (operand(count - 1) !== ordinal) break;
            const isComputed = (flagsAt(reader, by) & Flag.Computed) !== 0;
            const name = isComputed ? EACH : reader.module.names[operand(1)];
            if (kindAt(reader, operand(0)) !== Kind.This) keep(fn, operand(0), [name, ...path]);
            else if (path.length > 0) {
              const own = holders.field(fn, name);
              if (own) found.set(`${keyOf(own)} ${path.join('.')}`, { holder: own, path });
            }
            break;
          }
          case Kind.Store: {
            if (operand(1) !== ordinal) break;
            const holder = holders.filled(fn, by);
            if (path.length > 0) found.set(`${keyOf(holder)} ${path.join('.')}`, { holder, path });
            // Another name of the function itself.
            else queue.push(...holders.reads(holder).map((spot) => ({ ...spot, path })));
            break;
          }
          default:
        }
      }
    }
    const uses: Use[] = [];
    for (const { holder, path } of found.values()) {
      const calls = callsOf(holder, path);
      uses.push(...calls.uses);
      for (const key of calls.passed) passed.add(key);
    }
    return { uses, passed };
  };
}

/** What is left of a way after a step to a member: '' for one whose name is not written. */
export function below(path: readonly string[], name: string): readonly string[] | null {
  const [first, ...rest] = path;
  if (first === undefined) return null;
  if (first === PAIR) return name === '1' || name === '' ? rest : null;
  return first === name || first === EACH || (name === '' && first !== MAPPED) ? rest : null;
}
