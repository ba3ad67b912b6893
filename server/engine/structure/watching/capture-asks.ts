/** Whether a person was asked before a capture begins. */
import { cfgOf } from '../../control/cfg';
import { Flag, Kind, NONE } from '../../ir';
import { flagsAt, kindAt, operandAt, type Reader } from '../../link/reader';
import { argumentsOf, functionOf, methodOf, slotOf, textAt, type Code } from '../code';

/** On the way to the call a condition asks for a choice, a permission or a switch of the person's. */
const ASKS =
  /consent|permission|permitted|granted|opt(ed)?.?in|allow|accept|enabled|started|active|recording|listening|visible|open|tracking|sharing|show/i;

/** A text compared with is an answer; that an application is 'active' or a page 'visible' answers nothing. */
const ANSWERS = /consent|permission|permitted|grant|opt(ed)?.?in|allow|accept|authori[sz]ed|enabled|recording|listening|^yes$/i;

/** What a person opens, as a dialog with a camera in it; that it is not recording yet asks nobody. */
export const OPENED = /consent|permission|granted|opt(ed)?.?in|allow|accept|enabled|visible|open|show/i;

/** @param words names that ask */
export function isAsked(code: Code, fn: number, call: number, words = ASKS): boolean {
  const { functions } = code.program.modules[code.program.moduleOf[fn]];
  const base = code.program.base[code.program.moduleOf[fn]];
  let at = fn;
  let ordinal = call;
  for (let depth = 0; depth < 4 && at >= base; depth++) {
    const reader = code.trail.reader(at);
    const { onTheWay, out } = cfgOf(reader);
    for (const block of onTheWay(ordinal)) {
      const condition = out[block][0]?.condition ?? NONE;
      if (condition !== NONE && speaks(code, at, reader, condition, words, 4)) return true;
    }
    const { parent } = functions[at - base];
    if (parent < 0) return false;
    const outer = code.trail.reader(base + parent);
    const index = at - base;
    ordinal = NONE;
    for (let i = 0; i < outer.count; i++) if (kindAt(outer, i) === Kind.Closure && operandAt(outer, i, 0) === index) ordinal = i;
    if (ordinal === NONE) return false;
    at = base + parent;
  }
  return false;
}

/** A name in the condition asks; `navigator.geolocation` and other tests for what the device can do do not. */
function speaks(code: Code, fn: number, reader: Reader, value: number, words: RegExp, depth: number): boolean {
  if (value === NONE || depth === 0) return false;
  const names = reader.module.names;
  const below = (...values: number[]): boolean => values.some((each) => speaks(code, fn, reader, each, words, depth - 1));
  switch (kindAt(reader, value)) {
    case Kind.Get:
      return flagsAt(reader, value) & Flag.Computed
        ? below(operandAt(reader, value, 0))
        : words.test(names[operandAt(reader, value, 1)]) || below(operandAt(reader, value, 0));
    case Kind.Load: {
      const { owner, slot } = slotOf(code.program, fn, reader, value);
      return words.test(functionOf(code.program, owner).slots[slot].name);
    }
    case Kind.Global:
      return flagsAt(reader, value) & Flag.Import
        ? words.test(reader.module.imports[operandAt(reader, value, 0)].local)
        : words.test(names[operandAt(reader, value, 0)]);
    case Kind.Call:
      return words.test(methodOf(reader, value)) || below(operandAt(reader, value, 0), ...argumentsOf(reader, value));
    case Kind.Const:
      return ANSWERS.test(textAt(reader, value) ?? '');
    case Kind.Binary:
      return below(operandAt(reader, value, 1), operandAt(reader, value, 2));
    case Kind.Unary:
      return below(operandAt(reader, value, 1));
    case Kind.Await:
    case Kind.Cast:
      return below(operandAt(reader, value, 0));
    default:
      return false;
  }
}
