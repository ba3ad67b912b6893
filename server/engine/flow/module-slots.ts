/** Values of a module's variables: what they are defined as where that is plain, else what its top level left in them. */
import { Flag, Kind, NONE } from '../ir';
import type { Program } from '../link/program';
import { flagsAt, kindAt, operandAt, readerOf } from '../link/reader';
import { slotCell, type Engine } from './frame';
import { ofTarget } from './read';
import { flatten } from './trees';
import { EMPTY, join, make, type Value } from './values';

export interface ModuleSlots {
  /** What a variable holds, with what functions of the module put into it later. */
  of(module: number, slot: number): Value;
  /** Variables in which the top level of their module left something personal. */
  filled(module: number): number[];
  /** A module's variables while and after its top level is evaluated. */
  keep(module: number, slots: (Value | undefined)[]): void;
}

export function createModuleSlots(
  engine: () => Engine,
  program: Program,
  isEvaluated: (moduleFunction: number) => boolean,
): ModuleSlots {
  const definitions = program.modules.map(() => null as Int32Array | null);
  const makers = program.modules.map(() => null as Map<number, number[]> | null);
  const values = new Map<number, (Value | undefined)[]>();

  /** Functions, classes and imports are known without evaluating the module. */
  const defined = (module: number, slot: number): Value | null => {
    const ordinal = (definitions[module] ??= definitionsOf(program, module))[slot];
    if (ordinal < 0) return null;
    const reader = readerOf(program.modules[module], 0);
    const kind = kindAt(reader, ordinal);
    const operand = operandAt(reader, ordinal, 0);
    if (kind === Kind.Closure) {
      const fn = program.base[module] + operand;
      return make({ inert: true, targets: [{ kind: 'function', fn, frame: null, self: null, bindings: null, bound: [] }] });
    }
    if (kind === Kind.Class) return make({ inert: true, targets: [{ kind: 'class', ref: { module, class: operand } }] });
    if (kind === Kind.Global && flagsAt(reader, ordinal) & Flag.Import)
      return ofTarget(engine(), program.imported(module, operand), program.modules[module].imports[operand].local);
    return null;
  };

  const evaluated = (module: number, slot: number): Value => {
    const fn = program.base[module];
    if (!isEvaluated(fn)) engine().solve(fn, false);
    return values.get(module)?.[slot] ?? EMPTY;
  };

  /** `let channel;`, which `connect()` fills: what it is is known when the functions that fill it are. */
  const fill = (module: number, slot: number): void => {
    const later = (makers[module] ??= makersOf(program, module)).get(slot);
    makers[module].delete(slot);
    for (const fn of later ?? []) engine().solve(fn, false);
  };

  return {
    of: (module, slot) => {
      const value = defined(module, slot) ?? evaluated(module, slot);
      if (value.targets.length === 0 && value.labels.length === 0 && !value.fields) fill(module, slot);
      const written = engine().look(engine().cellAt(slotCell(module, slot)));
      return written === EMPTY ? value : join(value, written);
    },
    filled: (module) =>
      (values.get(module) ?? []).flatMap((value, slot) =>
        value && flatten(value).some((label) => label.kind === 'source' && label.trust > 1) ? [slot] : [],
      ),
    keep: (module, slots) => values.set(module, slots),
  };
}

/** For each slot of the module function stored exactly once: the ordinal of the stored value, else NONE. */
function definitionsOf(program: Program, module: number): Int32Array {
  const reader = readerOf(program.modules[module], 0);
  const out = new Int32Array(program.modules[module].functions[0].slots.length).fill(NONE);
  const seen = new Set<number>();
  for (let i = 0; i < reader.count; i++) {
    if (kindAt(reader, i) !== Kind.Store) continue;
    const slot = operandAt(reader, i, 0);
    out[slot] = seen.has(slot) ? NONE : operandAt(reader, i, 1);
    seen.add(slot);
  }
  return out;
}

/** Functions that fill a variable of their module with what a call gives: instances that are made when somebody asks for them. */
function makersOf(program: Program, module: number): Map<number, number[]> {
  const out = new Map<number, number[]>();
  const ir = program.modules[module];
  for (let index = 1; index < ir.functions.length; index++) {
    const reader = readerOf(ir, index);
    if (reader.count > LONGEST) continue;
    for (let i = 0; i < reader.count; i++) {
      if (kindAt(reader, i) !== Kind.Store || operandAt(reader, i, 2) !== 0) continue;
      let value = operandAt(reader, i, 1);
      while (value !== NONE && kindAt(reader, value) === Kind.Await) value = operandAt(reader, value, 0);
      if (value === NONE || kindAt(reader, value) !== Kind.Call) continue;
      const slot = operandAt(reader, i, 0);
      const known = out.get(slot) ?? [];
      if (known.length < MOST && !known.includes(program.base[module] + index)) known.push(program.base[module] + index);
      out.set(slot, known);
    }
  }
  return out;
}

/** Instructions of a function that makes an instance; longer ones do other things. */
const LONGEST = 400;
/** Functions that are asked what they fill a variable with. */
const MOST = 4;
