/** State that only shows: what is put into it changes what a page looks like, and nothing else is decided by it. */
import { EntryKind, Flag, Kind, NONE } from '../../ir';
import { operandValues } from '../../link/operands';
import { functionOf } from '../../link/program';
import { flagsAt, kindAt, operandAt, operandCount, type Reader } from '../../link/reader';
import { cfgOf } from '../cfg';
import type { Spot } from '../guards/control';
import type { TrackingParts } from './parts';

const STATES = /^(useState|createSignal)$/;
const REFERENCES = /^(ref|shallowRef|signal|\$state)$/;
/** Calls that only put words on a page. */
const WORDS =
  /^(\$?t|\$?tc|i18n|translate|formatMessage|format\w*|cn|clsx|cx|classNames|css|String|Number|Boolean|map|join|trim)$/;

/** Whether a call of a setter, an assignment to `.value` or to a variable only changes what is shown. */
export function createShown({ control, uses }: Pick<TrackingParts, 'control' | 'uses'>): (spot: Spot) => boolean {
  const { program } = control;
  const memo = new Map<string, boolean>();

  const isShown = (spot: Spot): boolean => {
    const state = stateAt(spot);
    if (!state) return false;
    const key = `${state.fn}:${state.slot}`;
    const known = memo.get(key);
    if (known !== undefined) return known;
    memo.set(key, false);
    const loads = loadsOf(state.fn, state.slot);
    // What a module holds may be read in others.
    const isOwn = state.fn !== program.base[program.moduleOf[state.fn]];
    const answer = (isOwn || loads.some(({ fn }) => hasMarkup(fn))) && loads.every((load) => isOnlySeen(load, load.ordinal));
    memo.set(key, answer);
    return answer;
  };

  /** The variable that holds what is set there. */
  const stateAt = ({ fn, ordinal: i }: Spot): { fn: number; slot: number } | null => {
    const reader = control.reader(fn);
    switch (kindAt(reader, i)) {
      case Kind.Call: {
        const callee = operandAt(reader, i, 1) === NONE ? operandAt(reader, i, 0) : NONE;
        const setter = callee === NONE ? null : madeBy(fn, callee);
        if (
          !setter ||
          kindAt(control.reader(setter.fn), setter.ordinal) !== Kind.Get ||
          control.name(setter.fn, setter.ordinal) !== '1'
        )
          return null;
        return valueBeside(setter);
      }
      case Kind.Set: {
        const object = operandAt(reader, i, 0);
        if (reader.module.names[operandAt(reader, i, 1)] !== 'value' || kindAt(reader, object) !== Kind.Load) return null;
        return isMade(fn, object, REFERENCES) ? slotOf(fn, object, 1) : null;
      }
      case Kind.Store: {
        const own = slotOf(fn, i, 2);
        const isComponent = /\.svelte$/.test(reader.module.path) && own.fn === program.base[program.moduleOf[fn]];
        return isComponent ? own : null;
      }
      default:
        return null;
    }
  };

  const slotOf = (fn: number, i: number, ownerAt: number): { fn: number; slot: number } => {
    const reader = control.reader(fn);
    const owner = operandAt(reader, i, ownerAt);
    return { fn: owner === NONE ? fn : program.base[program.moduleOf[fn]] + owner, slot: operandAt(reader, i, 0) };
  };

  /** What the only store of a variable keeps. */
  const madeBy = (fn: number, load: number): Spot | null => {
    if (kindAt(control.reader(fn), load) !== Kind.Load) return null;
    const { fn: holder, slot } = slotOf(fn, load, 1);
    const [store, ...more] = control.stores(holder, slot, NONE);
    if (!store || more.length > 0) return null;
    const value = operandAt(control.reader(store.fn), store.ordinal, 1);
    return value === NONE ? null : { fn: store.fn, ordinal: value };
  };

  const isMade = (fn: number, load: number, by: RegExp): boolean => {
    const made = madeBy(fn, load);
    return (
      made !== null && kindAt(control.reader(made.fn), made.ordinal) === Kind.Call && by.test(control.name(made.fn, made.ordinal))
    );
  };

  /** `const [on, setOn] = useState(…)`: from the setter to the variable of the value. */
  const valueBeside = ({ fn, ordinal }: Spot): { fn: number; slot: number } | null => {
    const reader = control.reader(fn);
    const call = operandAt(reader, ordinal, 0);
    if (kindAt(reader, call) !== Kind.Call || !STATES.test(control.name(fn, call))) return null;
    for (let i = call + 1; i < reader.count; i++) {
      if (kindAt(reader, i) !== Kind.Store) continue;
      const value = operandAt(reader, i, 1);
      const isValue = value !== NONE && kindAt(reader, value) === Kind.Get && operandAt(reader, value, 0) === call;
      if (isValue && control.name(fn, value) === '0') return slotOf(fn, i, 2);
    }
    return null;
  };

  const loadsOf = (holder: number, slot: number): Spot[] => {
    const module = program.moduleOf[holder];
    return program.modules[module].functions.flatMap((_, index) => {
      const fn = program.base[module] + index;
      const reader = control.reader(fn);
      return Array.from({ length: reader.count }, (__, i) => i).flatMap((ordinal) => {
        if (kindAt(reader, ordinal) !== Kind.Load) return [];
        const own = slotOf(fn, ordinal, 1);
        return own.fn === holder && own.slot === slot ? [{ fn, ordinal }] : [];
      });
    });
  };

  const hasMarkup = (fn: number): boolean => {
    const reader = control.reader(fn);
    for (let i = 0; i < reader.count; i++) if (kindAt(reader, i) === Kind.Element) return true;
    return false;
  };

  /** All that is done with a value is to show it, or to choose what is shown. */
  const isOnlySeen = ({ fn }: Spot, value: number, depth = 6): boolean => {
    if (depth === 0) return false;
    const reader = control.reader(fn);
    for (let k = value + 1; k < reader.count; k++) {
      const kind = kindAt(reader, k);
      const operand = (n: number): boolean => operandAt(reader, k, n) === value;
      switch (kind) {
        case Kind.Branch:
          if (operand(0) && !choosesMarkup(fn, k)) return false;
          break;
        case Kind.Unary:
        case Kind.Binary:
          if ((operand(1) || operand(2)) && !isOnlySeen({ fn, ordinal: k }, k, depth - 1)) return false;
          break;
        case Kind.Get:
        case Kind.Cast:
        case Kind.Otherwise:
          if ((operand(0) || (kind === Kind.Otherwise && operand(1))) && !isOnlySeen({ fn, ordinal: k }, k, depth - 1))
            return false;
          break;
        case Kind.Phi:
        case Kind.Template:
          if (takes(reader, k, value, 1, 2) && !isOnlySeen({ fn, ordinal: k }, k, depth - 1)) return false;
          break;
        case Kind.Element:
          if (isTaken(reader, k, value) && !isIntrinsic(reader, k)) return false;
          break;
        // It is asked itself, or something is put into it.
        case Kind.Set:
          if (operandAt(reader, k, operandCount(reader, k) - 1) === value) return false;
          break;
        case Kind.Call:
          if (operand(0) && operandAt(reader, k, 1) === NONE) {
            // `on()`: how a signal is read.
            if (!isOnlySeen({ fn, ordinal: k }, k, depth - 1)) return false;
          } else if (takes(reader, k, value, 4, 1) && !WORDS.test(control.name(fn, k)) && !isOwnSetter(fn, k)) return false;
          break;
        case Kind.Object: {
          const key = takes(reader, k, value, 0, 1) ? keyOf(reader, k, value) : null;
          if (key === '' || (key !== null && !isOnlySeenByCallers(fn, k, key, depth - 1))) return false;
          break;
        }
        case Kind.Store:
        case Kind.Return:
        case Kind.Array:
        case Kind.Await:
        case Kind.Iter:
          if (takes(reader, k, value, 0, 1)) return false;
          break;
      }
    }
    return true;
  };

  /** `return { consent, accept }` of a hook: what callers take of it under the name is only seen; most take other members. */
  const isOnlySeenByCallers = (fn: number, object: number, key: string, depth: number): boolean => {
    const reader = control.reader(fn);
    for (let k = object + 1; k < reader.count; k++) {
      const isReturn = kindAt(reader, k) === Kind.Return;
      if (!isReturn && operandValues(reader, k).includes(object)) return false;
    }
    const calls = uses.of(fn);
    return (
      calls.length > 0 &&
      calls.length <= CALLERS &&
      calls.every(({ kind, fn: caller, ordinal }) => kind === 'call' && isMemberOnlySeen(caller, ordinal, key, depth))
    );
  };

  /** Of what a call gives, or a variable that holds it, one member. */
  const isMemberOnlySeen = (fn: number, whole: number, key: string, depth: number): boolean => {
    if (depth <= 0) return false;
    const reader = control.reader(fn);
    for (let k = whole + 1; k < reader.count; k++) {
      if (!operandValues(reader, k).includes(whole)) continue;
      const isMember = kindAt(reader, k) === Kind.Get && !(flagsAt(reader, k) & Flag.Computed);
      if (isMember && reader.module.names[operandAt(reader, k, 1)] !== key) continue;
      if (isMember && isVariableOnlySeen(fn, k, depth)) continue;
      const isHeld = kindAt(reader, k) === Kind.Store && isVariableHeld(fn, k, key, depth);
      if (!isHeld) return false;
    }
    return true;
  };

  /** `const { consent } = useConsent()` */
  const isVariableOnlySeen = (fn: number, value: number, depth: number): boolean => {
    const reader = control.reader(fn);
    for (let k = value + 1; k < reader.count; k++) {
      if (kindAt(reader, k) !== Kind.Store || operandAt(reader, k, 1) !== value) continue;
      const { fn: holder, slot } = slotOf(fn, k, 2);
      return loadsOf(holder, slot).every((load) => isOnlySeen(load, load.ordinal, depth - 1));
    }
    return isOnlySeen({ fn, ordinal: value }, value, depth - 1);
  };

  /** `const agreed = useConsent(); … agreed.accept()` */
  const isVariableHeld = (fn: number, store: number, key: string, depth: number): boolean => {
    const { fn: holder, slot } = slotOf(fn, store, 2);
    return loadsOf(holder, slot).every((load) => isMemberOnlySeen(load.fn, load.ordinal, key, depth - 1));
  };

  /** `setOn(!on)` */
  const isOwnSetter = (fn: number, call: number): boolean => stateAt({ fn, ordinal: call }) !== null;

  const choosesMarkup = (fn: number, branch: number): boolean => {
    const reader = control.reader(fn);
    const cfg = cfgOf(reader);
    for (let i = 0; i < reader.count; i++) {
      if (!cfg.controls(cfg.blockOf[branch], cfg.blockOf[i])) continue;
      const kind = kindAt(reader, i);
      if (kind === Kind.Element && !isIntrinsic(reader, i)) return false;
      if (kind === Kind.Call && !WORDS.test(control.name(fn, i))) return false;
      if (kind === Kind.Return && !hasMarkup(fn)) return false;
      if (kind === Kind.Set || kind === Kind.Throw) return false;
    }
    return true;
  };

  const isIntrinsic = (reader: Reader, element: number): boolean => {
    const name = operandAt(reader, element, 0) === NONE ? '' : reader.module.names[operandAt(reader, element, 0)];
    return !/^(script|iframe|component)$/i.test(name) && (/^[a-z]+\d?$/.test(name) || name === '' || LOOKS.test(name));
  };

  return (spot) => functionOf(program, spot.fn).kind !== 'module' && isShown(spot);
}

/** The name under which an object holds a value; '' where it is not written. */
function keyOf(reader: Reader, object: number, value: number): string {
  for (let n = 0; n < operandCount(reader, object); n += 3)
    if (operandAt(reader, object, n + 2) === value && operandAt(reader, object, n) === EntryKind.Static)
      return reader.module.names[operandAt(reader, object, n + 1)];
  return '';
}

const CALLERS = 12;

/** Parts of a kit that look like something and do nothing else. */
const LOOKS =
  /^(Button|IconButton|Switch|Toggle|Checkbox|Text|Typography|Label|Badge|Box|Stack|Card|Alert|Pressable|TouchableOpacity|View|Transition|AnimatePresence|Fragment)$/;

function takes(reader: Reader, k: number, value: number, from: number, step: number): boolean {
  for (let n = from; n < operandCount(reader, k); n += step) if (operandAt(reader, k, n) === value) return true;
  return false;
}

const isTaken = (reader: Reader, element: number, value: number): boolean =>
  takes(reader, element, value, 5, 3) || takes(reader, element, value, 3 + operandAt(reader, element, 2) * 3, 1);
