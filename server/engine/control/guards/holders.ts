/** Variables and fields that hold something for more than one function, and where they are read. */
import { Flag, Kind, NONE } from '../../ir';
import { functionOf, type Program } from '../../link/program';
import { flagsAt, kindAt, operandAt } from '../../link/reader';
import type { Base, Spot } from './control';
import type { Mentions } from './mentions';
import { loadsOf } from './reads';
import { nameAt } from './values';

/** A variable of a function or a module, or a field of a class. */
export type Holder =
  { kind: 'variable'; fn: number; slot: number } | { kind: 'field'; module: number; class: number; name: string };

export const keyOf = (holder: Holder): string =>
  holder.kind === 'variable' ? `${holder.fn}:${holder.slot}` : `${holder.module}/${holder.class}/${holder.name}`;

export interface Holders {
  /** The variable or the field that a value is read from, and the members below it that lead to the value. */
  of(fn: number, ordinal: number): { holder: Holder; path: string[] } | null;
  /** Where it is read, also in files that import it. */
  reads(holder: Holder): Spot[];
  /** The field of that name of the class whose `this` a function has. */
  field(fn: number, name: string): Holder | null;
  /** The variable that a store fills. */
  filled(fn: number, store: number): Holder;
}

const DEPTH = 4;

export function createHolders(base: Base, mentions: (module: number) => Mentions): Holders {
  const { program } = base;

  const variable = (fn: number, owner: number, slot: number): Holder => ({
    kind: 'variable',
    fn: owner === NONE ? fn : program.base[program.moduleOf[fn]] + owner,
    slot,
  });

  const field = (fn: number, name: string): Holder | null => {
    const own = classAround(program, fn);
    return own === NONE ? null : { kind: 'field', module: program.moduleOf[fn], class: own, name };
  };

  const of = (fn: number, i: number, depth = DEPTH): { holder: Holder; path: string[] } | null => {
    if (i === NONE || depth === 0) return null;
    const reader = base.reader(fn);
    const operand = (n: number): number => operandAt(reader, i, n);
    switch (kindAt(reader, i)) {
      case Kind.Load:
        return { holder: variable(fn, operand(1), operand(0)), path: [] };
      case Kind.Global: {
        if (!(flagsAt(reader, i) & Flag.Import)) return null;
        const target = program.imported(program.moduleOf[fn], operand(0));
        return target.kind === 'slot' ? { holder: variable(program.base[target.module], NONE, target.slot), path: [] } : null;
      }
      case Kind.Get: {
        const name = flagsAt(reader, i) & Flag.Computed ? EACH : nameAt(reader, operand(1));
        if (kindAt(reader, operand(0)) === Kind.This) {
          const holder = field(fn, name);
          return holder && { holder, path: [] };
        }
        const outer = of(fn, operand(0), depth - 1);
        return outer && { holder: outer.holder, path: [...outer.path, name] };
      }
      default:
        return null;
    }
  };

  const reads = (holder: Holder): Spot[] => {
    if (holder.kind === 'field') return readsOfField(holder);
    const module = program.moduleOf[holder.fn];
    const own = loadsOf(base, holder.fn, holder.slot);
    return holder.fn === program.base[module] ? [...own, ...importsOf(module, holder.slot)] : own;
  };

  const readsOfField = ({ module, class: own, name }: Extract<Holder, { kind: 'field' }>): Spot[] =>
    functionsOf(module).flatMap((fn) =>
      classAround(program, fn) !== own
        ? []
        : ordinalsIn(fn, (reader, i) => {
            if (kindAt(reader, i) !== Kind.Get || flagsAt(reader, i) & Flag.Computed) return false;
            return kindAt(reader, operandAt(reader, i, 0)) === Kind.This && nameAt(reader, operandAt(reader, i, 1)) === name;
          }),
    );

  /** Uses of a variable of a module in the files that import it. */
  const importsOf = (module: number, slot: number): Spot[] => {
    const out: Spot[] = [];
    for (const other of program.importers(module))
      program.modules[other].imports.forEach((entry, at) => {
        if (entry.typeOnly || !mentions(other).imports.has(at)) return;
        const target = program.imported(other, at);
        if (target.kind !== 'slot' || target.module !== module || target.slot !== slot) return;
        for (const fn of functionsOf(other))
          out.push(
            ...ordinalsIn(
              fn,
              (reader, i) =>
                kindAt(reader, i) === Kind.Global && (flagsAt(reader, i) & Flag.Import) !== 0 && operandAt(reader, i, 0) === at,
            ),
          );
      });
    return out;
  };

  const functionsOf = (module: number): number[] =>
    program.modules[module].functions.map((_, index) => program.base[module] + index);

  const ordinalsIn = (fn: number, isOne: (reader: ReturnType<Base['reader']>, i: number) => boolean): Spot[] => {
    const reader = base.reader(fn);
    const out: Spot[] = [];
    for (let i = 0; i < reader.count; i++) if (isOne(reader, i)) out.push({ fn, ordinal: i });
    return out;
  };

  return {
    of: (fn, ordinal) => of(fn, ordinal),
    reads,
    field,
    filled: (fn, store) => {
      const reader = base.reader(fn);
      return variable(fn, operandAt(reader, store, 2), operandAt(reader, store, 0));
    },
  };
}

/** The class whose `this` a function has: its own, or that of what it is written in; NONE outside of classes. */
export function classAround(program: Program, fn: number): number {
  const module = program.moduleOf[fn];
  for (let at = fn; at !== program.base[module]; at = program.base[module] + functionOf(program, at).parent)
    if (functionOf(program, at).class !== NONE) return functionOf(program, at).class;
  return NONE;
}

/** Step to any member of a list or a table; to what a Map holds; to a pair of key and value. */
export const EACH = '[]';
export const MAPPED = '@map';
export const PAIR = '@pair';
