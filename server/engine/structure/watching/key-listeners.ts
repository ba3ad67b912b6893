/** Listeners to what is typed anywhere on a page. */
import { Flag, isComparison, Kind, NONE } from '../../ir';
import { flagsAt, kindAt, operandAt, operandCount, type Reader } from '../../link/reader';
import type { Capture } from '../../rule/structure';
import { closuresOf, parameterAt } from '../closures';
import { argumentsOf, callsOf, entriesOf, methodOf, slotOf, type Code, type Spot } from '../code';
import { heardBy, heardByMethods, pageOf } from './page-listeners';
import type { Uses } from '../uses';

/** `window.addEventListener('keydown', (e) => keys.push(e.key))`: what is typed anywhere is kept or sent. */
export function keyListener(code: Code, uses: Uses, fn: number, reader: Reader, call: number): Capture | null {
  const heard = heardBy(code, uses, fn, reader, call);
  if (!heard) return null;
  const isKept = closuresOf(code, fn, heard.handler).some((handler) => keepsKeys(code, uses, handler));
  return isKept ? capture(code, { fn, ordinal: call }, heard.words) : null;
}

/** `@HostListener('document:keydown', ['$event'])` on a method that keeps them. */
export function* keyMethods(code: Code, uses: Uses, fn: number, reader: Reader): Generator<Capture> {
  for (const { method, call } of heardByMethods(code, fn, reader))
    if (keepsKeys(code, uses, method)) yield capture(code, { fn, ordinal: call }, 'HostListener');
}

/** `document.onkeypress = (e) => keys.push(e.key)`. */
export function keyHandler(code: Code, uses: Uses, fn: number, reader: Reader, at: number): Capture | null {
  if (kindAt(reader, at) !== Kind.Set || flagsAt(reader, at) & Flag.Computed) return null;
  const name = reader.module.names[operandAt(reader, at, 1)];
  if (!/^on(keydown|keyup|keypress|input)$/.test(name)) return null;
  const page = pageOf(code, fn, reader, operandAt(reader, at, 0));
  if (page === null) return null;
  const isKept = closuresOf(code, fn, operandAt(reader, at, 2)).some((handler) => keepsKeys(code, uses, handler));
  return isKept ? capture(code, { fn, ordinal: at }, `${page}.${name}`) : null;
}

const capture = (code: Code, spot: Spot, words: string): Capture => ({
  ...code.seen(spot, words),
  kind: 'keystroke',
  begins: 'load',
  sent: true,
  confidence: 'high',
});

/** What becomes of `e.key` and `e.target.value` in a handler: put somewhere that lasts or leaves, not compared only. */
function keepsKeys(code: Code, uses: Uses, handler: number): boolean {
  const reader = code.trail.reader(handler);
  for (let i = 0; i < reader.count; i++) if (isTyped(code, handler, reader, i) && goesOn(code, uses, handler, i, 8)) return true;
  return false;
}

/** `e.key`, `e.target.value`, `target.value` of a handler's parameter, `this.value`, `$(this).val()`. */
function isTyped(code: Code, handler: number, reader: Reader, i: number): boolean {
  if (kindAt(reader, i) === Kind.Call) {
    const about = methodOf(reader, i) === 'val' && operandCount(reader, i) === 4 ? operandAt(reader, i, 0) : NONE;
    if (about === NONE || kindAt(reader, about) !== Kind.Call) return false;
    return argumentsOf(reader, about).some((value) => isField(code, handler, reader, value));
  }
  if (kindAt(reader, i) !== Kind.Get || flagsAt(reader, i) & Flag.Computed) return false;
  const name = reader.module.names[operandAt(reader, i, 1)];
  if (name === 'value') return isField(code, handler, reader, operandAt(reader, i, 0));
  return /^(key|keyCode|which|data)$/.test(name) && isEvent(code, handler, reader, operandAt(reader, i, 0));
}

/** The field an event came from: `this`, `event.target`. */
function isField(code: Code, handler: number, reader: Reader, value: number): boolean {
  if (kindAt(reader, value) === Kind.This) return true;
  let points = [{ fn: handler, ordinal: value, path: [] as readonly string[] }];
  for (let step = 0; step < STEPS && points.length > 0; step++) {
    const isOfEvent = points.some(({ ordinal, path }) => {
      if (path.length > 0 || kindAt(reader, ordinal) !== Kind.Get || flagsAt(reader, ordinal) & Flag.Computed) return false;
      return isTarget(reader.module.names[operandAt(reader, ordinal, 1)]);
    });
    if (isOfEvent) return true;
    points = points.flatMap((point) => code.trail.back(point) ?? []).filter(({ fn }) => fn === handler);
  }
  return false;
}

const STEPS = 4;
const isTarget = (name: string): boolean => /^(target|currentTarget)$/.test(name);

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
        return !isHandedOn(uses, fn, reader, user) && goesOn(code, uses, fn, user, depth - 1);
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

/** `host.postMessage('did-keydown', { key, code, shiftKey, ctrlKey })`: another window acts on the event as if it were its own. */
function isHandedOn(uses: Uses, fn: number, reader: Reader, object: number): boolean {
  if (entriesOf(reader, object).filter(({ name }) => MODIFIERS.has(name)).length < 2) return false;
  const users = uses.of(fn, object);
  return users.length > 0 && users.every((user) => kindAt(reader, user) === Kind.Call && HANDS_ON.test(methodOf(reader, user)));
}

const MODIFIERS = new Set(['shiftKey', 'ctrlKey', 'altKey', 'metaKey']);
const HANDS_ON = /^(?:postMessage|sendToHost|sendInputEvent)$/;

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
