/** What a state of a component is filled with after its first value: by its setter, or by assignments. */
import { Kind, NONE } from '../../ir';
import { kindAt, operandAt } from '../../link/reader';
import { argumentsOf, callsOf, functionOf, methodOf, slotOf, type Code, type Spot } from '../code';
import { closuresOf } from '../closures';
import { returnsOf } from '../markup';
import { holdersOf, type Uses } from '../uses';

export interface Filling extends Spot {
  /** A function whose first parameter is what the state was. */
  updater: number | null;
  /** A clock of the page does it. */
  ticks: boolean;
}

/** Values that a state is given; null when somebody else may fill it. */
export function fillingsOf(code: Code, uses: Uses, state: Spot): Filling[] | null {
  const out: Filling[] = [];
  const give = (at: Spot, value: number): void => {
    if (value === NONE) return;
    const targets = kindAt(code.trail.reader(at.fn), value) === Kind.Closure ? closuresOf(code, at.fn, value) : [];
    const ticks = isTicked(code, uses, at.fn);
    if (targets.length === 0) out.push({ fn: at.fn, ordinal: value, updater: null, ticks });
    for (const target of targets)
      for (const ordinal of returnsOf(code.trail.reader(target))) out.push({ fn: target, ordinal, updater: target, ticks });
  };
  for (const held of holdersOf(code, uses, state)) {
    const reader = code.trail.reader(held.fn);
    for (const user of uses.of(held.fn, held.ordinal)) {
      const kind = kindAt(reader, user);
      // `store.set(…)`, `store.update((was) => …)`
      if (kind === Kind.Call && operandAt(reader, user, 0) === held.ordinal && /^(set|update)$/.test(methodOf(reader, user)))
        give({ fn: held.fn, ordinal: user }, argumentsOf(reader, user)[0] ?? NONE);
      // `viewers.value = …` of a ref.
      if (kind === Kind.Set && operandAt(reader, user, 0) === held.ordinal)
        give({ fn: held.fn, ordinal: user }, operandAt(reader, user, 2));
      if (kind !== Kind.Get || reader.module.names[operandAt(reader, user, 1)] !== '1') continue;
      for (const setter of holdersOf(code, uses, { fn: held.fn, ordinal: user })) {
        const own = code.trail.reader(setter.fn);
        for (const call of uses.of(setter.fn, setter.ordinal)) {
          if (kindAt(own, call) === Kind.Store || kindAt(own, call) === Kind.Array) continue;
          const [given = NONE] = argumentsOf(own, call);
          // A setter that is handed on may be given anything.
          if (kindAt(own, call) !== Kind.Call || operandAt(own, call, 0) !== setter.ordinal || given === NONE) return null;
          give({ fn: setter.fn, ordinal: call }, given);
        }
      }
    }
  }
  return out;
}

/** Values that functions inside assign to a variable of an outer one: `let left = 9; setInterval(() => { left = … })`. */
export function assignedInside(code: Code, uses: Uses, owner: number, slot: number): Filling[] {
  const module = code.program.moduleOf[owner];
  const out: Filling[] = [];
  for (const fn of code.functions(module)) {
    if (fn === owner) continue;
    const reader = code.trail.reader(fn);
    for (let i = 0; i < reader.count; i++) {
      if (kindAt(reader, i) !== Kind.Store || operandAt(reader, i, 1) === NONE) continue;
      const at = slotOf(code.program, fn, reader, i);
      if (at.owner === owner && at.slot === slot)
        out.push({ fn, ordinal: operandAt(reader, i, 1), updater: null, ticks: isTicked(code, uses, fn) });
    }
  }
  return out;
}

/** The function, or one around it, is given to a clock. */
function isTicked(code: Code, uses: Uses, fn: number): boolean {
  const base = code.program.base[code.program.moduleOf[fn]];
  for (let at = fn; at > base;) {
    const made = uses.made(at);
    if (!made) return false;
    const reader = code.trail.reader(made.fn);
    const isClock = [...callsOf(reader)].some(
      (call) =>
        argumentsOf(reader, call).includes(made.ordinal) &&
        /^(setInterval|setTimeout|requestAnimationFrame|useInterval|useIntervalFn|useTimeoutFn)$/.test(
          code.calleeOf(made.fn, call)?.path.at(-1) ?? '',
        ),
    );
    if (isClock) return true;
    const { parent } = functionOf(code.program, at);
    if (parent < 0) return false;
    at = base + parent;
  }
  return false;
}
