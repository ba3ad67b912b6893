/**
 * All that is put into what outlives a call: React state, a reference of Vue, a signal, a field of a class; and what project
 * functions hand out of it. Where somebody's choice is kept under a name that says nothing of it, what is put there says it.
 */
import { Flag, Kind, NONE } from '../../ir';
import { functionOf } from '../../link/program';
import { flagsAt, kindAt, operandAt, operandCount } from '../../link/reader';
import type { Base, Spot } from './control';
import { createHandedOut } from './handed-out';
import { heldAtFirst } from './held';
import { classAround } from './holders';
import { loadsOf, usesOf } from './reads';
import type { Uses } from './uses';
import { calleeName, nameAt } from './values';

/** A value, and whether it is there from the start. */
export interface KeptValue extends Spot {
  first: boolean;
}

/** The values that a read may find; null where some are not known, or nothing is kept there. */
export type Kept = (fn: number, ordinal: number) => readonly KeptValue[] | null;

const STATE = /^(useState|createSignal)$/;
const REFERENCE = /^(ref|shallowRef|useRef|signal|useSignal|computed)$/;
/** What is read by calling it: `allowed()`. */
const SIGNAL = /^(signal|linkedSignal|computed|createMemo|input)$/;
/** `allowed.set(true)` of Angular. */
const PUTS = /^(set|next)$/;

export function createKept(control: Base, uses: Uses): Kept {
  const { program } = control;
  const handedOut = createHandedOut(control, uses);
  const memo = new Map<string, readonly KeptValue[] | null>();

  const kept: Kept = (fn, i) => {
    const key = `${fn}:${i}`;
    const known = memo.get(key);
    if (known !== undefined) return known;
    const found = find(fn, i);
    memo.set(key, found);
    return found;
  };

  const find = (fn: number, i: number): readonly KeptValue[] | null => {
    const reader = control.reader(fn);
    if (kindAt(reader, i) === Kind.Call) return operandCount(reader, i) > 4 ? null : ofSignal(fn, i);
    if (kindAt(reader, i) !== Kind.Get) return null;
    const object = operandAt(reader, i, 0);
    if (kindAt(reader, object) === Kind.Call && STATE.test(calleeName(control, fn, object))) return ofState(fn, object);
    if (flagsAt(reader, i) & Flag.Computed) return null;
    const name = nameAt(reader, operandAt(reader, i, 1));
    if (kindAt(reader, object) === Kind.This) return ofField(fn, name);
    const own = /^(value|current)$/.test(name) && kindAt(reader, object) === Kind.Load ? ofReference(fn, object, name) : null;
    return own ?? handedOut(fn, i);
  };

  const functionsOf = (module: number): number[] =>
    program.modules[module].functions.map((_, index) => program.base[module] + index);

  const initial = (fn: number, call: number): KeptValue[] =>
    (heldAtFirst(control, fn, call) ?? []).map((spot) => ({ ...spot, first: true }));

  /** What nobody sets says what it began with, unless that is a literal: `useState(false)` waits for somebody. */
  const complete = (values: readonly KeptValue[]): readonly KeptValue[] | null =>
    values.length > 1 || values.some(({ fn, ordinal }) => kindAt(control.reader(fn), ordinal) !== Kind.Const) ? values : null;

  /** `const [allowed, setAllowed] = useState(false)`: what the setter is given, as long as it is only called. */
  const ofState = (fn: number, call: number): readonly KeptValue[] | null => {
    const reader = control.reader(fn);
    let slot = NONE;
    for (let i = call + 1; i < reader.count; i++) {
      if (kindAt(reader, i) !== Kind.Store) continue;
      const value = operandAt(reader, i, 1);
      if (value === NONE || kindAt(reader, value) !== Kind.Get || operandAt(reader, value, 0) !== call) continue;
      if (control.name(fn, value) === '1') slot = operandAt(reader, i, 0);
    }
    const out = initial(fn, call);
    if (slot === NONE) return complete(out);
    for (const load of loadsOf(control, fn, slot))
      for (const { by, as } of usesOf(control, load)) {
        const given = as === 'callee' && operandCount(control.reader(load.fn), by) > 4;
        // Whoever gets the setter of what was read from somewhere sets the same.
        if (!given && as === 'value' && complete(out)) continue;
        if (!given) return null;
        out.push({ fn: load.fn, ordinal: operandAt(control.reader(load.fn), by, 4), first: false });
      }
    return complete(out);
  };

  /** `const allowed = ref(false); … allowed.value = …` */
  const ofReference = (fn: number, load: number, member: string): readonly KeptValue[] | null => {
    const source = madeBy(fn, load);
    if (!source || !REFERENCE.test(calleeName(control, source.fn, source.ordinal))) return null;
    const { holder, slot } = source;
    const out = initial(source.fn, source.ordinal);
    for (const use of loadsOf(control, holder, slot)) {
      const other = control.reader(use.fn);
      for (const { by, as } of usesOf(control, use)) {
        if (as === 'value') return null;
        if (as === 'owner' && nameAt(other, operandAt(other, by, 1)) === member)
          out.push({ fn: use.fn, ordinal: operandAt(other, by, operandCount(other, by) - 1), first: false });
      }
    }
    return complete(out);
  };

  /** The call that made what a variable holds, when it is stored once. */
  const madeBy = (fn: number, load: number): (Spot & { holder: number; slot: number }) | null => {
    const reader = control.reader(fn);
    const slot = operandAt(reader, load, 0);
    const owner = operandAt(reader, load, 1);
    const holder = owner === NONE ? fn : program.base[program.moduleOf[fn]] + owner;
    const [only, ...others] = control.stores(holder, slot, NONE);
    if (!only || others.length > 0) return null;
    const made = operandAt(control.reader(only.fn), only.ordinal, 1);
    return made === NONE ? null : { fn: only.fn, ordinal: made, holder, slot };
  };

  /** `allowed()`: what a signal of Solid or Angular holds. */
  const ofSignal = (fn: number, call: number): readonly KeptValue[] | null => {
    const reader = control.reader(fn);
    const callee = operandAt(reader, call, 0);
    if (callee === NONE) return null;
    const member = nameAt(reader, operandAt(reader, call, 1));
    if (member !== '') return kindAt(reader, callee) === Kind.This ? ofSignalField(fn, member) : null;
    if (kindAt(reader, callee) !== Kind.Load) return null;
    const source = madeBy(fn, callee);
    if (!source) return null;
    const other = control.reader(source.fn);
    if (kindAt(other, source.ordinal) === Kind.Get) {
      const pair = operandAt(other, source.ordinal, 0);
      const isPair = kindAt(other, pair) === Kind.Call && calleeName(control, source.fn, pair) === 'createSignal';
      return isPair && control.name(source.fn, source.ordinal) === '0' ? ofState(source.fn, pair) : null;
    }
    const first = ofSignalMade(source);
    if (!first) return null;
    const out = [...first];
    for (const load of loadsOf(control, source.holder, source.slot))
      for (const { by, as } of usesOf(control, load)) if (as === 'receiver') out.push(...putBy(load.fn, by));
    return complete(out);
  };

  const ofSignalMade = ({ fn, ordinal }: Spot): KeptValue[] | null =>
    kindAt(control.reader(fn), ordinal) === Kind.Call && SIGNAL.test(calleeName(control, fn, ordinal))
      ? initial(fn, ordinal)
      : null;

  const putBy = (fn: number, call: number): KeptValue[] => {
    const reader = control.reader(fn);
    return PUTS.test(calleeName(control, fn, call)) && operandCount(reader, call) > 4
      ? [{ fn, ordinal: operandAt(reader, call, 4), first: false }]
      : [];
  };

  /** `this.allowed()`, with what `this.allowed.set(…)` puts there. */
  const ofSignalField = (fn: number, name: string): readonly KeptValue[] | null => {
    const made = (ofField(fn, name) ?? []).map(ofSignalMade);
    const out: KeptValue[] = [];
    for (const values of made) {
      if (!values) return null;
      out.push(...values);
    }
    for (const other of made.length > 0 ? methodsBeside(fn) : []) {
      const reader = control.reader(other);
      for (let i = 0; i < reader.count; i++) {
        const receiver = kindAt(reader, i) === Kind.Call && operandAt(reader, i, 1) !== NONE ? operandAt(reader, i, 0) : NONE;
        if (receiver !== NONE && isOwn(other, receiver, name)) out.push(...putBy(other, i));
      }
    }
    return complete(out);
  };

  /** `this.allowed` */
  const isOwn = (fn: number, i: number, name: string): boolean => {
    const reader = control.reader(fn);
    return (
      kindAt(reader, i) === Kind.Get &&
      !(flagsAt(reader, i) & Flag.Computed) &&
      kindAt(reader, operandAt(reader, i, 0)) === Kind.This &&
      nameAt(reader, operandAt(reader, i, 1)) === name
    );
  };

  /** The functions of the class whose `this` a function has. */
  const methodsBeside = (fn: number): number[] => {
    const own = classAround(program, fn);
    return own === NONE ? [] : functionsOf(program.moduleOf[fn]).filter((other) => classAround(program, other) === own);
  };

  /** What the methods and the initialisers of a class put into a field. */
  const ofField = (fn: number, name: string): readonly KeptValue[] | null => {
    const out: KeptValue[] = [];
    for (const other of methodsBeside(fn)) {
      const reader = control.reader(other);
      for (let i = 0; i < reader.count; i++) {
        if (kindAt(reader, i) !== Kind.Set || flagsAt(reader, i) & Flag.Computed) continue;
        if (kindAt(reader, operandAt(reader, i, 0)) !== Kind.This || nameAt(reader, operandAt(reader, i, 1)) !== name) continue;
        const first = functionOf(program, other).kind === 'initializer';
        out.push({ fn: other, ordinal: operandAt(reader, i, operandCount(reader, i) - 1), first });
      }
    }
    return out.length > 0 ? out : null;
  };

  return kept;
}
