/** Who takes a value: for every instruction the instructions that have it as an operand, and for every variable its loads. */
import { Flag, Kind, NONE } from '../ir';
import { operandValues } from '../link/operands';
import type { Program } from '../link/program';
import { flagsAt, kindAt, operandAt } from '../link/reader';
import type { Trail } from '../flow/trail';
import { slotOf, type Code, type Spot } from './code';

export interface Uses {
  /** Instructions of the same function that take the value, in order. */
  of(fn: number, ordinal: number): readonly number[];
  /** Loads of a variable, in all functions of its module, and reads of the import it is exported as. */
  loads(owner: number, slot: number): readonly Spot[];
  /** The closure instruction that makes a function, or null for a method or a module. */
  made(fn: number): Spot | null;
}

/** Functions and modules that are kept in mind: rules ask about one module after the other, and then about the next. */
const KEPT = 4_000;
const KEPT_MODULES = 200;

export function createUses(program: Program, trail: Trail): Uses {
  const users = new Map<number, (number[] | undefined)[]>();
  const modules = new Map<number, { loads: Map<string, Spot[]>; made: Map<number, Spot> }>();
  const imports = new Map<string, Spot[]>();

  const of = (fn: number, ordinal: number): readonly number[] => {
    let table = users.get(fn);
    if (!table) {
      const reader = trail.reader(fn);
      table = new Array<number[] | undefined>(reader.count);
      for (let i = 0; i < reader.count; i++)
        for (const value of operandValues(reader, i)) {
          if (value === NONE) continue;
          const list = table[value];
          if (list) list.push(i);
          else table[value] = [i];
        }
      if (users.size >= KEPT) users.clear();
      users.set(fn, table);
    }
    return table[ordinal] ?? NOBODY;
  };

  const tables = (module: number): { loads: Map<string, Spot[]>; made: Map<number, Spot> } => {
    const known = modules.get(module);
    if (known) return known;
    const loads = new Map<string, Spot[]>();
    const made = new Map<number, Spot>();
    for (let fn = program.base[module]; fn < program.base[module + 1]; fn++) {
      const reader = trail.reader(fn);
      for (let i = 0; i < reader.count; i++) {
        const kind = kindAt(reader, i);
        // What a function expression calls itself is no other making of it.
        const closed = kind === Kind.Closure ? program.base[module] + operandAt(reader, i, 0) : fn;
        if (closed !== fn) made.set(closed, { fn, ordinal: i });
        if (kind !== Kind.Load) continue;
        const owner = operandAt(reader, i, 1);
        const key = `${owner === NONE ? fn : program.base[module] + owner}:${operandAt(reader, i, 0)}`;
        const list = loads.get(key);
        if (list) list.push({ fn, ordinal: i });
        if (!list) loads.set(key, [{ fn, ordinal: i }]);
      }
    }
    const found = { loads, made };
    if (modules.size >= KEPT_MODULES) modules.clear();
    modules.set(module, found);
    return found;
  };

  /** Reads of members of a namespace, and of the variable it is kept in: `require('./clients').tables`. */
  const members = (fn: number, ordinal: number, names: readonly string[], depth = 3): Spot[] => {
    const reader = trail.reader(fn);
    return of(fn, ordinal).flatMap((user) => {
      const at = { fn, ordinal: user };
      if (kindAt(reader, user) === Kind.Get)
        return !(flagsAt(reader, user) & Flag.Computed) && names.includes(reader.module.names[operandAt(reader, user, 1)])
          ? [at]
          : [];
      if (kindAt(reader, user) !== Kind.Store || depth === 0) return [];
      const { owner, slot } = slotOf(program, fn, reader, user);
      const loads = tables(program.moduleOf[owner]).loads.get(`${owner}:${slot}`) ?? [];
      return loads.flatMap((load) => members(load.fn, load.ordinal, names, depth - 1));
    });
  };

  /** Reads of an exported variable of a module in the modules that import it. */
  const imported = (module: number, slot: number): Spot[] => {
    const key = `${module}:${slot}`;
    const known = imports.get(key);
    if (known) return known;
    const out: Spot[] = [];
    imports.set(key, out);
    const names = program.modules[module].exports.filter((entry) => entry.slot === slot).map((entry) => entry.name);
    if (names.length === 0) return out;
    for (const other of program.importers(module)) {
      const wanted = new Set<number>();
      const whole = new Set<number>();
      program.modules[other].imports.forEach((entry, index) => {
        if (entry.typeOnly) return;
        const target = program.imported(other, index);
        if (target.kind === 'slot' && target.module === module && target.slot === slot) wanted.add(index);
        if (target.kind === 'namespace' && target.module === module) whole.add(index);
      });
      if (wanted.size + whole.size === 0) continue;
      for (let fn = program.base[other]; fn < program.base[other + 1]; fn++) {
        const reader = trail.reader(fn);
        for (let i = 0; i < reader.count; i++) {
          const isImport = kindAt(reader, i) === Kind.Global && flagsAt(reader, i) & Flag.Import;
          if (!isImport) continue;
          if (wanted.has(operandAt(reader, i, 0))) out.push({ fn, ordinal: i });
          if (whole.has(operandAt(reader, i, 0))) out.push(...members(fn, i, names));
        }
      }
    }
    return out;
  };

  return {
    of,
    loads: (owner, slot) => {
      const module = program.moduleOf[owner];
      const own = tables(module).loads.get(`${owner}:${slot}`) ?? [];
      return owner === program.base[module] ? [...own, ...imported(module, slot)] : own;
    },
    made: (fn) => tables(program.moduleOf[fn]).made.get(fn) ?? null,
  };
}

const NOBODY: readonly number[] = [];

/** A value and the loads of the variables it is kept in. */
export function holdersOf({ program, trail }: Pick<Code, 'program' | 'trail'>, uses: Uses, { fn, ordinal }: Spot): Spot[] {
  const reader = trail.reader(fn);
  return [
    { fn, ordinal },
    ...uses.of(fn, ordinal).flatMap((user) => {
      if (kindAt(reader, user) !== Kind.Store) return [];
      const { owner, slot } = slotOf(program, fn, reader, user);
      return [...uses.loads(owner, slot)];
    }),
  ];
}
