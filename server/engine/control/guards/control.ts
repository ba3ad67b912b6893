/** What the questions about control share: names and texts of values, stores of a variable, what a call leads to. */
import type { Engine, Frame } from '../../flow/frame';
import { reachingStores, type Reaching } from '../../flow/reach';
import { EntryKind, Flag, Kind, LiteralKind, NONE } from '../../ir';
import { functionOf, type Program } from '../../link/program';
import { flagsAt, kindAt, operandAt, operandCount, readerOf, type Reader } from '../../link/reader';
import type { Facts } from './facts';
import type { Frames } from '../frames';
import { functionTargets } from '../../flow/targets';
import { callAt } from '../../flow/call-site';

/** One instruction of one function. */
export interface Spot {
  fn: number;
  ordinal: number;
}

export interface Control {
  engine: Engine;
  program: Program;
  reader(fn: number): Reader;
  frame(fn: number): Frame | null;
  /** Name of the value an instruction makes, as the code has it; '' when it has none. */
  name(fn: number, ordinal: number): string;
  /** "consent.analytics", "getConsent().marketing" */
  words(fn: number, ordinal: number): string;
  /** Text of a literal, also through names. */
  text(fn: number, ordinal: number): string | null;
  /** Stores of a variable that a load can see; all of them when `load` is NONE. */
  stores(holder: number, slot: number, load: number): readonly Spot[];
  /** Project functions behind a call. */
  callees(fn: number, ordinal: number): readonly number[];
  /** What callers hand over as a parameter, or as a member of it. */
  given(fn: number, position: number, path: readonly string[]): readonly Spot[];
  /** The call to which a function that is written in place is given. */
  registration(fn: number): Spot | null;
  /** What is known at an instruction, from the start of its function on. */
  at(fn: number, ordinal: number): Facts;
  /** What is known at an instruction, also from who runs its function: a button of acceptance, an event. */
  reached(fn: number, ordinal: number): Facts;
  /** What is known on the way from the end of a block (its first instruction) to the block of another instruction. */
  along(fn: number, block: number, to: number): Facts;
}

export type Base = Omit<Control, 'given' | 'at' | 'reached' | 'along'>;

/** The texts among the arguments of a call. */
export function textsAmong(base: Base, fn: number, call: number): string[] {
  const reader = base.reader(fn);
  const out: string[] = [];
  for (let n = 4; n < operandCount(reader, call); n++) {
    const text = base.text(fn, operandAt(reader, call, n));
    if (text !== null) out.push(text);
  }
  return out;
}

/** The value of an attribute of an element, or NONE. */
export function attributeAt(control: Pick<Base, 'reader'>, spot: Spot, name: string): number {
  const reader = control.reader(spot.fn);
  for (let n = 0; n < operandAt(reader, spot.ordinal, 2); n++) {
    if (operandAt(reader, spot.ordinal, 3 + n * 3) === EntryKind.Spread) continue;
    if (reader.module.names[operandAt(reader, spot.ordinal, 4 + n * 3)] === name)
      return operandAt(reader, spot.ordinal, 5 + n * 3);
  }
  return NONE;
}

export function createBase(engine: Engine, frames: Frames): Base {
  const { program } = engine;
  const readers = new Map<number, Reader>();
  const reaching = new Map<number, Reaching>();
  const tables = new Map<number, Map<number, Spot[]>>();
  const closures = new Map<number, Map<number, Spot>>();

  const reader = (fn: number): Reader => {
    const known = readers.get(fn);
    if (known) return known;
    const made = readerOf(program.modules[program.moduleOf[fn]], fn - program.base[program.moduleOf[fn]]);
    readers.set(fn, made);
    return made;
  };

  const name = (fn: number, i: number): string => {
    if (i === NONE) return '';
    const own = reader(fn);
    const operand = (n: number): number => operandAt(own, i, n);
    switch (kindAt(own, i)) {
      case Kind.Get:
        return flagsAt(own, i) & Flag.Computed ? (text(fn, operand(1)) ?? '') : own.module.names[operand(1)];
      case Kind.Load:
        return functionOf(program, operand(1) === NONE ? fn : program.base[program.moduleOf[fn]] + operand(1)).slots[operand(0)]
          .name;
      case Kind.Global: {
        if (!(flagsAt(own, i) & Flag.Import)) return own.module.names[operand(0)];
        const entry = own.module.imports[operand(0)];
        return entry.local || entry.imported;
      }
      case Kind.This:
        return 'this';
      case Kind.Call:
        return operand(1) === NONE ? name(fn, operand(0)) : own.module.names[operand(1)];
      case Kind.Cast:
      case Kind.Await:
      case Kind.Otherwise:
        return name(fn, operand(0));
      case Kind.Param:
        return functionOf(program, fn).parameters[operand(0)]?.name ?? '';
      default:
        return '';
    }
  };

  const words = (fn: number, i: number): string => {
    if (i === NONE) return '';
    const own = reader(fn);
    const kind = kindAt(own, i);
    const last = name(fn, i);
    if (kind === Kind.Await || kind === Kind.Cast) return words(fn, operandAt(own, i, 0));
    if (kind === Kind.Get) return [words(fn, operandAt(own, i, 0)), last].filter((part) => part !== '').join('.');
    if (kind !== Kind.Call) return last;
    const owner = operandAt(own, i, 1) === NONE ? '' : words(fn, operandAt(own, i, 0));
    return `${owner === '' ? '' : `${owner}.`}${last}()`;
  };

  const text = (fn: number, i: number): string | null => {
    if (i === NONE) return null;
    const own = reader(fn);
    if (kindAt(own, i) === Kind.Const)
      return operandAt(own, i, 0) === LiteralKind.String ? own.module.names[operandAt(own, i, 1)] : null;
    if (kindAt(own, i) === Kind.Template && operandCount(own, i) === 1) return own.module.names[operandAt(own, i, 0)];
    if (kindAt(own, i) !== Kind.Load && kindAt(own, i) !== Kind.Global && kindAt(own, i) !== Kind.Get) return null;
    return frames.of(fn)?.values[i]?.text ?? null;
  };

  /** All stores of each variable of a module; the key is the owner's index and the slot. */
  const tableOf = (module: number): Map<number, Spot[]> => {
    const known = tables.get(module);
    if (known) return known;
    const table = new Map<number, Spot[]>();
    program.modules[module].functions.forEach((_, index) => {
      const fn = program.base[module] + index;
      const own = reader(fn);
      for (let i = 0; i < own.count; i++) {
        if (kindAt(own, i) !== Kind.Store) continue;
        const owner = operandAt(own, i, 2);
        const key = (owner === NONE ? index : owner) * 65536 + operandAt(own, i, 0);
        const list = table.get(key);
        if (list) list.push({ fn, ordinal: i });
        if (!list) table.set(key, [{ fn, ordinal: i }]);
      }
    });
    tables.set(module, table);
    return table;
  };

  const stores = (holder: number, slot: number, load: number): readonly Spot[] => {
    const module = program.moduleOf[holder];
    const all = tableOf(module).get((holder - program.base[module]) * 65536 + slot) ?? [];
    if (load === NONE || all.length < 2 || all.some((spot) => spot.fn !== holder)) return all;
    let own = reaching.get(holder);
    if (!own) reaching.set(holder, (own = reachingStores(reader(holder))));
    return own(load, slot).map((ordinal) => ({ fn: holder, ordinal }));
  };

  const callees = (fn: number, i: number): readonly number[] => {
    const frame = frames.of(fn);
    if (!frame || kindAt(frame.reader, i) !== Kind.Call) return [];
    return [...new Set(functionTargets(engine, callAt(frame, i)).map((target) => target.fn))];
  };

  const registration = (fn: number): Spot | null => {
    const module = program.moduleOf[fn];
    let table = closures.get(module);
    if (!table) closures.set(module, (table = registrationsOf(program, module, reader)));
    return table.get(fn) ?? null;
  };

  return { engine, program, reader, frame: (fn) => frames.of(fn), name, words, text, stores, callees, registration };
}

/** For each function that is written as an argument: the call. */
function registrationsOf(program: Program, module: number, reader: (fn: number) => Reader): Map<number, Spot> {
  const out = new Map<number, Spot>();
  program.modules[module].functions.forEach((_, index) => {
    const fn = program.base[module] + index;
    const own = reader(fn);
    for (let i = 0; i < own.count; i++) {
      if (kindAt(own, i) !== Kind.Call) continue;
      for (let n = 4; n < operandCount(own, i); n++) {
        const argument = operandAt(own, i, n);
        if (argument !== NONE && kindAt(own, argument) === Kind.Closure)
          out.set(program.base[module] + operandAt(own, argument, 0), { fn, ordinal: i });
      }
    }
  });
  return out;
}
