/** Events of the project's own: who sends what a listener waits for. `window.dispatchEvent(new Event('cookies:ok'))` */
import { Flag, Kind, NONE } from '../../ir';
import { someOf } from '../../link/names';
import { flagsAt, kindAt, operandAt, operandCount } from '../../link/reader';
import type { Base, Spot } from './control';
import type { Use } from './nests';

const LISTENS = /^(addEventListener|on|once|addListener|listen)$/;
const SENDS = /^(dispatchEvent|emit|\$emit|trigger)$/;
const SENDERS = 8;

/** Where the event is sent that a callback is registered for; empty where nobody in the project sends it. */
export function createDispatches(base: Base): (use: Use) => readonly Spot[] {
  let sent: Map<string, Spot[]> | null = null;

  const gather = (): Map<string, Spot[]> => {
    const out = new Map<string, Spot[]>();
    eachCall(base, SENDS, (fn, ordinal) => {
      const event = eventOf(base, fn, ordinal);
      if (event !== null) out.set(event, [...(out.get(event) ?? []), { fn, ordinal }]);
    });
    return out;
  };

  return ({ kind, fn, ordinal }) => {
    const reader = base.reader(fn);
    if (kind !== 'callback' || kindAt(reader, ordinal) !== Kind.Call || !LISTENS.test(base.name(fn, ordinal))) return [];
    const event = operandCount(reader, ordinal) > 4 ? base.text(fn, operandAt(reader, ordinal, 4)) : null;
    if (event === null) return [];
    const found = (sent ??= gather()).get(event) ?? [];
    return found.length > SENDERS ? [] : found;
  };
}

/** Whether somebody in the project waits for the event that a call sends; also where it is not known what one waits for. */
export function createHeard(base: Base): (spot: Spot) => boolean {
  let heard: { names: Set<string>; isUnknown: boolean } | null = null;

  const gather = (): { names: Set<string>; isUnknown: boolean } => {
    const names = new Set<string>();
    let isUnknown = false;
    eachCall(base, LISTENS, (fn, ordinal) => {
      const reader = base.reader(fn);
      if (operandCount(reader, ordinal) <= 4) return;
      const event = base.text(fn, operandAt(reader, ordinal, 4));
      if (event !== null) names.add(event);
      else isUnknown ||= /consent|cookie|tracking|privacy|event/i.test(base.words(fn, operandAt(reader, ordinal, 4)));
    });
    return { names, isUnknown };
  };

  return ({ fn, ordinal }) => {
    const event = eventOf(base, fn, ordinal);
    heard ??= gather();
    return event === null || heard.isUnknown || heard.names.has(event);
  };
}

/** Calls of functions and methods that are called so, in all modules that have such a name. */
function eachCall(base: Base, named: RegExp, visit: (fn: number, ordinal: number) => void): void {
  const { program } = base;
  const isWanted = program.names.test((name) => named.test(name));
  program.modules.forEach((ir, module) => {
    if (!someOf(program.names.of(module), isWanted)) return;
    ir.functions.forEach((_, index) => {
      const fn = program.base[module] + index;
      const reader = base.reader(fn);
      for (let i = 0; i < reader.count; i++) if (kindAt(reader, i) === Kind.Call && named.test(base.name(fn, i))) visit(fn, i);
    });
  });
}

/** The name of an event that is sent: of `new CustomEvent('name')`, or the text itself. */
function eventOf(base: Base, fn: number, call: number): string | null {
  const reader = base.reader(fn);
  const first = operandCount(reader, call) > 4 ? operandAt(reader, call, 4) : NONE;
  if (first === NONE) return null;
  const isMade = kindAt(reader, first) === Kind.Call && flagsAt(reader, first) & Flag.New && operandCount(reader, first) > 4;
  return base.text(fn, isMade ? operandAt(reader, first, 4) : first);
}
