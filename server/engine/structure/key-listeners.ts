/** Listeners to what is typed anywhere on a page. */
import { Flag, isComparison, Kind, NONE } from '../ir';
import { flagsAt, kindAt, operandAt, operandCount, type Reader } from '../link/reader';
import type { Capture } from '../rule/structure';
import { closuresOf, parameterAt } from './closures';
import { argumentsOf, callsOf, methodOf, slotOf, textAt, type Code, type Spot } from './code';
import type { Uses } from './uses';

const WINDOWS = /^(window|document|globalThis|self|document\.body|document\.documentElement|window\.document)$/;

/** `window.addEventListener('keydown', (e) => keys.push(e.key))`: what is typed anywhere is kept or sent. */
export function keyListener(code: Code, uses: Uses, fn: number, reader: Reader, call: number): Capture | null {
  const args = argumentsOf(reader, call);
  if (args.length < 2 || !/^(addEventListener|on)$/.test(methodOf(reader, call))) return null;
  if (!/^(keydown|keyup|keypress|input|beforeinput)$/.test(textAt(reader, args[0]) ?? '')) return null;
  return heard(code, uses, { fn, ordinal: call }, operandAt(reader, call, 0), args[1], 'addEventListener');
}

/** `document.onkeypress = (e) => keys.push(e.key)`. */
export function keyHandler(code: Code, uses: Uses, fn: number, reader: Reader, at: number): Capture | null {
  if (kindAt(reader, at) !== Kind.Set || flagsAt(reader, at) & Flag.Computed) return null;
  const name = reader.module.names[operandAt(reader, at, 1)];
  if (!/^on(keydown|keyup|keypress|input)$/.test(name)) return null;
  return heard(code, uses, { fn, ordinal: at }, operandAt(reader, at, 0), operandAt(reader, at, 2), name);
}

function heard(code: Code, uses: Uses, spot: Spot, target: number, listener: number, words: string): Capture | null {
  const receiver = code.nameOf(spot.fn, target)?.path.join('.') ?? '';
  if (!WINDOWS.test(receiver)) return null;
  for (const handler of closuresOf(code, spot.fn, listener)) {
    if (keptKeys(code, uses, handler) !== 'kept') continue;
    return { ...code.seen(spot, `${receiver}.${words}`), kind: 'keystroke', begins: 'load', sent: true, confidence: 'high' };
  }
  return null;
}

/** What becomes of `e.key` and `e.target.value` in a handler: only compared, or put somewhere that lasts or leaves. */
function keptKeys(code: Code, uses: Uses, handler: number): 'kept' | 'compared' {
  const reader = code.trail.reader(handler);
  for (let i = 0; i < reader.count; i++) {
    if (kindAt(reader, i) !== Kind.Get || flagsAt(reader, i) & Flag.Computed) continue;
    const name = reader.module.names[operandAt(reader, i, 1)];
    const isKey = /^(key|keyCode|which|data)$/.test(name) && isEvent(code, handler, reader, operandAt(reader, i, 0));
    const isTyped =
      name === 'value' &&
      kindAt(reader, operandAt(reader, i, 0)) === Kind.Get &&
      /^(target|currentTarget)$/.test(reader.module.names[operandAt(reader, operandAt(reader, i, 0), 1)]);
    if ((isKey || isTyped) && goesOn(code, uses, handler, i, 8)) return 'kept';
  }
  return 'compared';
}

function isEvent(code: Code, handler: number, reader: Reader, value: number): boolean {
  if (kindAt(reader, value) === Kind.Param) return operandAt(reader, value, 0) === 0;
  return (
    code.trail
      .origins(handler, value)
      .some((point) => point.fn === handler && point.path.length === 0 && kindAt(reader, point.ordinal) === Kind.Param) ||
    (kindAt(reader, value) === Kind.Load && isFirstParameter(reader, value))
  );
}

function isFirstParameter(reader: Reader, load: number): boolean {
  for (let i = 0; i < reader.count; i++) {
    if (kindAt(reader, i) !== Kind.Store || operandAt(reader, i, 0) !== operandAt(reader, load, 0)) continue;
    const value = operandAt(reader, i, 1);
    return kindAt(reader, value) === Kind.Param && operandAt(reader, value, 0) === 0;
  }
  return false;
}

const KEEPS =
  /^(push|unshift|add|append|sendBeacon|send|post|emit|track|capture|fetch|record|write|log|insert|enqueue|sendMessage|postMessage)$/;

/** The value is added to a list, joined to a text that lasts, or given to something that sends. */
function goesOn(code: Code, uses: Uses, fn: number, value: number, depth: number): boolean {
  if (depth === 0) return false;
  const reader = code.trail.reader(fn);
  return uses.of(fn, value).some((user) => {
    switch (kindAt(reader, user)) {
      case Kind.Binary:
        return !isComparison(operandAt(reader, user, 0)) && goesOn(code, uses, fn, user, depth - 1);
      case Kind.Get:
        return reader.module.names[operandAt(reader, user, 1)] !== 'length' && goesOn(code, uses, fn, user, depth - 1);
      case Kind.Object:
      case Kind.Array:
      case Kind.Template:
      case Kind.Cast:
      case Kind.Await:
        return goesOn(code, uses, fn, user, depth - 1);
      case Kind.Store: {
        const { owner, slot } = slotOf(code.program, fn, reader, user);
        // Joined to a variable outside the handler: it grows from key to key.
        if (owner !== fn) return kindAt(reader, operandAt(reader, user, 1)) === Kind.Binary;
        return uses.loads(owner, slot).some((load) => load.fn === fn && goesOn(code, uses, fn, load.ordinal, depth - 1));
      }
      case Kind.Call: {
        const args = argumentsOf(reader, user);
        if (!args.includes(value)) return false;
        if (methodOf(reader, user) === '')
          for (const target of closuresOf(code, fn, operandAt(reader, user, 0))) {
            const parameter = parameterAt(code.trail.reader(target), args.indexOf(value));
            if (parameter !== NONE && goesOn(code, uses, target, parameter, depth - 1)) return true;
          }
        const name = code.calleeOf(fn, user);
        const last = methodOf(reader, user) || (name?.path.at(-1) ?? '');
        if (/^(stringify|String|toLowerCase|toUpperCase|encodeURIComponent)$/.test(last))
          return goesOn(code, uses, fn, user, depth - 1);
        return KEEPS.test(last) && !(last === 'add' && (operandCount(reader, user) > 5 || isHeldDown(code, fn, user)));
      }
      default:
        return false;
    }
  });
}

/** Keys that are taken out of the set again when they are let go: which are down now, not what was typed. */
function isHeldDown(code: Code, fn: number, add: number): boolean {
  const set = originsOf(code, fn, operandAt(code.trail.reader(fn), add, 0));
  return code.functions(code.program.moduleOf[fn]).some((other) => {
    const reader = code.trail.reader(other);
    return [...callsOf(reader)].some(
      (call) =>
        methodOf(reader, call) === 'delete' &&
        originsOf(code, other, operandAt(reader, call, 0)).some((each) => set.includes(each)),
    );
  });
}

const originsOf = (code: Code, fn: number, value: number): string[] =>
  code.trail.origins(fn, value).map((point) => `${point.fn}:${point.ordinal}:${point.path.join('.')}`);
