/** Listeners to what is typed anywhere on a page. */
import { Flag, isComparison, Kind } from '../ir';
import { flagsAt, kindAt, operandAt, operandCount, type Reader } from '../link/reader';
import type { Capture } from '../rule/structure';
import { argumentsOf, methodOf, slotOf, textAt, type Code } from './code';
import type { Uses } from './uses';

const WINDOWS = /^(window|document|globalThis|self|document\.body|document\.documentElement|window\.document)$/;

/** `window.addEventListener('keydown', (e) => keys.push(e.key))`: what is typed anywhere is kept or sent. */
export function keyListener(code: Code, uses: Uses, fn: number, reader: Reader, call: number): Capture | null {
  const args = argumentsOf(reader, call);
  if (args.length < 2 || !/^(addEventListener|on)$/.test(methodOf(reader, call))) return null;
  if (!/^(keydown|keyup|keypress|input|beforeinput)$/.test(textAt(reader, args[0]) ?? '')) return null;
  const receiver = code.nameOf(fn, operandAt(reader, call, 0))?.path.join('.') ?? '';
  if (!WINDOWS.test(receiver)) return null;
  for (const point of code.trail.origins(fn, args[1])) {
    if (kindAt(code.trail.reader(point.fn), point.ordinal) !== Kind.Closure) continue;
    const handler = code.program.base[code.program.moduleOf[point.fn]] + operandAt(code.trail.reader(point.fn), point.ordinal, 0);
    const taken = keptKeys(code, uses, handler);
    if (taken !== 'kept') continue;
    return {
      ...code.seen({ fn, ordinal: call }, `${receiver}.addEventListener`),
      kind: 'keystroke',
      begins: 'load',
      sent: true,
      confidence: 'high',
    };
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
    if ((isKey || isTyped) && goesOn(code, uses, handler, i, 5)) return 'kept';
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
        const name = code.calleeOf(fn, user);
        const last = methodOf(reader, user) || (name?.path.at(-1) ?? '');
        if (/^(stringify|String|toLowerCase|toUpperCase|encodeURIComponent)$/.test(last))
          return goesOn(code, uses, fn, user, depth - 1);
        return KEEPS.test(last) && !(last === 'add' && operandCount(reader, user) > 5);
      }
      default:
        return false;
    }
  });
}
