/**
 * What a condition says about a person's choice, with its polarity: `choices.ts` finds the choice that a value holds,
 * `meanings.ts` what is known where it is true and where it is not.
 */
import { Kind, NONE } from '../../ir';
import { functionOf } from '../../link/program';
import { kindAt, operandAt } from '../../link/reader';
import { createChoices, type Choice } from './choices';
import type { Control } from './control';
import { MEANS_NOTHING, says, type Meaning } from './facts';
import { createKept } from './kept';
import { DEPTH, createMeanings } from './meanings';
import type { Platforms } from './platforms';
import type { Uses } from './uses';

export interface Predicates {
  /** What is known where the value is truthy, and where it is falsy. */
  meaning(fn: number, ordinal: number): Meaning;
  /** What is asked inside has steps of its own. */
  apart<Found>(find: () => Found): Found;
  /** What a call of a project function says, apart from whether it was awaited. */
  returned(fn: number): Meaning;
  /** The value is somebody's choice, and what it is called. */
  choice(fn: number, ordinal: number): Choice | null;
  /** An answer about a choice that arrives later and is tested before: a promise is always truthy. */
  isUnawaited(fn: number, ordinal: number): boolean;
}

export function createPredicates(control: Control, platforms: Platforms, uses: Uses): Predicates {
  const isLate = (fn: number, i: number): boolean =>
    control.callees(fn, i).some((target) => functionOf(control.program, target).async);
  const kept = createKept(control, uses);
  const choice = createChoices(control, platforms, kept);
  const meanings = createMeanings(control, kept, choice, isLate);

  const isUnawaited = (fn: number, i: number): boolean => {
    const reader = control.reader(fn);
    if (i === NONE) return false;
    if (kindAt(reader, i) === Kind.Unary) return isUnawaited(fn, operandAt(reader, i, 1));
    if (kindAt(reader, i) === Kind.Load) {
      const owner = operandAt(reader, i, 1);
      if (owner !== NONE) return false;
      return control
        .stores(fn, operandAt(reader, i, 0), i)
        .some((store) => isUnawaited(store.fn, operandAt(reader, store.ordinal, 1)));
    }
    if (kindAt(reader, i) !== Kind.Call || !isLate(fn, i)) return false;
    return says(meanings.answered(fn, i) ?? MEANS_NOTHING) || choice(fn, i, DEPTH) !== null;
  };

  return {
    meaning: meanings.of,
    apart: meanings.apart,
    returned: meanings.returned,
    choice: (fn, ordinal) => choice(fn, ordinal, DEPTH),
    isUnawaited,
  };
}
