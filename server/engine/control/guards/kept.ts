/**
 * All that is put into what outlives a call: React state, a Vue reference, a field of a class. Where somebody's choice is
 * kept under a name that says nothing of it, what is put there says it.
 */
import { Flag, Kind, NONE } from '../../ir';
import { functionOf } from '../../link/program';
import { flagsAt, kindAt, operandAt, operandCount } from '../../link/reader';
import type { Base, Spot } from './control';
import { calleeName, nameAt } from './values';

/** A value, and whether it is there from the start. */
export interface KeptValue extends Spot {
  first: boolean;
}

/** The values that a read may find; null where some are not known, or nothing is kept there. */
export type Kept = (fn: number, ordinal: number) => readonly KeptValue[] | null;

const STATE = /^(useState|createSignal)$/;
const REFERENCE = /^(ref|shallowRef|useRef|signal)$/;

export function createKept(control: Base): Kept {
  const { program } = control;
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
    if (kindAt(reader, i) !== Kind.Get) return null;
    const object = operandAt(reader, i, 0);
    if (kindAt(reader, object) === Kind.Call && STATE.test(calleeName(control, fn, object))) return ofState(fn, object);
    if (flagsAt(reader, i) & Flag.Computed) return null;
    const name = nameAt(reader, operandAt(reader, i, 1));
    if (kindAt(reader, object) === Kind.This) return ofField(fn, name);
    return /^(value|current)$/.test(name) && kindAt(reader, object) === Kind.Load ? ofReference(fn, object, name) : null;
  };

  const functionsOf = (module: number): number[] =>
    program.modules[module].functions.map((_, index) => program.base[module] + index);

  const initial = (fn: number, call: number): KeptValue[] =>
    operandCount(control.reader(fn), call) > 4 ? [{ fn, ordinal: operandAt(control.reader(fn), call, 4), first: true }] : [];

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
    if (slot === NONE) return null;
    const out = initial(fn, call);
    for (const load of loadsOf(fn, slot))
      for (const { by, as } of usesOf(load)) {
        const given = as === 'callee' && operandCount(control.reader(load.fn), by) > 4;
        if (!given) return null;
        out.push({ fn: load.fn, ordinal: operandAt(control.reader(load.fn), by, 4), first: false });
      }
    return out.length > 1 ? out : null;
  };

  /** `const allowed = ref(false); … allowed.value = …` */
  const ofReference = (fn: number, load: number, member: string): readonly KeptValue[] | null => {
    const reader = control.reader(fn);
    const slot = operandAt(reader, load, 0);
    const owner = operandAt(reader, load, 1);
    const holder = owner === NONE ? fn : program.base[program.moduleOf[fn]] + owner;
    const stores = control.stores(holder, slot, NONE);
    if (stores.length !== 1) return null;
    const made = operandAt(control.reader(stores[0].fn), stores[0].ordinal, 1);
    if (made === NONE || kindAt(control.reader(stores[0].fn), made) !== Kind.Call) return null;
    if (!REFERENCE.test(calleeName(control, stores[0].fn, made))) return null;
    const out = initial(stores[0].fn, made);
    for (const use of loadsOf(holder, slot)) {
      const other = control.reader(use.fn);
      for (const { by, as } of usesOf(use)) {
        if (as === 'value') return null;
        if (as === 'owner' && nameAt(other, operandAt(other, by, 1)) === member)
          out.push({ fn: use.fn, ordinal: operandAt(other, by, operandCount(other, by) - 1), first: false });
      }
    }
    return out.length > 1 ? out : null;
  };

  /** What the methods and the initialisers of a class put into a field. */
  const ofField = (fn: number, name: string): readonly KeptValue[] | null => {
    const own = classOf(fn);
    if (own === NONE) return null;
    const out: KeptValue[] = [];
    for (const other of functionsOf(program.moduleOf[fn])) {
      if (classOf(other) !== own) continue;
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

  /** The class whose `this` a function has: its own, or that of what it is written in. */
  const classOf = (fn: number): number => {
    const module = program.moduleOf[fn];
    for (let at = fn; at !== program.base[module]; at = program.base[module] + functionOf(program, at).parent)
      if (functionOf(program, at).class !== NONE) return functionOf(program, at).class;
    return NONE;
  };

  /** What is done with a value: it is called, something is put into it, or it is handed on. */
  const usesOf = ({ fn, ordinal }: Spot): { by: number; as: 'callee' | 'owner' | 'value' }[] => {
    const reader = control.reader(fn);
    const out: { by: number; as: 'callee' | 'owner' | 'value' }[] = [];
    for (let by = ordinal + 1; by < reader.count; by++) {
      const kind = kindAt(reader, by);
      const operand = (n: number): boolean => operandAt(reader, by, n) === ordinal;
      const some = (from: number, step: number): boolean => {
        for (let n = from; n < operandCount(reader, by); n += step) if (operand(n)) return true;
        return false;
      };
      if (kind === Kind.Call && operand(0) && operandAt(reader, by, 1) === NONE) out.push({ by, as: 'callee' });
      else if (kind === Kind.Set && operand(0)) out.push({ by, as: 'owner' });
      else if (
        (kind === Kind.Call && some(4, 1)) ||
        (kind === Kind.Store && operand(1)) ||
        (kind === Kind.Return && operand(0)) ||
        (kind === Kind.Object && some(2, 3)) ||
        (kind === Kind.Element && (some(5, 3) || some(3 + operandAt(reader, by, 2) * 3, 1)))
      )
        out.push({ by, as: 'value' });
    }
    return out;
  };

  const loadsOf = (holder: number, slot: number): Spot[] => {
    const module = program.moduleOf[holder];
    const out: Spot[] = [];
    for (const fn of functionsOf(module)) {
      const reader = control.reader(fn);
      for (let i = 0; i < reader.count; i++) {
        if (kindAt(reader, i) !== Kind.Load || operandAt(reader, i, 0) !== slot) continue;
        const owner = operandAt(reader, i, 1);
        if ((owner === NONE ? fn : program.base[module] + owner) === holder) out.push({ fn, ordinal: i });
      }
    }
    return out;
  };

  return kept;
}
