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
  const { program } = base;
  let sent: Map<string, Spot[]> | null = null;

  const gather = (): Map<string, Spot[]> => {
    const out = new Map<string, Spot[]>();
    const isSending = program.names.test((name) => SENDS.test(name));
    program.modules.forEach((ir, module) => {
      if (!someOf(program.names.of(module), isSending)) return;
      ir.functions.forEach((_, index) => {
        const fn = program.base[module] + index;
        const reader = base.reader(fn);
        for (let i = 0; i < reader.count; i++) {
          const event = kindAt(reader, i) === Kind.Call && SENDS.test(base.name(fn, i)) ? eventOf(base, fn, i) : null;
          if (event !== null) out.set(event, [...(out.get(event) ?? []), { fn, ordinal: i }]);
        }
      });
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

/** The name of an event that is sent: of `new CustomEvent('name')`, or the text itself. */
function eventOf(base: Base, fn: number, call: number): string | null {
  const reader = base.reader(fn);
  const first = operandCount(reader, call) > 4 ? operandAt(reader, call, 4) : NONE;
  if (first === NONE) return null;
  const isMade = kindAt(reader, first) === Kind.Call && flagsAt(reader, first) & Flag.New && operandCount(reader, first) > 4;
  return base.text(fn, isMade ? operandAt(reader, first, 4) : first);
}
