/**
 * What is known about a person's choice where a value is truthy, and where it is falsy: negations, aliases, defaults, values
 * that meet, answers of project functions, what callers hand over.
 */
import { Flag, Kind, NONE, OPERATORS } from '../../ir';
import { flagsAt, kindAt, operandAt, operandCount } from '../../link/reader';
import type { Choices } from './choices';
import { createComparisons, meaningOf } from './comparisons';
import { textsAmong, type Control, type Spot } from './control';
import {
  EVERYTHING,
  Level,
  MEANS_NOTHING,
  NOTHING,
  atMost,
  both,
  meets,
  narrowedTo,
  opposite,
  says,
  type Facts,
  type Meaning,
} from './facts';
import { computedAt } from './held';
import type { Kept } from './kept';
import { isTruthyConstant, isYesByDefault, nameAt } from './values';
import { topicOf } from './wording';

export interface Meanings {
  of(fn: number, ordinal: number): Meaning;
  /** What is asked inside has steps of its own: a function is read as well as ever, whoever came upon it. */
  apart<Found>(find: () => Found): Found;
  /** What a call of a project function says, apart from whether it was awaited. */
  returned(fn: number): Meaning;
  /** What the project functions behind a call say; null when they are not known. */
  answered(fn: number, call: number): Meaning | null;
}

/** How many steps a value is followed. */
export const DEPTH = 14;
/**
 * Steps for one question. What is known on a way hangs on values that hang on other ways: where a function has dozens of
 * both, following all of them takes as many steps as they have orders.
 */
const STEPS = 5000;
const NOT = OPERATORS.indexOf('!');
/** What an answer says on a way on which more is known; what cannot come to pass stays so. */
const after = (way: Facts, { yes, no }: Meaning): Meaning => ({
  yes: yes === EVERYTHING ? EVERYTHING : both(way, yes),
  no: no === EVERYTHING ? EVERYTHING : both(way, no),
});

const ALWAYS: Meaning = { yes: NOTHING, no: EVERYTHING };
const NEVER: Meaning = { yes: EVERYTHING, no: NOTHING };

export function createMeanings(
  control: Control,
  kept: Kept,
  choice: Choices,
  isLate: (fn: number, call: number) => boolean,
): Meanings {
  const { program } = control;
  const busy = new Set<number>();
  const merging = new Set<string>();
  let isAsked = false;
  let steps = 0;
  /** Questions that took too many steps, which say nothing: "function:instruction". */
  const endless = new Set<string>();

  /** The outermost question has all the steps; those that come up on the way share them. */
  const asked = (fn: number, ordinal: number): Meaning => {
    if (isAsked) return meaning(fn, ordinal);
    const key = `${fn}:${ordinal}`;
    if (endless.has(key)) return MEANS_NOTHING;
    isAsked = true;
    steps = 0;
    const found = meaning(fn, ordinal);
    isAsked = false;
    if (steps <= STEPS) return found;
    endless.add(key);
    return MEANS_NOTHING;
  };

  const apart = <Found>(find: () => Found): Found => {
    const outer = { isAsked, steps };
    isAsked = false;
    const found = find();
    ({ isAsked, steps } = outer);
    return found;
  };

  const meaning = (fn: number, i: number, depth = DEPTH, awaited = false): Meaning => {
    if (i === NONE || depth === 0 || (isAsked && ++steps > STEPS)) return MEANS_NOTHING;
    const reader = control.reader(fn);
    const operand = (n: number): number => operandAt(reader, i, n);
    switch (kindAt(reader, i)) {
      case Kind.Const:
        return isTruthyConstant(reader, i) ? ALWAYS : NEVER;
      case Kind.Unary:
        return operand(0) === NOT ? opposite(meaning(fn, operand(1), depth - 1, awaited)) : MEANS_NOTHING;
      case Kind.Binary:
        return compared(fn, i, depth - 1);
      case Kind.Cast:
        return meaning(fn, operand(0), depth - 1, awaited);
      case Kind.Await:
        return operand(0) === NONE ? MEANS_NOTHING : meaning(fn, operand(0), depth - 1, true);
      case Kind.Otherwise:
        return defaulted(fn, i, depth - 1, awaited);
      case Kind.Phi:
        return merged(fn, i, depth - 1);
      case Kind.Load: {
        const found = stored(fn, i, depth - 1, awaited);
        return found && (says(found) || isFixed(found)) ? found : chosen(fn, i, depth);
      }
      case Kind.Global: {
        const found = imported(fn, i, depth - 1);
        return found && (says(found) || isFixed(found)) ? found : chosen(fn, i, depth);
      }
      case Kind.Call: {
        const found = answered(fn, i, depth - 1);
        if (found && isLate(fn, i) && !awaited) return MEANS_NOTHING;
        if (found && (says(found) || isFixed(found))) return found;
        const named = chosen(fn, i, depth);
        const held = says(named) ? null : (kept(fn, i) ?? computedAt(control, fn, i));
        return (held && within(`${fn}:${i}`, () => fromValues(held, Math.min(depth - 2, 8)))) ?? named;
      }
      case Kind.Param: {
        const given = handed(fn, operand(0), depth - 1);
        return given && says(given) ? given : chosen(fn, i, depth);
      }
      case Kind.Get: {
        const given = fromCallers(fn, i, depth - 1);
        if (given && says(given)) return given;
        const named = chosen(fn, i, depth);
        const held = kept(fn, i);
        if (!held) return named;
        // `private consentGiven = true`: a yes that nobody gave.
        if (says(named))
          return held.some((value) => value.first && isYes(value)) && named.yes.refused === 0
            ? { yes: atMost(named.yes, Level.silent), no: named.no }
            : named;
        return within(`${fn}:${i}`, () => fromValues(held, Math.min(depth - 2, 8))) ?? MEANS_NOTHING;
      }
      default:
        return MEANS_NOTHING;
    }
  };

  /** By what the value is: yes means yes, unless it is an objection. */
  const chosen = (fn: number, i: number, depth: number): Meaning => {
    const found = choice(fn, i, depth);
    return found ? meaningOf(found, fn, i) : MEANS_NOTHING;
  };

  const defaulted = (fn: number, i: number, depth: number, awaited: boolean): Meaning => {
    const reader = control.reader(fn);
    const own = meaning(fn, operandAt(reader, i, 0), depth, awaited);
    const instead = operandAt(reader, i, 1);
    if (kindAt(reader, instead) !== Kind.Const) {
      const other = meaning(fn, instead, depth, awaited);
      return says(own) && says(other) ? meets(own, other) : MEANS_NOTHING;
    }
    if (!says(own)) return MEANS_NOTHING;
    const yesByDefault = isYesByDefault(reader, instead);
    const objection = own.yes.refused !== 0;
    if (objection) return own;
    return yesByDefault ? { yes: atMost(own.yes, Level.silent), no: own.no } : own;
  };

  /** `a && b`, `a ? b : c` as a value: what is known on each way in, and what the value there says. */
  const merged = (fn: number, i: number, depth: number): Meaning => {
    const key = `${fn}:${i}`;
    // What is known on a way into it may hang on the value itself, in a loop.
    if (merging.has(key)) return MEANS_NOTHING;
    merging.add(key);
    const reader = control.reader(fn);
    let out: Meaning | null = null;
    for (let n = 0; n < operandCount(reader, i); n += 2) {
      const way = control.along(fn, operandAt(reader, i, n), i);
      const own = meaning(fn, operandAt(reader, i, n + 1), depth, false);
      const here = after(way, own);
      out = out ? meets(out, here) : here;
    }
    merging.delete(key);
    return out ?? MEANS_NOTHING;
  };

  /** What was stored in a variable, on every way. */
  const stored = (fn: number, i: number, depth: number, awaited: boolean): Meaning | null => {
    const reader = control.reader(fn);
    const owner = operandAt(reader, i, 1);
    const holder = owner === NONE ? fn : program.base[program.moduleOf[fn]] + owner;
    const stores = control.stores(holder, operandAt(reader, i, 0), holder === fn ? i : NONE);
    return fromStores(stores, depth, awaited);
  };

  const fromStores = (stores: readonly Spot[], depth: number, awaited: boolean): Meaning | null =>
    fromValues(
      stores.map(({ fn, ordinal }) => ({ fn, ordinal: operandAt(control.reader(fn), ordinal, 1) })),
      depth,
      awaited,
    );

  /** What is kept may hang on itself: `setOpen(!open)`. */
  const within = (key: string, find: () => Meaning | null): Meaning | null => {
    if (merging.has(key)) return null;
    merging.add(key);
    const found = find();
    merging.delete(key);
    return found;
  };

  const isYes = ({ fn, ordinal }: Spot): boolean => ordinal !== NONE && isYesByDefault(control.reader(fn), ordinal);

  /** What all that a variable, a state or a field is given says. */
  const fromValues = (values: readonly Spot[], depth: number, awaited = false): Meaning | null => {
    let out: Meaning | null = null;
    for (const { fn, ordinal } of values) {
      if (ordinal === NONE) return null;
      const own = meaning(fn, ordinal, depth, awaited);
      const fixed = own === ALWAYS || own === NEVER;
      const way = fixed ? control.reached(fn, ordinal) : NOTHING;
      const here = fixed ? { yes: own.yes === EVERYTHING ? EVERYTHING : way, no: own.no === EVERYTHING ? EVERYTHING : way } : own;
      out = out ? meets(out, here) : here;
    }
    return out;
  };

  const imported = (fn: number, i: number, depth: number): Meaning | null => {
    const reader = control.reader(fn);
    if (!(flagsAt(reader, i) & Flag.Import)) return null;
    const target = program.imported(program.moduleOf[fn], operandAt(reader, i, 0));
    if (target.kind !== 'slot') return null;
    return fromStores(control.stores(program.base[target.module], target.slot, NONE), depth, false);
  };

  /** What the project functions behind a call answer; purposes named in the arguments narrow it. */
  const answered = (fn: number, i: number, depth: number): Meaning | null => {
    const targets = control.callees(fn, i);
    if (targets.length === 0 || targets.length > 4) return null;
    let out: Meaning | null = null;
    for (const target of targets) {
      const own = returned(target, depth);
      out = out ? meets(out, own) : own;
    }
    const named = textsAmong(control, fn, i)
      .map(topicOf)
      .find((topic) => topic !== 'unknown');
    return out && named ? { yes: narrowedTo(out.yes, named), no: out.no } : out;
  };

  const returned = (fn: number, depth = DEPTH): Meaning => {
    if (busy.has(fn) || depth <= 0) return MEANS_NOTHING;
    busy.add(fn);
    const reader = control.reader(fn);
    let out: Meaning | null = null;
    for (let i = 0; i < reader.count; i++) {
      if (kindAt(reader, i) !== Kind.Return) continue;
      const way = control.at(fn, i);
      if (way === EVERYTHING) continue;
      const value = operandAt(reader, i, 0);
      const own = value === NONE ? NEVER : meaning(fn, value, Math.min(depth, 8), true);
      const here = after(way, own);
      out = out ? meets(out, here) : here;
    }
    busy.delete(fn);
    return out ?? MEANS_NOTHING;
  };

  /** A parameter says what every known caller hands over. */
  const handed = (fn: number, position: number, depth: number, path: readonly string[] = []): Meaning | null => {
    if (depth < 4 || busy.has(fn)) return null;
    const given = control.given(fn, position, path);
    if (given.length === 0) return null;
    busy.add(fn);
    let out: Meaning | null = null;
    for (const { fn: caller, ordinal } of given) {
      const own = meaning(caller, ordinal, Math.min(depth - 2, 8));
      out = out ? meets(out, own) : own;
    }
    busy.delete(fn);
    return out;
  };

  /** `props.enabled` of a component, `options.allowed` of a function. */
  const fromCallers = (fn: number, i: number, depth: number): Meaning | null => {
    const reader = control.reader(fn);
    const object = operandAt(reader, i, 0);
    if (flagsAt(reader, i) & Flag.Computed) return null;
    const param = parameterOf(fn, object);
    return param === NONE ? null : handed(fn, param, depth, [nameAt(reader, operandAt(reader, i, 1))]);
  };

  const parameterOf = (fn: number, i: number): number => {
    const reader = control.reader(fn);
    if (i === NONE) return NONE;
    if (kindAt(reader, i) === Kind.Param) return operandAt(reader, i, 0);
    if (kindAt(reader, i) !== Kind.Load || operandAt(reader, i, 1) !== NONE) return NONE;
    const stores = control.stores(fn, operandAt(reader, i, 0), i);
    return stores.length === 1 ? parameterOf(fn, operandAt(reader, stores[0].ordinal, 1)) : NONE;
  };

  const compared = createComparisons(control, choice, meaning);

  return {
    of: asked,
    apart,
    returned: (fn) => returned(fn),
    answered: (fn, call) => answered(fn, call, DEPTH),
  };
}

const isFixed = (meaning: Meaning): boolean => meaning.yes === EVERYTHING || meaning.no === EVERYTHING;
