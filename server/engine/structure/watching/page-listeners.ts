/** Where a handler is told of what is typed anywhere on a page: on the page itself, or on each of its fields. */
import { Flag, Kind, NONE } from '../../ir';
import { flagsAt, kindAt, operandAt, type Reader } from '../../link/reader';
import { argumentsOf, functionOf, methodOf, slotOf, textAt, type Code } from '../code';
import type { Uses } from '../uses';

/** A handler (the value of a function) and the words for what it is told. */
export interface Heard {
  handler: number;
  words: string;
}

const WINDOWS = /^(window|document|globalThis|self|document\.body|document\.documentElement|window\.document)$/;
const KEYS = /(^|\s)(keydown|keyup|keypress|input|beforeinput)(\.\w+)?(\s|$)/;
/** A selector that says nothing but that it is a field. */
const ANY_FIELD = /^(form\s+)?(:input|(input|textarea|select)(\[type=\W?(text|email|tel|password|search)\W?\])?)(\s*,|$)/;
const STEPS = 6;

/** The handler that a call puts on a whole page, or on every field of it; null when it is another call. */
export function heardBy(code: Code, uses: Uses, fn: number, reader: Reader, call: number): Heard | null {
  const args = argumentsOf(reader, call);
  const method = methodOf(reader, call);
  const receiver = operandAt(reader, call, 0);
  if (/^(addEventListener|on)$/.test(method) && args.length >= 2) {
    if (!KEYS.test(textAt(reader, args[0]) ?? '')) return null;
    const page = pageOf(code, fn, reader, receiver) ?? fieldsOf(code, uses, fn, reader, receiver);
    const selector = args.length > 2 && method === 'on' ? textAt(reader, args[1]) : null;
    if (page === null || (selector !== null && !ANY_FIELD.test(selector))) return null;
    return { handler: selector === null ? args[1] : args[2], words: `${page}.${method}` };
  }
  if (/^(keydown|keyup|keypress)$/.test(method) && args.length > 0) {
    const page = isWrapped(code, fn, reader, receiver)
      ? (pageOf(code, fn, reader, receiver) ?? fieldsOf(code, uses, fn, reader, receiver))
      : null;
    return page === null ? null : { handler: args[args.length - 1], words: `${page}.${method}` };
  }
  if (method === 'subscribe' && args.length > 0) {
    const page = streamOf(code, fn, reader, receiver);
    return page === null ? null : { handler: args[0], words: `fromEvent(${page})` };
  }
  const isHook = method === '' && args.length > 2 && code.calleeOf(fn, call)?.path.at(-1) === 'useEventListener';
  if (!isHook) return null;
  const page = pageOf(code, fn, reader, args[0]);
  return page !== null && KEYS.test(textAt(reader, args[1]) ?? '') ? { handler: args[2], words: 'useEventListener' } : null;
}

/** "document" for `document`, `$(document)` and `$('body')`; null for anything smaller than a page. */
export function pageOf(code: Code, fn: number, reader: Reader, value: number): string | null {
  if (!isWrapped(code, fn, reader, value)) {
    const name = code.nameOf(fn, value)?.path.join('.') ?? '';
    return WINDOWS.test(name) ? name : null;
  }
  const [about] = argumentsOf(reader, value);
  const selector = textAt(reader, about);
  if (selector !== null) return /^(body|html|document)$/.test(selector) ? `$('${selector}')` : null;
  const name = code.nameOf(fn, about)?.path.join('.') ?? '';
  return WINDOWS.test(name) ? `$(${name})` : null;
}

/** A call of `$` or `jQuery`, which are handed to a plugin as often as they are global. */
function isWrapped(code: Code, fn: number, reader: Reader, value: number): boolean {
  if (value === NONE || kindAt(reader, value) !== Kind.Call || methodOf(reader, value) !== '') return false;
  if (argumentsOf(reader, value).length !== 1) return false;
  return /^(\$|jQuery)$/.test(calledName(code, fn, reader, operandAt(reader, value, 0)));
}

function calledName(code: Code, fn: number, reader: Reader, callee: number): string {
  if (kindAt(reader, callee) === Kind.Global) {
    const index = operandAt(reader, callee, 0);
    return flagsAt(reader, callee) & Flag.Import ? reader.module.imports[index].local : reader.module.names[index];
  }
  if (kindAt(reader, callee) !== Kind.Load) return '';
  const { owner, slot } = slotOf(code.program, fn, reader, callee);
  return functionOf(code.program, owner).slots[slot].name;
}

/** "each field" when the value is one of all the fields of a page, whichever they are: a row of a loop, or `$('input')`. */
function fieldsOf(code: Code, uses: Uses, fn: number, reader: Reader, value: number): string | null {
  if (isWrapped(code, fn, reader, value)) return isOfFields(code, fn, reader, value) ? `$('input')` : null;
  for (const point of code.trail.back({ fn, ordinal: value, path: [] }) ?? []) {
    const own = code.trail.reader(point.fn);
    if (kindAt(own, point.ordinal) === Kind.Iter && isOfFields(code, point.fn, own, operandAt(own, point.ordinal, 0)))
      return 'each field';
    if (kindAt(own, point.ordinal) !== Kind.Param || operandAt(own, point.ordinal, 0) !== 0) continue;
    const made = uses.made(point.fn);
    if (!made) continue;
    const outer = code.trail.reader(made.fn);
    const isEach = uses
      .of(made.fn, made.ordinal)
      .some((user) => methodIs(outer, user, 'forEach') && isOfFields(code, made.fn, outer, operandAt(outer, user, 0)));
    if (isEach) return 'each field';
  }
  return null;
}

const methodIs = (reader: Reader, i: number, name: string): boolean =>
  kindAt(reader, i) === Kind.Call && methodOf(reader, i) === name;

const DEPTH = 4;

/** `document.querySelectorAll('input')`, `getElementsByTagName('textarea')`, also as an array. */
function isOfFields(code: Code, fn: number, reader: Reader, list: number, depth = DEPTH): boolean {
  // A list may be made of itself: `fields = Array.from(fields)`.
  if (depth === 0) return false;
  const points = [{ fn, ordinal: list }, ...code.trail.origins(fn, list)];
  return points.some((point) => {
    const own = code.trail.reader(point.fn);
    if (kindAt(own, point.ordinal) === Kind.Array && operandAt(own, point.ordinal, 0) !== 0)
      return isOfFields(code, point.fn, own, operandAt(own, point.ordinal, 1), depth - 1);
    if (kindAt(own, point.ordinal) !== Kind.Call) return false;
    const [first] = argumentsOf(own, point.ordinal);
    if (first === undefined) return false;
    if (methodOf(own, point.ordinal) === 'from') return isOfFields(code, point.fn, own, first, depth - 1);
    const isAsked = /^(querySelectorAll|getElementsByTagName)$/.test(methodOf(own, point.ordinal));
    return (isAsked || isWrapped(code, point.fn, own, point.ordinal)) && ANY_FIELD.test(textAt(own, first) ?? '');
  });
}

/** `fromEvent(document, 'keydown')`, with whatever is piped behind it. */
function streamOf(code: Code, fn: number, reader: Reader, value: number): string | null {
  let at = value;
  for (let step = 0; step < STEPS && at !== NONE && kindAt(reader, at) === Kind.Call; step++) {
    const args = argumentsOf(reader, at);
    if (methodOf(reader, at) === '') {
      if (args.length < 2 || code.calleeOf(fn, at)?.path.at(-1) !== 'fromEvent') return null;
      return KEYS.test(textAt(reader, args[1]) ?? '') ? pageOf(code, fn, reader, args[0]) : null;
    }
    at = operandAt(reader, at, 0);
  }
  return null;
}

/** Methods of a class that a framework tells of keys on the page: `@HostListener('document:keydown', ['$event'])`. */
export function heardByMethods(code: Code, fn: number, reader: Reader): { method: number; call: number }[] {
  const module = code.program.moduleOf[fn];
  if (functionOf(code.program, fn).kind !== 'module') return [];
  return code.program.modules[module].classes.flatMap(({ decorators, methods }) =>
    decorators.flatMap(({ member, value }) => {
      if (member === null || kindAt(reader, value) !== Kind.Call) return [];
      if (code.calleeOf(fn, value)?.path.at(-1) !== 'HostListener') return [];
      const [event] = argumentsOf(reader, value);
      if (!/^(document|window|body):(keydown|keyup|keypress|input)/.test(textAt(reader, event ?? NONE) ?? '')) return [];
      const method = methods.find(({ name }) => name === member);
      return method ? [{ method: code.program.base[module] + method.function, call: value }] : [];
    }),
  );
}
