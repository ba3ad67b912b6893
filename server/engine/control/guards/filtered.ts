/** What is known of the members that a filter let pass: `services.filter((service) => consent[service.purpose])`. */
import { Kind, NONE } from '../../ir';
import { kindAt, operandAt, operandCount } from '../../link/reader';
import type { Control } from './control';
import { EVERYTHING, NOTHING, both, type Facts } from './facts';
import { functionsAt } from './held';
import type { Predicates } from './predicates';

const DEPTH = 6;
/** Methods that give the same members, or run something with each of them. */
const SAME = /^(sort|toSorted|reverse|toReversed|slice|map)$/;

/** Known of each member of a list, whoever goes through it. */
export function createFiltered(control: Control, predicates: Predicates): (fn: number, list: number) => Facts {
  const { program } = control;

  const passed = (fn: number, i: number, depth: number): Facts => {
    if (i === NONE || depth === 0) return NOTHING;
    const reader = control.reader(fn);
    switch (kindAt(reader, i)) {
      case Kind.Cast:
        return passed(fn, operandAt(reader, i, 0), depth - 1);
      case Kind.Load: {
        const owner = operandAt(reader, i, 1);
        const holder = owner === NONE ? fn : program.base[program.moduleOf[fn]] + owner;
        const [only, ...others] = control.stores(holder, operandAt(reader, i, 0), holder === fn ? i : NONE);
        return only && others.length === 0
          ? passed(only.fn, operandAt(control.reader(only.fn), only.ordinal, 1), depth - 1)
          : NOTHING;
      }
      case Kind.Call: {
        if (operandAt(reader, i, 1) === NONE) return NOTHING;
        const name = control.name(fn, i);
        const before = name === 'filter' || SAME.test(name) ? passed(fn, operandAt(reader, i, 0), depth - 1) : NOTHING;
        return name === 'filter' ? both(before, letBy(fn, i)) : before;
      }
      default:
        return NOTHING;
    }
  };

  const letBy = (fn: number, call: number): Facts => {
    const reader = control.reader(fn);
    const callback = operandCount(reader, call) > 4 ? operandAt(reader, call, 4) : NONE;
    if (callback === NONE) return NOTHING;
    const tests = functionsAt(control, fn, callback);
    if (tests.length !== 1) return NOTHING;
    const said = predicates.returned(tests[0]).yes;
    return said === EVERYTHING ? NOTHING : said;
  };

  return (fn, list) => passed(fn, list, DEPTH);
}
