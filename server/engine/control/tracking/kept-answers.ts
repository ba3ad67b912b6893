/** Answers that are kept in a browser, and whether anything looks at which answer it was, or only at whether there is one. */
import type { Constants } from '../../flow/constants';
import { Flag, Kind, NONE } from '../../ir';
import { someOf } from '../../link/names';
import { isBlank, operandValues } from '../../link/operands';
import { functionOf } from '../../link/program';
import { flagsAt, kindAt, operandAt, operandCount, type Reader } from '../../link/reader';
import type { Spot } from '../guards/control';
import { KEEPS, READS } from '../guards/wording';
import type { TrackingParts } from './parts';

const FORGETS = /^(removeItem|remove|delete|deleteCookie|removeCookie|expire)$/;
const STORES =
  /(^|\.)(\w*storage|cookies?|\w*cookieService|cookieStore|\w*cookies?)(\(\))?\.\w+\(\)$|^(set|remove|delete)Cookie\(\)$/i;
/** Calls that give back what they are given. */
const HANDS_ON = /^(Boolean|String|parse)$/;
/** A key with nothing behind it. */
const ASKS_PRESENCE = /^[\w.:-]+=?$/;
const DEPTH = 8;
const CALLERS = 8;

export interface KeptAnswers {
  /** The key under which something is kept there: "cookie_consent"; '' where nothing is. */
  keyAt(spot: Spot): string;
  /** Something in the project may tell a yes under the key from a no. */
  isTold(key: string): boolean;
}

export function createKeptAnswers(
  { control, uses, silent }: Pick<TrackingParts, 'control' | 'uses' | 'silent'>,
  constants: Constants,
  isShown: (spot: Spot) => boolean,
): KeptAnswers {
  const { program } = control;
  const told = new Map<string, boolean>();
  const takers = new Map<number, Map<number, number[]>>();

  const keyAt = ({ fn, ordinal: i }: Spot): string => {
    const reader = control.reader(fn);
    if (kindAt(reader, i) === Kind.Set) {
      // `document.cookie = 'consent=no; path=/'`
      const isCookie = reader.module.names[operandAt(reader, i, 1)] === 'cookie' && !(flagsAt(reader, i) & Flag.Computed);
      const text = isCookie ? textOf(fn, operandAt(reader, i, operandCount(reader, i) - 1)) : '';
      return /^\s*([\w.:-]+)=/.exec(text)?.[1] ?? '';
    }
    if (kindAt(reader, i) !== Kind.Call || !KEEPS.test(control.name(fn, i)) || !STORES.test(control.words(fn, i))) return '';
    return operandCount(reader, i) > 5 ? textOf(fn, operandAt(reader, i, 4)) : '';
  };

  const textOf = (fn: number, value: number): string => {
    const [first, ...more] = value === NONE ? [] : constants.of(fn, value);
    if (first) return more.length === 0 && typeof first.value === 'string' ? first.value : '';
    return memberText(fn, value);
  };

  /** `private readonly KEY = 'cookieConsent'`: what the only assignment to a member of the class says. */
  const memberText = (fn: number, value: number): string => {
    const reader = control.reader(fn);
    if (kindOf(reader, value) !== Kind.Get || kindOf(reader, operandAt(reader, value, 0)) !== Kind.This) return '';
    const name = control.name(fn, value);
    const texts: (string | null)[] = [];
    each(
      (module) => module === program.moduleOf[fn],
      (other, own, i) => {
        if (kindAt(own, i) === Kind.Set && isOwnMember(own, i) && own.module.names[operandAt(own, i, 1)] === name)
          texts.push(control.text(other, operandAt(own, i, 2)));
      },
    );
    return texts.length === 1 ? (texts[0] ?? '') : '';
  };

  const isOwnMember = (reader: Reader, set: number): boolean =>
    !(flagsAt(reader, set) & Flag.Computed) && kindOf(reader, operandAt(reader, set, 0)) === Kind.This;

  const isTold = (key: string): boolean => {
    let answer = told.get(key);
    if (answer === undefined) told.set(key, (answer = mentions(key).some(({ fn, ordinal }) => mayTell(fn, ordinal, key, DEPTH))));
    return answer;
  };

  /** Where the key is written, or a variable or a member that holds it is read. */
  const mentions = (key: string): Spot[] => {
    const written = new RegExp(`(^|[^\\w-])${key.replace(/[^\w]/g, '\\$&')}($|[^\\w-])`);
    const isWritten = program.names.test((name) => name.length >= key.length && name.includes(key) && written.test(name));
    const out: Spot[] = [];
    const holders = new Set<string>();
    each(
      (module) => someOf(program.names.of(module), isWritten),
      (fn, reader, i) => {
        const kind = kindAt(reader, i);
        if (kind === Kind.Store && textOf(fn, operandAt(reader, i, 1)) === key) holders.add(slotName(fn, reader, i, 2));
        if (kind === Kind.Set && isOwnMember(reader, i) && control.text(fn, operandAt(reader, i, 2)) === key)
          holders.add(reader.module.names[operandAt(reader, i, 1)]);
        if (kind === Kind.Object) for (const name of namesHolding(reader, fn, i, key)) holders.add(name);
        const text = kind === Kind.Const ? reader.module.names[operandAt(reader, i, 1)] : '';
        const isIn =
          kind === Kind.Const
            ? written.test(text ?? '')
            : kind === Kind.Template && partsOf(reader, i).some((part) => written.test(part));
        if (isIn) out.push({ fn, ordinal: i });
      },
    );
    if (holders.size === 0) return out;
    const isHolder = program.names.test((name) => holders.has(name));
    each(
      (module) => someOf(program.names.of(module), isHolder) || someOf(program.names.owned(module), isHolder),
      (fn, reader, i) => {
        const kind = kindAt(reader, i);
        const isRead =
          kind === Kind.Load || kind === Kind.Get || (kind === Kind.Global && (flagsAt(reader, i) & Flag.Import) !== 0);
        if (isRead && textOf(fn, i) === key) out.push({ fn, ordinal: i });
      },
    );
    return out;
  };

  const each = (isWanted: (module: number) => boolean, look: (fn: number, reader: Reader, i: number) => void): void => {
    for (let module = 0; module < program.modules.length; module++) {
      if (silent.has(module) || !isWanted(module)) continue;
      for (let fn = program.base[module]; fn < program.base[module + 1]; fn++) {
        const reader = control.reader(fn);
        for (let i = 0; i < reader.count; i++) look(fn, reader, i);
      }
    }
  };

  const slotName = (fn: number, reader: Reader, i: number, ownerAt: number): string => {
    const owner = operandAt(reader, i, ownerAt);
    return functionOf(program, owner === NONE ? fn : program.base[program.moduleOf[fn]] + owner).slots[operandAt(reader, i, 0)]
      .name;
  };

  const namesHolding = (reader: Reader, fn: number, object: number, key: string): string[] => {
    const out: string[] = [];
    for (let n = 0; n + 2 < operandCount(reader, object); n += 3)
      if (kindOf(reader, operandAt(reader, object, n + 2)) === Kind.Const && textOf(fn, operandAt(reader, object, n + 2)) === key)
        out.push(reader.module.names[operandAt(reader, object, n + 1)] ?? '');
    return out;
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

const kindOf = (reader: Reader, value: number): Kind | null => (value === NONE ? null : kindAt(reader, value));

function partsOf(reader: Reader, template: number): string[] {
  const out: string[] = [];
  for (let n = 0; n < operandCount(reader, template); n += 2) out.push(reader.module.names[operandAt(reader, template, n)] ?? '');
  return out;
}
