/** From the address of a tracker to what loads it: a script element, an image, an injected script, a beacon. */
import { EntryKind, Kind, NONE } from '../../ir';
import { kindAt, operandAt, operandCount } from '../../link/reader';
import type { Control, Spot } from '../guards/control';

export interface Loader {
  spot: Spot;
  act: 'script' | 'pixel';
  /** The element waits for a consent tool (`type="text/plain"`), or ''. */
  gatedBy: string;
}

const DEPTH = 6;
const LOADS = /script|load|inject|append|beacon|usehead|pixel/i;
const SHOWS = /script|img|image|iframe|pixel|partytown/i;

/** What a text with such an address becomes; null when it stays a text (a list of hosts, a policy header). */
export function loaderOf(control: Control, spot: Spot, depth = DEPTH): Loader | null {
  if (depth === 0) return null;
  const reader = control.reader(spot.fn);
  for (let i = spot.ordinal + 1; i < reader.count; i++) {
    if (!uses(control, spot.fn, i, spot.ordinal)) continue;
    const found = consumed(control, { fn: spot.fn, ordinal: i }, depth - 1) ?? fromArgument(control, spot, i, depth - 1);
    if (found) return found;
  }
  return null;
}

function consumed(control: Control, spot: Spot, depth: number): Loader | null {
  const reader = control.reader(spot.fn);
  const i = spot.ordinal;
  switch (kindAt(reader, i)) {
    case Kind.Element: {
      const tag = operandAt(reader, i, 0) === NONE ? '' : reader.module.names[operandAt(reader, i, 0)];
      if (!SHOWS.test(tag)) return null;
      const type = attributeAt(control, spot, 'type');
      const isBlocked = type !== NONE && control.text(spot.fn, type) === 'text/plain';
      return { spot, act: /img|image|pixel/i.test(tag) ? 'pixel' : 'script', gatedBy: isBlocked ? 'type="text/plain"' : '' };
    }
    case Kind.Set: {
      const name = reader.module.names[operandAt(reader, i, 1)];
      return /^(src|innerHTML|text|textContent|async)$/.test(name) ? { spot, act: 'script', gatedBy: '' } : null;
    }
    case Kind.Call:
      return LOADS.test(control.name(spot.fn, i)) ? { spot, act: 'script', gatedBy: '' } : null;
    case Kind.Store:
      return fromVariable(control, spot, depth);
    case Kind.Template:
    case Kind.Binary:
    case Kind.Cast:
    case Kind.Phi:
    case Kind.Otherwise:
    case Kind.Array:
    case Kind.Object:
      return loaderOf(control, spot, depth);
    default:
      return null;
  }
}

/** `(function (doc, address) { … script.src = address + id; })(document, 'https://…')`: a snippet that runs at once. */
function fromArgument(control: Control, { fn, ordinal }: Spot, call: number, depth: number): Loader | null {
  const reader = control.reader(fn);
  const callee = kindAt(reader, call) === Kind.Call ? operandAt(reader, call, 0) : NONE;
  if (callee === NONE || kindAt(reader, callee) !== Kind.Closure) return null;
  const inner = control.program.base[control.program.moduleOf[fn]] + operandAt(reader, callee, 0);
  const own = control.reader(inner);
  for (let i = 0; i < own.count; i++) {
    if (kindAt(own, i) !== Kind.Param || operandAt(reader, call, 4 + operandAt(own, i, 0)) !== ordinal) continue;
    const found = loaderOf(control, { fn: inner, ordinal: i }, depth);
    if (found) return found;
  }
  return null;
}

/** `const url = 'https://…'; script.src = url;` in the same file. */
function fromVariable(control: Control, spot: Spot, depth: number): Loader | null {
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
      const found = loaderOf(control, { fn, ordinal: i }, depth);
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
      return false;
    case Kind.Set:
      return operand(operandCount(reader, i) - 1);
    case Kind.Store:
      return operand(1);
    case Kind.Cast:
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

/** The value of an attribute of an element, or NONE. */
export function attributeAt(control: Pick<Control, 'reader'>, spot: Spot, name: string): number {
  const reader = control.reader(spot.fn);
  for (let n = 0; n < operandAt(reader, spot.ordinal, 2); n++) {
    if (operandAt(reader, spot.ordinal, 3 + n * 3) === EntryKind.Spread) continue;
    if (reader.module.names[operandAt(reader, spot.ordinal, 4 + n * 3)] === name)
      return operandAt(reader, spot.ordinal, 5 + n * 3);
  }
  return NONE;
}
