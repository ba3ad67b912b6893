/** Keys under which answers are kept in a browser, and everywhere that such a key is written or held. */
import type { Constants } from '../../flow/constants';
import { Flag, Kind, NONE } from '../../ir';
import { someOf } from '../../link/names';
import { functionOf } from '../../link/program';
import { flagsAt, kindAt, operandAt, operandCount, type Reader } from '../../link/reader';
import type { Spot } from '../guards/control';
import { KEEPS } from '../guards/wording';
import type { TrackingParts } from './parts';

const STORES =
  /(^|\.)(\w*storage|cookies?|\w*cookieService|cookieStore|\w*cookies?)(\(\))?\.\w+\(\)$|^(set|remove|delete)Cookie\(\)$/i;

export interface KeptKeys {
  /** The key under which something is kept there: "cookie_consent"; '' where nothing is. */
  keyAt(spot: Spot): string;
  /** What a value says when it is one text and no other; '' else. */
  textOf(fn: number, value: number): string;
  /** Where the key is written, or a variable or a member that holds it is read. */
  mentions(key: string): Spot[];
}

export function createKeptKeys({ control, silent }: Pick<TrackingParts, 'control' | 'silent'>, constants: Constants): KeptKeys {
  const { program } = control;

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

  return { keyAt, textOf, mentions };
}

/** `this.KEY = …` */
export const isOwnMember = (reader: Reader, set: number): boolean =>
  !(flagsAt(reader, set) & Flag.Computed) && kindOf(reader, operandAt(reader, set, 0)) === Kind.This;

const kindOf = (reader: Reader, value: number): Kind | null => (value === NONE ? null : kindAt(reader, value));

function partsOf(reader: Reader, template: number): string[] {
  const out: string[] = [];
  for (let n = 0; n < operandCount(reader, template); n += 2) out.push(reader.module.names[operandAt(reader, template, n)] ?? '');
  return out;
}
