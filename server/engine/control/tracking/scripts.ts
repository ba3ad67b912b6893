/** From the address of a tracker to what loads it: a script element, an image, an injected script, a beacon. */
import { EntryKind, Kind, NONE } from '../../ir';
import { kindAt, operandAt, operandCount } from '../../link/reader';
import { isLoaded } from '../../script-types';
import { attributeAt, type Control, type Spot } from '../guards/control';

export interface Loader {
  spot: Spot;
  act: 'script' | 'pixel' | 'event';
  /** The element is of a type that no browser runs and waits for a consent tool (`type="text/plain"`), or ''. */
  gatedBy: string;
  /** Where functions of the project, to which the address is given, load it or hand it on, the innermost first. */
  inner?: readonly Spot[];
}

const DEPTH = 9;
const LOADS = /script|load|inject|append|beacon|usehead|pixel/i;
const SHOWS = /script|img|image|iframe|pixel|partytown/i;
/** Calls that put markup on a page. */
const WRITES = /^(write|writeln|send|end|html|insertAdjacentHTML|createContextualFragment)$/;
/** What answers a request: `ctx.body = page`. */
const ANSWERS = /^(ctx|context|response|res|reply)$/;
/** Calls whose result is a page with the markup in it. */
const FILLS = /^(replace|replaceAll|concat|join|trim)$/;
/** Calls that make a text a part of a page. */
const MAKES_TEXT = /^(createTextNode|createText)$/;
/** Members of a script element that are what it loads or runs. */
const HOLDS = /^(src|innerHTML|text|textContent|innerText)$/;
const ASKS = /fetch|beacon|request|^(get|post|axios|got|ky|ajax|open)$/i;

/** What the text with an address is: the address of a script, one that events are sent to, or markup that loads a script. */
export type Of = 'script' | 'endpoint' | 'markup';

/** What a text with such an address becomes; null when it stays a text (a list of hosts, a policy header). */
export const loaderOf = (control: Control, spot: Spot, of: Of = 'script'): Loader | null => loading(control, spot, of, [], DEPTH);

/** `path` leads from the value to the text, where the text is put into objects. */
function loading(control: Control, spot: Spot, of: Of, path: readonly string[], depth: number): Loader | null {
  if (depth === 0) return null;
  const reader = control.reader(spot.fn);
  for (let i = spot.ordinal + 1; i < reader.count; i++) {
    if (!uses(control, spot.fn, i, spot.ordinal)) continue;
    const found =
      fromArgument(control, spot, i, of, path, depth - 1) ??
      consumed(control, { fn: spot.fn, ordinal: i }, spot.ordinal, of, path, depth - 1);
    if (found) return found;
  }
  return null;
}

function consumed(control: Control, spot: Spot, value: number, of: Of, path: readonly string[], depth: number): Loader | null {
  const reader = control.reader(spot.fn);
  const i = spot.ordinal;
  const onward = (below: readonly string[] = path): Loader | null => loading(control, spot, of, below, depth);
  switch (kindAt(reader, i)) {
    case Kind.Element: {
      const tag = tagOf(control, spot);
      // A text that was read as code is looked at there.
      if (!SHOWS.test(tag) || (holdsCode(control, spot) && attributeAt(control, spot, 'src') !== value)) return null;
      const type = attributeAt(control, spot, 'type');
      const said = type === NONE ? null : control.text(spot.fn, type);
      const isBlocked = said !== null && !isLoaded(said);
      return { spot, act: /img|image|pixel/i.test(tag) ? 'pixel' : 'script', gatedBy: isBlocked ? `type="${said}"` : '' };
    }
    case Kind.Set: {
      const name = reader.module.names[operandAt(reader, i, 1)];
      if (HOLDS.test(name) || name === 'async') return { spot, act: 'script', gatedBy: '' };
      if (of === 'markup' && name === 'body' && ANSWERS.test(control.name(spot.fn, operandAt(reader, i, 0))))
        return { spot, act: 'script', gatedBy: '' };
      return kindAt(reader, operandAt(reader, i, 0)) === Kind.This ? fromField(control, spot, name, of, path, depth) : null;
    }
    case Kind.Call:
      return called(control, spot, of, depth);
    case Kind.Store:
      return fromVariable(control, spot, of, path, depth);
    case Kind.Template:
    case Kind.Binary:
    case Kind.Cast:
    case Kind.Phi:
    case Kind.Otherwise:
    case Kind.Iter:
      return onward();
    case Kind.Array: {
      // `head: [['script', { src: '…' }]]`: an element as a list of its name, its attributes and its text.
      const first = operandCount(reader, i) > 2 ? operandAt(reader, i, 1) : NONE;
      const isElement = first !== NONE && first !== value && /^(script|iframe)$/.test(control.text(spot.fn, first) ?? '');
      return isElement && (path.length === 0 || path[0] === 'src') ? { spot, act: 'script', gatedBy: '' } : onward();
    }
    case Kind.Get:
      return path.length > 0 && control.name(spot.fn, i) === path[0] ? onward(path.slice(1)) : null;
    case Kind.Return:
      return of === 'endpoint' ? null : fromResult(control, { fn: spot.fn, ordinal: value }, of, depth);
    case Kind.Object: {
      const key = keyOf(control, spot, value);
      // `head: { script: [{ src: '…' }] }`: what frameworks put into the head of every page.
      if (/^scripts?$/.test(key) && kindAt(reader, value) === Kind.Array)
        return { spot: { fn: spot.fn, ordinal: value }, act: 'script', gatedBy: '' };
      return onward([key, ...path]);
    }
    default:
      return null;
  }
}

/** A call that loads what is at an address, sends to it, or writes markup with it. */
function called(control: Control, spot: Spot, of: Of, depth: number): Loader | null {
  const reader = control.reader(spot.fn);
  const name = control.name(spot.fn, spot.ordinal);
  if (of === 'endpoint' && ASKS.test(name)) return { spot, act: 'event', gatedBy: '' };
  if (LOADS.test(name) || (of === 'markup' && WRITES.test(name))) return { spot, act: 'script', gatedBy: '' };
  if (of !== 'endpoint' && (FILLS.test(name) || MAKES_TEXT.test(name)) && depth > 0) return loading(control, spot, of, [], depth);
  const operands: number[] = [];
  for (let n = 4; n < operandCount(reader, spot.ordinal); n++) operands.push(operandAt(reader, spot.ordinal, n));
  const texts = operands.map((operand) => control.text(spot.fn, operand));
  if (name === 'setAttribute' && texts[0] === 'src') return { spot, act: 'script', gatedBy: '' };
  // `renderer.setProperty(script, 'innerHTML', code)`
  if (/^set(Property|Attribute)$/.test(name) && HOLDS.test(texts[1] ?? '')) return { spot, act: 'script', gatedBy: '' };
  // `Object.assign(document.createElement('script'), { src })`, `h('script', { src })`
  const makes =
    /^(h|jsx|createElement|assign)$/.test(name) &&
    operands.some((operand, n) => SHOWS.test(texts[n] ?? '') || madeOf(control, spot.fn, operand));
  return makes ? { spot, act: 'script', gatedBy: '' } : null;
}

/** `document.createElement('script')` */
function madeOf(control: Control, fn: number, value: number): boolean {
  const reader = control.reader(fn);
  if (value === NONE || kindAt(reader, value) !== Kind.Call || control.name(fn, value) !== 'createElement') return false;
  return operandCount(reader, value) > 4 && SHOWS.test(control.text(fn, operandAt(reader, value, 4)) ?? '');
}

/** The name under which an object holds a value, or ''. */
function keyOf(control: Control, { fn, ordinal }: Spot, value: number): string {
  const reader = control.reader(fn);
  for (let n = 0; n < operandCount(reader, ordinal); n += 3)
    if (operandAt(reader, ordinal, n) === EntryKind.Static && operandAt(reader, ordinal, n + 2) === value)
      return reader.module.names[operandAt(reader, ordinal, n + 1)];
  return '';
}

/** A script element with a text that is code: a function stands beside the text. */
function holdsCode(control: Control, { fn, ordinal }: Spot): boolean {
  const reader = control.reader(fn);
  const from = 3 + 3 * operandAt(reader, ordinal, 2);
  for (let n = from; n < operandCount(reader, ordinal); n++)
    if (kindAt(reader, operandAt(reader, ordinal, n)) === Kind.Closure) return true;
  return false;
}

/** What an element is: `<component :is="'script'">` is a script. */
export function tagOf(control: Control, spot: Spot): string {
  const reader = control.reader(spot.fn);
  const name = operandAt(reader, spot.ordinal, 0) === NONE ? '' : reader.module.names[operandAt(reader, spot.ordinal, 0)];
  const is = name === '' || name === 'component' ? attributeAt(control, spot, 'is') : NONE;
  return is === NONE ? name : (control.text(spot.fn, is) ?? '');
}

/**
 * A function of the project that loads what it is given: `add('https://…')`, `inject({ src: 'https://…' })`. The call is what is
 * looked at; of a snippet that runs at once (`(function (address) { … })('https://…')`) the place where it loads.
 */
function fromArgument(
  control: Control,
  { fn, ordinal }: Spot,
  call: number,
  of: Of,
  path: readonly string[],
  depth: number,
): Loader | null {
  const reader = control.reader(fn);
  if (kindAt(reader, call) !== Kind.Call) return null;
  const base = control.program.base[control.program.moduleOf[fn]];
  const closureAt = (n: number): number => {
    const value = n < operandCount(reader, call) ? operandAt(reader, call, n) : NONE;
    return value !== NONE && kindAt(reader, value) === Kind.Closure ? base + operandAt(reader, value, 0) : NONE;
  };
  const given = (target: number, isGiven: (position: number) => boolean): Loader | null => {
    const own = control.reader(target);
    for (let i = 0; i < own.count; i++) {
      if (kindAt(own, i) !== Kind.Param || !isGiven(operandAt(own, i, 0))) continue;
      const found = loading(control, { fn: target, ordinal: i }, of, path, depth);
      if (found) return found;
    }
    return null;
  };
  const isArgument = (position: number): boolean =>
    4 + position < operandCount(reader, call) && operandAt(reader, call, 4 + position) === ordinal;
  const isMethod = operandAt(reader, call, 1) !== NONE;
  // `[first, second].forEach((address) => …)`
  if (isMethod && operandAt(reader, call, 0) === ordinal) {
    const each = EACH.test(control.name(fn, call)) ? closureAt(4) : NONE;
    return each === NONE ? null : given(each, (position) => position === 0);
  }
  const own = isMethod ? NONE : closureAt(0);
  if (own !== NONE) return given(own, isArgument);
  for (const target of control.callees(fn, call)) {
    const found = given(target, isArgument);
    if (found) return { ...found, spot: { fn, ordinal: call }, inner: [...(found.inner ?? []), found.spot] };
  }
  return null;
}
const EACH = /^(forEach|map|flatMap)$/;

/** `const tag = (id) => `<script …>`;`: markup that a function returns stands where its callers put it. The function is looked at. */
function fromResult(control: Control, value: Spot, of: Of, depth: number): Loader | null {
  for (const caller of (control.engine.calls.get(value.fn) ?? []).slice(0, CALLERS)) {
    const found = loading(control, caller, of, [], depth);
    if (found) return { ...found, spot: value };
  }
  return null;
}
const CALLERS = 8;

/** `const url = 'https://…'; script.src = url;` in the same file. */
function fromVariable(control: Control, spot: Spot, of: Of, path: readonly string[], depth: number): Loader | null {
  const { program } = control;
  const module = program.moduleOf[spot.fn];
  const store = control.reader(spot.fn);
  const owner = operandAt(store, spot.ordinal, 2);
  const slot = operandAt(store, spot.ordinal, 0);
  const holder = owner === NONE ? spot.fn - program.base[module] : owner;
  for (let index = 0; index < program.modules[module].functions.length; index++) {
    const fn = program.base[module] + index;
    const reader = control.reader(fn);
    for (let i = 0; i < reader.count; i++) {
      if (kindAt(reader, i) !== Kind.Load || operandAt(reader, i, 0) !== slot) continue;
      const from = operandAt(reader, i, 1);
      if ((from === NONE ? index : from) !== holder) continue;
      const found = loading(control, { fn, ordinal: i }, of, path, depth);
      if (found) return found;
    }
  }
  return null;
}

/** `private snippet = `…`;`: what a member of a class holds is looked at where the class reads it. */
function fromField(control: Control, { fn }: Spot, name: string, of: Of, path: readonly string[], depth: number): Loader | null {
  const { program } = control;
  const module = program.moduleOf[fn];
  for (let target = program.base[module]; target < program.base[module + 1]; target++) {
    const reader = control.reader(target);
    for (let i = 0; i < reader.count; i++) {
      if (kindAt(reader, i) !== Kind.Get || control.name(target, i) !== name) continue;
      if (kindAt(reader, operandAt(reader, i, 0)) !== Kind.This) continue;
      const found = loading(control, { fn: target, ordinal: i }, of, path, depth);
      if (found) return found;
    }
  }
  return null;
}

/** An instruction takes the value of another as an operand. */
function uses(control: Control, fn: number, i: number, value: number): boolean {
  const reader = control.reader(fn);
  const operand = (n: number): boolean => operandAt(reader, i, n) === value;
  switch (kindAt(reader, i)) {
    case Kind.Element: {
      const count = operandAt(reader, i, 2);
      for (let n = 0; n < count; n++) if (operand(5 + n * 3)) return true;
      for (let n = 3 + count * 3; n < operandCount(reader, i); n++) if (operand(n)) return true;
      return false;
    }
    case Kind.Call:
      for (let n = 4; n < operandCount(reader, i); n++) if (operand(n)) return true;
      return operandAt(reader, i, 1) !== NONE && operand(0);
    case Kind.Get:
    case Kind.Iter:
      return operand(0);
    case Kind.Set:
      return operand(operandCount(reader, i) - 1);
    case Kind.Store:
      return operand(1);
    case Kind.Cast:
    case Kind.Return:
      return operand(0);
    case Kind.Object:
      for (let n = 2; n < operandCount(reader, i); n += 3) if (operand(n)) return true;
      return false;
    case Kind.Array:
    case Kind.Phi:
    case Kind.Template:
      for (let n = 1; n < operandCount(reader, i); n += 2) if (operand(n)) return true;
      return false;
    case Kind.Binary:
      return operand(1) || operand(2);
    case Kind.Otherwise:
      return operand(0) || operand(1);
    default:
      return false;
  }
}
