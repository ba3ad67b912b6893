/** Privacy signals (Global Privacy Control, Do Not Track) that are read and decide nothing. */
import { Kind, NONE } from '../../ir';
import { symbolOf } from '../../link/program';
import { kindAt, operandAt, operandCount } from '../../link/reader';
import { extentOf, placeOf } from '../../places';
import type { IgnoredRefusal } from '../../rule/consent';
import { wordsOf } from '../../words';
import type { Spot } from '../guards/control';
import { roleOf } from '../guards/roles';
import type { TrackingParts } from './parts';

const SIGNALS = /\b(gpc|global privacy control|sec gpc|do not track|dnt)\b/;
/** The same as names of members and headers. */
export const SIGNAL_NAME = /^globalPrivacyControl$|^sec-gpc$|^doNotTrack$|^dnt$/i;
export const SIGNAL_WORD = /^(control|globalprivacycontrol|gpc|track|donottrack|dnt)$/;

export const LOGS = /^(log|debug|info|warn|error|trace)$/;

/** Of a function: the first tracking call after a signal that nothing heeds. */
export function signalsOf(parts: TrackingParts): (fn: number) => IgnoredRefusal | null {
  const { control, frames, predicates, guards } = parts;
  const { program, engine } = control;

  const signals = (fn: number): IgnoredRefusal | null => {
    const frame = frames.of(fn);
    if (!frame) return null;
    const { reader } = frame;
    for (let i = 0; i < reader.count; i++) {
      const kind = kindAt(reader, i);
      if (kind !== Kind.Get && kind !== Kind.Call) continue;
      const choice = predicates.choice(fn, i);
      if (!choice?.negative || !SIGNALS.test(wordsOf(choice.words).join(' ')) || isHeeded(fn, i, 5)) continue;
      for (let k = i + 1; k < reader.count; k++) {
        const known = roleOf(frame, engine, k);
        if (!known?.model.consent?.recipient || !/^(tracks|identifies|starts)$/.test(known.role)) continue;
        const guard = guards.of({ fn, ordinal: k }, ['analytics', 'marketing', 'personalization']);
        if (guard.guarded) continue;
        return {
          how: 'signal',
          key: '',
          refusal: choice.words,
          at: placeOf(program, fn, k),
          extent: extentOf(program, fn, k),
          symbol: symbolOf(program, fn),
          words: `${known.words}()`,
          path: [{ at: placeOf(program, fn, i), words: `${choice.words} is read here` }],
        };
      }
      return null;
    }
    return null;
  };

  /** Something is decided by a value, or it is handed on to where we do not follow. */
  const isHeeded = (fn: number, value: number, depth: number): boolean => {
    if (depth === 0) return true;
    const reader = control.reader(fn);
    for (let k = value + 1; k < reader.count; k++) {
      const kind = kindAt(reader, k);
      if (!operandsOf(fn, k).includes(value)) continue;
      if (kind === Kind.Call) {
        if (LOGS.test(control.name(fn, k))) continue;
        return true;
      }
      if (kind === Kind.Store) {
        if (
          operandAt(reader, k, 2) !== NONE ||
          loads(fn, operandAt(reader, k, 0)).some((spot) => spot.fn !== fn || isHeeded(fn, spot.ordinal, depth - 1))
        )
          return true;
        continue;
      }
      if (
        kind === Kind.Branch ||
        kind === Kind.Return ||
        kind === Kind.Set ||
        kind === Kind.Phi ||
        kind === Kind.Element ||
        kind === Kind.Array
      )
        return true;
      if (isHeeded(fn, k, depth - 1)) return true;
    }
    return false;
  };

  const operandsOf = (fn: number, k: number): number[] => {
    const reader = control.reader(fn);
    const all = Array.from({ length: operandCount(reader, k) }, (_, n) => operandAt(reader, k, n));
    switch (kindAt(reader, k)) {
      case Kind.Call:
        return [all[0], ...all.slice(4)];
      case Kind.Store:
        return [all[1]];
      case Kind.Binary:
      case Kind.Unary:
        return all.slice(1);
      case Kind.Get:
      case Kind.Cast:
      case Kind.Branch:
        return [all[0]];
      case Kind.Object:
        return all.filter((_, n) => n % 3 === 2);
      case Kind.Template:
      case Kind.Array:
      case Kind.Phi:
        return all.filter((_, n) => n % 2 === 1);
      case Kind.Otherwise:
      case Kind.Return:
      case Kind.Await:
      case Kind.Set:
      case Kind.Element:
        return all;
      default:
        return [];
    }
  };

  const loads = (holder: number, slot: number): Spot[] => {
    const module = program.moduleOf[holder];
    return program.modules[module].functions.flatMap((_, index) => {
      const fn = program.base[module] + index;
      const reader = control.reader(fn);
      return Array.from({ length: reader.count }, (__, i) => i)
        .filter((i) => {
          if (kindAt(reader, i) !== Kind.Load || operandAt(reader, i, 0) !== slot) return false;
          const owner = operandAt(reader, i, 1);
          return (owner === NONE ? index : owner) === holder - program.base[module];
        })
        .map((ordinal) => ({ fn, ordinal }));
    });
  };

  return signals;
}
