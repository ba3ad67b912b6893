/** Members of what project functions and contexts give: `const { allowed } = useAnswers()`, `const [saved] = useSaved()`. */
import { EntryKind, Flag, Kind, NONE } from '../../ir';
import { flagsAt, kindAt, operandAt, operandCount } from '../../link/reader';
import { attributeAt, type Base, type Spot } from './control';
import { resultsOf } from './held';
import { calleeName, nameAt } from './values';
import type { KeptValue } from './kept';
import type { Uses } from './uses';

/** Steps that a record is followed, and the most values that one member may be. */
const DEPTH = 8;
const FEW = 6;

/** What a member of a record is; null where it is not known on every way. */
export function createHandedOut(base: Base, uses: Uses): (fn: number, get: number) => readonly KeptValue[] | null {
  const { program } = base;

  /** The values of a member of what a value is. */
  const memberOf = (fn: number, i: number, name: string, depth: number): Spot[] | null => {
    if (i === NONE || depth === 0) return null;
    const reader = base.reader(fn);
    switch (kindAt(reader, i)) {
      case Kind.Object:
        return entryOf(fn, i, name);
      case Kind.Array:
        return flagsAt(reader, i) === 0 && 2 * Number(name) + 1 < operandCount(reader, i)
          ? [{ fn, ordinal: operandAt(reader, i, 2 * Number(name) + 1) }]
          : null;
      case Kind.Cast:
      case Kind.Await:
        return memberOf(fn, operandAt(reader, i, 0), name, depth - 1);
      case Kind.Load:
        return ofAll(storedIn(fn, i), name, depth - 1);
      case Kind.Get:
        return flagsAt(reader, i) & Flag.Computed
          ? null
          : ofAll(memberOf(fn, operandAt(reader, i, 0), nameAt(reader, operandAt(reader, i, 1)), depth - 1), name, depth - 1);
      case Kind.Call:
        return calleeName(base, fn, i) === 'useContext'
          ? ofAll(provided(fn, i), name, depth - 1)
          : ofAll(
              base.callees(fn, i).flatMap((target) => resultsOf(base, target)),
              name,
              depth - 1,
            );
      default:
        return null;
    }
  };

  const ofAll = (records: readonly Spot[] | null, name: string, depth: number): Spot[] | null => {
    if (!records || records.length === 0 || records.length > FEW) return null;
    const out: Spot[] = [];
    for (const { fn, ordinal } of records) {
      const found = memberOf(fn, ordinal, name, depth);
      if (!found) return null;
      out.push(...found);
    }
    return out;
  };

  const entryOf = (fn: number, object: number, name: string): Spot[] | null => {
    const reader = base.reader(fn);
    let found: Spot[] | null = null;
    for (let n = 0; n < operandCount(reader, object); n += 3) {
      // What is spread may hold anything.
      if (operandAt(reader, object, n) !== EntryKind.Static) found = null;
      else if (nameAt(reader, operandAt(reader, object, n + 1)) === name)
        found = [{ fn, ordinal: operandAt(reader, object, n + 2) }];
    }
    return found;
  };

  const storedIn = (fn: number, load: number): Spot[] => {
    const reader = base.reader(fn);
    const owner = operandAt(reader, load, 1);
    const holder = owner === NONE ? fn : program.base[program.moduleOf[fn]] + owner;
    return base
      .stores(holder, operandAt(reader, load, 0), holder === fn ? load : NONE)
      .map((store) => ({ fn: store.fn, ordinal: operandAt(base.reader(store.fn), store.ordinal, 1) }));
  };

  /** `<Answers.Provider value={…}>` of the context that a call asks for. */
  const provided = (fn: number, call: number): Spot[] | null => {
    const reader = base.reader(fn);
    const context = operandCount(reader, call) > 4 ? variableOf(fn, operandAt(reader, call, 4)) : null;
    if (!context) return null;
    const out: Spot[] = [];
    for (const root of uses.readers(context.module, context.slot))
      for (const member of uses.family(root)) {
        const own = base.reader(member);
        for (let i = 0; i < own.count; i++) {
          const tag = kindAt(own, i) === Kind.Element ? operandAt(own, i, 1) : NONE;
          if (tag === NONE) continue;
          const isProvider = kindAt(own, tag) === Kind.Get && base.name(member, tag) === 'Provider';
          const shown = variableOf(member, isProvider ? operandAt(own, tag, 0) : tag);
          if (shown?.module !== context.module || shown.slot !== context.slot) continue;
          const value = attributeAt(base, { fn: member, ordinal: i }, 'value');
          if (value === NONE) return null;
          out.push({ fn: member, ordinal: value });
        }
      }
    return out;
  };

  /** A variable of a module, here or imported. */
  const variableOf = (fn: number, i: number): { module: number; slot: number } | null => {
    const reader = base.reader(fn);
    const module = program.moduleOf[fn];
    if (i === NONE) return null;
    if (kindAt(reader, i) === Kind.Load) {
      const owner = operandAt(reader, i, 1);
      const isOfModule = owner === NONE ? fn === program.base[module] : owner === 0;
      return isOfModule ? { module, slot: operandAt(reader, i, 0) } : null;
    }
    if (kindAt(reader, i) !== Kind.Global || !(flagsAt(reader, i) & Flag.Import)) return null;
    const target = program.imported(module, operandAt(reader, i, 0));
    return target.kind === 'slot' ? { module: target.module, slot: target.slot } : null;
  };

  return (fn, get) => {
    const reader = base.reader(fn);
    const object = operandAt(reader, get, 0);
    if (object === NONE || kindAt(reader, object) === Kind.This) return null;
    const name = base.name(fn, get);
    const found = name === '' ? null : memberOf(fn, object, name, DEPTH);
    return found && found.length <= FEW ? found.map((spot) => ({ ...spot, first: false })) : null;
  };
}
