/** Answers that are kept in a browser, and whether anything looks at which answer it was, or only at whether there is one. */
import type { Constants } from '../../flow/constants';
import { Kind, NONE } from '../../ir';
import { isBlank, operandValues } from '../../link/operands';
import { kindAt, operandAt } from '../../link/reader';
import type { Spot } from '../guards/control';
import { KEEPS, READS } from '../guards/wording';
import { createKeptKeys, isOwnMember, type KeptKeys } from './kept-keys';
import type { TrackingParts } from './parts';

const FORGETS = /^(removeItem|remove|delete|deleteCookie|removeCookie|expire)$/;
/** Calls that give back what they are given. */
const HANDS_ON = /^(Boolean|String|parse)$/;
/** A key with nothing behind it. */
const ASKS_PRESENCE = /^[\w.:-]+=?$/;
const DEPTH = 8;
const CALLERS = 8;

export interface KeptAnswers extends Pick<KeptKeys, 'keyAt'> {
  /** Something in the project may tell a yes under the key from a no. */
  isTold(key: string): boolean;
}

export function createKeptAnswers(
  parts: Pick<TrackingParts, 'control' | 'uses' | 'silent'>,
  constants: Constants,
  isShown: (spot: Spot) => boolean,
): KeptAnswers {
  const { control, uses } = parts;
  const { program } = control;
  const { keyAt, textOf, mentions } = createKeptKeys(parts, constants);
  const told = new Map<string, boolean>();
  const takers = new Map<number, Map<number, number[]>>();

  const isTold = (key: string): boolean => {
    let answer = told.get(key);
    if (answer === undefined) told.set(key, (answer = mentions(key).some(({ fn, ordinal }) => mayTell(fn, ordinal, key, DEPTH))));
    return answer;
  };

  const usersOf = (fn: number, value: number): readonly number[] => {
    let table = takers.get(fn);
    if (!table) {
      takers.set(fn, (table = new Map()));
      const reader = control.reader(fn);
      for (let i = 0; i < reader.count; i++)
        for (const taken of operandValues(reader, i)) table.set(taken, [...(table.get(taken) ?? []), i]);
    }
    return table.get(value) ?? [];
  };

  /** What takes the key may give the answer to somebody who tells a yes from a no. */
  const mayTell = (fn: number, value: number, key: string, depth: number): boolean => {
    if (depth === 0) return true;
    const reader = control.reader(fn);
    return usersOf(fn, value).some((user) => {
      switch (kindAt(reader, user)) {
        case Kind.Store:
        case Kind.Object:
          return textOf(fn, value) !== key;
        case Kind.Cast:
          return mayTell(fn, user, key, depth - 1);
        case Kind.Set:
          // A member that holds the key: its readers are mentions as well.
          return !isOwnMember(reader, user) && !isCookieWrite(fn, user, depth - 1);
        case Kind.Template:
        case Kind.Binary:
          return !isCookieWrite(fn, user, depth - 1);
        case Kind.Call: {
          const name = control.name(fn, user);
          if (operandAt(reader, user, 4) !== value || control.callees(fn, user).length > 0) return true;
          // `document.cookie.includes('consent=')` asks whether there is one.
          if (/^(includes|indexOf)$/.test(name)) return !ASKS_PRESENCE.test(control.text(fn, value) ?? '');
          if (KEEPS.test(name) || FORGETS.test(name)) return false;
          return READS.test(name) ? isDistinguished(fn, user, depth - 1) : true;
        }
        default:
          return true;
      }
    });
  };

  /** The text goes into `document.cookie` and nowhere else. */
  const isCookieWrite = (fn: number, user: number, depth: number): boolean => {
    const reader = control.reader(fn);
    if (kindAt(reader, user) === Kind.Set) return reader.module.names[operandAt(reader, user, 1)] === 'cookie';
    const above = usersOf(fn, user);
    return (
      depth > 0 &&
      above.length > 0 &&
      above.every(
        (next) => [Kind.Set, Kind.Template, Kind.Binary].includes(kindAt(reader, next)) && isCookieWrite(fn, next, depth - 1),
      )
    );
  };

  /** Something does more with what is stored than ask whether anything is. */
  const isDistinguished = (fn: number, value: number, depth: number): boolean => {
    if (depth === 0) return true;
    const reader = control.reader(fn);
    return usersOf(fn, value).some((user) => {
      const operand = (n: number): number => operandAt(reader, user, n);
      switch (kindAt(reader, user)) {
        // `!stored` is the same question, whoever gets its answer.
        case Kind.Branch:
        case Kind.Unary:
          return false;
        case Kind.Binary:
          return !isBlank(reader, operand(1)) && !isBlank(reader, operand(2));
        case Kind.Cast:
        case Kind.Await:
        case Kind.Otherwise:
        case Kind.Phi:
        case Kind.Get:
          return isDistinguished(fn, user, depth - 1);
        case Kind.Store:
          return loadsOf(fn, user).some((load) => isDistinguished(load.fn, load.ordinal, depth - 1));
        case Kind.Return:
          return callersTell(fn, depth - 1);
        case Kind.Call:
          if (HANDS_ON.test(control.name(fn, user))) return isDistinguished(fn, user, depth - 1);
          return !isShown({ fn, ordinal: user });
        default:
          return true;
      }
    });
  };

  const loadsOf = (fn: number, store: number): Spot[] => {
    const reader = control.reader(fn);
    const module = program.moduleOf[fn];
    const holder = operandAt(reader, store, 2) === NONE ? fn : program.base[module] + operandAt(reader, store, 2);
    const slot = operandAt(reader, store, 0);
    const out: Spot[] = [];
    for (let each = program.base[module]; each < program.base[module + 1]; each++) {
      const own = control.reader(each);
      for (let i = 0; i < own.count; i++) {
        if (kindAt(own, i) !== Kind.Load || operandAt(own, i, 0) !== slot) continue;
        const owner = operandAt(own, i, 1);
        if ((owner === NONE ? each : program.base[module] + owner) === holder) out.push({ fn: each, ordinal: i });
      }
    }
    return out;
  };

  const callersTell = (fn: number, depth: number): boolean => {
    const calls = uses.of(fn);
    return calls.length > CALLERS || calls.some((use) => use.kind !== 'call' || isDistinguished(use.fn, use.ordinal, depth));
  };

  return { keyAt, isTold };
}
