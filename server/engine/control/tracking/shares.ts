/** Recorders that take down only a share of the sessions: which share a file sets, and whether anybody was asked for it. */
import type { Constants } from '../../flow/constants';
import { Kind, NONE } from '../../ir';
import { kindAt, operandAt, operandCount, writtenEntries } from '../../link/reader';
import type { Control } from '../guards/control';
import { Level, TOPICS, bestOf } from '../guards/facts';
import type { Knowing } from '../guards/knowing';

/** 'none': the option is missing, 0, or more than 0 only after a yes. 'unknown': what it is, is decided elsewhere. */
export type Share = 'none' | 'some' | 'unknown';

/** The greatest share that an option of one of these names has in a file. */
export function shareIn(
  control: Control,
  knowing: Knowing,
  constants: Constants,
  module: number,
  options: readonly string[],
): Share {
  const { program } = control;
  let share: Share = 'none';
  const names = program.modules[module].names;
  if (!options.some((option) => names.includes(option))) return share;
  for (let index = 0; index < program.modules[module].functions.length; index++) {
    const fn = program.base[module] + index;
    const reader = control.reader(fn);
    for (let i = 0; i < reader.count; i++) {
      for (const { key, value } of writtenEntries(reader, i)) {
        if (!options.includes(key)) continue;
        const found = shareOf(control, knowing, constants, fn, value);
        if (found === 'some') return found;
        if (found === 'unknown') share = found;
      }
    }
  }
  return share;
}

function shareOf(control: Control, knowing: Knowing, constants: Constants, fn: number, value: number): Share {
  if (value === NONE) return 'none';
  const reader = control.reader(fn);
  if (kindAt(reader, value) === Kind.Phi) {
    const arms: Share[] = [];
    for (let n = 0; n + 1 < operandCount(reader, value); n += 2) {
      const isAfterYes = bestOf(knowing.along(fn, operandAt(reader, value, n), value).granted, TOPICS) >= Level.given;
      arms.push(isAfterYes ? 'none' : shareOf(control, knowing, constants, fn, operandAt(reader, value, n + 1)));
    }
    return arms.includes('some') ? 'some' : arms.includes('unknown') ? 'unknown' : 'none';
  }
  const known = constants.of(fn, value).map((each) => each.value);
  if (known.length === 0) return 'unknown';
  return known.some((each) => typeof each === 'number' && each > 0) ? 'some' : 'none';
}
