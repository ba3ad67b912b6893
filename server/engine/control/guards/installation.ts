/** Values that the installation decides, so that they are nobody's choice: the environment, a literal, settings. */
import { Flag, Kind, NONE } from '../../ir';
import { functionOf } from '../../link/program';
import { flagsAt, kindAt, operandAt, operandCount } from '../../link/reader';
import type { Base } from './control';
import { calleeName, globalName, nameAt } from './values';
import { isSetting } from './wording';

/** How deep a value is looked into in a helper. */
const DEPTH = 8;

export type Installation = (fn: number, ordinal: number, depth: number) => boolean;

export function createInstallation(control: Base): Installation {
  const { program } = control;
  const decided = new Map<number, boolean>();

  const isInstallation: Installation = (fn, i, depth) => {
    if (i === NONE || depth <= 0) return false;
    const reader = control.reader(fn);
    const operand = (n: number): number => operandAt(reader, i, n);
    switch (kindAt(reader, i)) {
      case Kind.Const:
        return true;
      case Kind.Cast:
      case Kind.Await:
        return isInstallation(fn, operand(0), depth - 1);
      case Kind.Unary:
        return isInstallation(fn, operand(1), depth - 1);
      case Kind.Binary:
        return isInstallation(fn, operand(1), depth - 1) && isInstallation(fn, operand(2), depth - 1);
      case Kind.Otherwise:
        return isInstallation(fn, operand(0), depth - 1) && isInstallation(fn, operand(1), depth - 1);
      case Kind.Phi: {
        for (let n = 1; n < operandCount(reader, i); n += 2) if (!isInstallation(fn, operand(n), depth - 1)) return false;
        return true;
      }
      case Kind.Get:
        return (
          (!(flagsAt(reader, i) & Flag.Computed) && isSetting(nameAt(reader, operand(1)))) ||
          isInstallation(fn, operand(0), depth - 1)
        );
      case Kind.Global:
        return isSetting(globalName(reader, i));
      case Kind.Load: {
        const owner = operand(1) === NONE ? fn : program.base[program.moduleOf[fn]] + operand(1);
        const slot = operand(0);
        if (isSetting(functionOf(program, owner).slots[slot].name)) return true;
        const stores = control.stores(owner, slot, owner === fn ? i : NONE);
        return (
          stores.length > 0 &&
          stores.every((store) => isInstallation(store.fn, operandAt(control.reader(store.fn), store.ordinal, 1), depth - 1))
        );
      }
      case Kind.Call:
        return (
          /^use\w*(Config|Env)\w*$|^(get|load)\w*(Config|Env)\w*$/.test(calleeName(control, fn, i)) ||
          isOfSetting(fn, i, depth) ||
          asksSettings(fn, i, depth)
        );
      default:
        return false;
    }
  };

  /** `id.startsWith('G-')` */
  const isOfSetting: Installation = (fn, call, depth) => {
    const reader = control.reader(fn);
    if (operandAt(reader, call, 1) === NONE || !isInstallation(fn, operandAt(reader, call, 0), depth - 1)) return false;
    for (let n = 4; n < operandCount(reader, call); n++)
      if (!isInstallation(fn, operandAt(reader, call, n), depth - 1)) return false;
    return true;
  };

  /** `isAnalyticsEnabled()` that looks whether there is an id in the environment: what it answers and asks is settled. */
  const asksSettings: Installation = (fn, call, depth) => {
    const targets = control.callees(fn, call);
    return depth > 1 && targets.length > 0 && targets.every(isDecidedBySettings);
  };

  /** What a function answers and asks on its way is settled by settings, and by one at least. */
  const isDecidedBySettings = (target: number): boolean => {
    const known = decided.get(target);
    if (known !== undefined) return known;
    // Whoever calls itself answers nothing by that.
    decided.set(target, false);
    const reader = control.reader(target);
    let settings = 0;
    let isSettled = true;
    for (let i = 0; i < reader.count && isSettled; i++) {
      const kind = kindAt(reader, i);
      const asked = kind === Kind.Branch || kind === Kind.Return ? operandAt(reader, i, 0) : NONE;
      if (asked !== NONE && !isInstallation(target, asked, DEPTH)) isSettled = false;
      if (kind === Kind.Global && isSetting(globalName(reader, i))) settings++;
    }
    decided.set(target, isSettled && settings > 0);
    return isSettled && settings > 0;
  };

  return isInstallation;
}
