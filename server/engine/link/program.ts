/**
 * The linked project: modules in path order, functions under one numbering, names across files.
 * A function is known by its global number: the base of its module plus its index there.
 */
import { Flag, Kind, NONE, type FunctionIR, type ModuleIR } from '../ir';
import { numberNames, type Names } from './names';
import type { Resolver } from './resolve';

/** Where a name leads. `external` is a package we do not have the source of. */
export type Target =
  | { kind: 'slot'; module: number; slot: number }
  | { kind: 'shape'; module: number; shape: number; slot: number }
  | { kind: 'namespace'; module: number }
  | { kind: 'external'; specifier: string; name: string };

export interface Program {
  modules: ModuleIR[];
  byPath: Map<string, number>;
  /** Number of the first function of each module; one more entry for the end. */
  base: Int32Array;
  /** Module of each function. */
  moduleOf: Int32Array;
  /** What an import of a module leads to. */
  imported(module: number, importIndex: number): Target;
  exported(module: number, name: string): Target | null;
  /** Modules that import this one, directly or through re-exports of it. */
  importers(module: number): readonly number[];
  resolve: Resolver;
  /** Every name of the project under one number. */
  names: Names;
  /** For each function the number of instructions before it in the whole project: with an ordinal, one number for an instruction. */
  before(): Int32Array;
  /** Indices of the functions written directly inside each function of a module. */
  children(module: number): readonly (readonly number[])[];
}

export function link(modules: ModuleIR[], resolve: Resolver): Program {
  const byPath = new Map(modules.map((module, index) => [module.path, index]));
  const base = new Int32Array(modules.length + 1);
  modules.forEach((module, index) => (base[index + 1] = base[index] + module.functions.length));
  const moduleOf = new Int32Array(base[modules.length]);
  modules.forEach((_, index) => moduleOf.fill(index, base[index], base[index + 1]));
  const exportsOf = modules.map((module) => new Map(module.exports.map((entry) => [entry.name, entry])));
  const found = modules.map(() => new Map<string, Target | null>());
  const behind: (Int32Array | undefined)[] = [];
  let reverse: Set<number>[] | null = null;

  const moduleAt = (from: number, specifier: string): number => {
    const path = resolve(modules[from].path, specifier);
    return path === null ? NONE : (byPath.get(path) ?? NONE);
  };

  const lookup = (module: number, name: string): Target | null => {
    const known = found[module].get(name);
    if (known !== undefined) return known;
    found[module].set(name, null);
    const target = find(module, name);
    found[module].set(name, target);
    return target;
  };

  const find = (module: number, name: string): Target | null => {
    const entry = exportsOf[module].get(name);
    if (entry && entry.specifier !== '') return follow(module, entry.specifier, entry.imported);
    if (entry && entry.shape >= 0) return { kind: 'shape', module, shape: entry.shape, slot: entry.slot };
    if (entry) return { kind: 'slot', module, slot: entry.slot };
    for (const star of modules[module].exports) {
      if (star.name !== '*' || star.specifier === '' || name === 'default') continue;
      const target = moduleAt(module, star.specifier);
      const behindStar = target < 0 ? null : lookup(target, name);
      if (behindStar) return behindStar;
    }
    const whole = exportsOf[module].get('=');
    return name === 'default' && whole ? { kind: 'slot', module, slot: whole.slot } : null;
  };

  /** An exported binding that is itself an import of the exporting module is followed to its end. */
  const follow = (from: number, specifier: string, name: string): Target => {
    const target = moduleAt(from, specifier);
    if (target < 0) return { kind: 'external', specifier, name };
    if (name === '*') {
      const whole = exportsOf[target].get('=');
      return whole ? { kind: 'slot', module: target, slot: whole.slot } : { kind: 'namespace', module: target };
    }
    return through(lookup(target, name)) ?? { kind: 'external', specifier, name };
  };

  const through = (target: Target | null): Target | null => {
    if (target?.kind !== 'slot') return target;
    const importIndex = (behind[target.module] ??= importsBehind(modules[target.module]))[target.slot];
    return importIndex < 0 ? target : imported(target.module, importIndex);
  };

  const importTargets = modules.map(() => [] as (Target | undefined)[]);
  const imported = (module: number, index: number): Target => {
    const known = importTargets[module][index];
    if (known) return known;
    const entry = modules[module].imports[index];
    importTargets[module][index] = { kind: 'external', specifier: entry.specifier, name: entry.imported };
    return (importTargets[module][index] = follow(module, entry.specifier, entry.imported));
  };

  const importers = (module: number): readonly number[] => {
    if (!reverse) {
      reverse = modules.map(() => new Set<number>());
      modules.forEach((from, index) => {
        for (const specifier of new Set([...from.imports, ...from.exports].map((entry) => entry.specifier))) {
          const target = specifier === '' ? NONE : moduleAt(index, specifier);
          if (target >= 0) reverse![target].add(index);
        }
      });
    }
    const out = new Set<number>(reverse[module]);
    for (const next of out) {
      if (modules[next].exports.some((entry) => entry.specifier !== '')) for (const further of reverse[next]) out.add(further);
    }
    return [...out].sort((a, b) => a - b);
  };

  const nesting: (number[][] | undefined)[] = [];
  const children = (module: number): number[][] => {
    const known = nesting[module];
    if (known) return known;
    const out: number[][] = modules[module].functions.map(() => []);
    modules[module].functions.forEach((own, index) => own.parent >= 0 && out[own.parent].push(index));
    return (nesting[module] = out);
  };

  let starts: Int32Array | null = null;
  const before = (): Int32Array => {
    if (starts) return starts;
    starts = new Int32Array(moduleOf.length);
    let instructions = 0;
    let fn = 0;
    for (const { functions, at } of modules) {
      for (const { first } of functions) starts[fn++] = instructions + first;
      instructions += at.length;
    }
    return starts;
  };

  return {
    modules,
    byPath,
    base,
    moduleOf,
    imported,
    exported: (module, name) => through(lookup(module, name)),
    importers,
    resolve,
    names: numberNames(modules),
    before,
    children,
  };
}

/** `import { a } from './a'; export { a }` and `const a = require('./a')`: for each slot of the module the import behind it, or NONE. */
function importsBehind(module: ModuleIR): Int32Array {
  const main = module.functions[0];
  const out = new Int32Array(main.slots.length).fill(NONE);
  for (let i = 0; i < main.count; i++) {
    const word = module.at[main.first + i];
    if ((module.code[word] & 0xff) !== Kind.Store || module.code[word + 3] !== NONE) continue;
    const value = module.at[main.first + module.code[word + 2]];
    const isImport = (module.code[value] & 0xff) === Kind.Global && ((module.code[value] >> 8) & Flag.Import) !== 0;
    out[module.code[word + 1]] = isImport ? module.code[value + 1] : NONE;
  }
  return out;
}

export const functionOf = (program: Program, id: number): FunctionIR =>
  program.modules[program.moduleOf[id]].functions[id - program.base[program.moduleOf[id]]];

/** Index of the function of the module itself that a function is written in; of the module's code its own. */
export function outermostOf({ functions }: ModuleIR, index: number): number {
  let at = index;
  while (functions[at].parent > 0) at = functions[at].parent;
  return at;
}

/** "Service.admit": names of the enclosing functions and class, for fingerprints and messages. */
export function symbolOf(program: Program, id: number): string {
  const module = program.modules[program.moduleOf[id]];
  const names: string[] = [];
  for (let index = id - program.base[program.moduleOf[id]]; index > 0; index = module.functions[index].parent) {
    const own = module.functions[index];
    names.unshift(own.class >= 0 ? `${module.classes[own.class].name}.${own.name}` : own.name || '<function>');
  }
  return names.join('.') || '<module>';
}
