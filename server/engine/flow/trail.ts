/**
 * One step back from a value to what it is a name, a member, a default or a result of: variables, fields of `this`,
 * imports, parameters at their calls, results of project functions.
 */
import { EntryKind, Flag, Kind, NONE } from '../ir';
import type { Program } from '../link/program';
import { flagsAt, kindAt, operandAt, operandCount, readerOf, type Reader } from '../link/reader';

/** A member (`path`) of the value that an instruction makes. */
export interface Point {
  fn: number;
  ordinal: number;
  path: readonly string[];
}

export interface Trail {
  reader(fn: number): Reader;
  /** The points the value comes from unchanged; null when it is made here or nothing is known. */
  back(point: Point): Point[] | null;
  /** Points where a value is made, at most 12 steps back. */
  origins(fn: number, ordinal: number): Point[];
}

const DEPTH = 12;
const ORIGINS = 16;
const NESTED = 6;
/** Methods whose result is the receiver's text or nearly so. */
const KEEPS_RECEIVER = new Set(['toString', 'trim', 'toLowerCase', 'replace', 'concat']);
const GLOBALS = new Set(['String', 'URL', 'Request']);

export function createTrail(program: Program, callersOf: (fn: number) => readonly { fn: number; ordinal: number }[]): Trail {
  const readers = new Map<number, Reader>();
  let nested = 0;
  const reader = (fn: number): Reader => {
    const known = readers.get(fn);
    if (known) return known;
    const module = program.moduleOf[fn];
    const made = readerOf(program.modules[module], fn - program.base[module]);
    readers.set(fn, made);
    return made;
  };

  const back = ({ fn, ordinal, path }: Point): Point[] | null => {
    const own = reader(fn);
    const operand = (n: number): number => operandAt(own, ordinal, n);
    const to = (at: number, below = path): Point[] => (at === NONE ? [] : [{ fn, ordinal: at, path: below }]);
    const flags = flagsAt(own, ordinal);
    switch (kindAt(own, ordinal)) {
      case Kind.Cast:
      case Kind.Await:
        return to(operand(0));
      case Kind.Otherwise:
        return [...to(operand(0)), ...to(operand(1))];
      case Kind.Phi: {
        const out: Point[] = [];
        for (let n = 1; n < operandCount(own, ordinal); n += 2) out.push(...to(operand(n)));
        return out;
      }
      case Kind.Get: {
        if (flags & Flag.Computed) return null;
        const below = [own.module.names[operand(1)], ...path];
        return kindAt(own, operand(0)) === Kind.This ? field(fn, below) : to(operand(0), below);
      }
      case Kind.Load:
        return slot(operand(1) === NONE ? fn : program.base[program.moduleOf[fn]] + operand(1), operand(0), path);
      case Kind.Global:
        return flags & Flag.Import ? imported(program.moduleOf[fn], operand(0), path) : null;
      case Kind.Param:
        return parameter(fn, operand(0), path);
      case Kind.Call:
        return call(fn, ordinal, path);
      default:
        return null;
    }
  };

  const slot = (fn: number, index: number, path: readonly string[]): Point[] => {
    const own = reader(fn);
    const out: Point[] = [];
    for (let i = 0; i < own.count; i++) {
      const isStore = kindAt(own, i) === Kind.Store && operandAt(own, i, 0) === index && operandAt(own, i, 2) === NONE;
      if (isStore && operandAt(own, i, 1) !== NONE) out.push({ fn, ordinal: operandAt(own, i, 1), path });
    }
    return out;
  };

  /** Class whose member the function is, or lies in; NONE when there is none. */
  const classAround = (fn: number): number => {
    const module = program.moduleOf[fn];
    const { functions } = program.modules[module];
    let index = fn - program.base[module];
    while (index > 0 && functions[index].class === NONE) index = functions[index].parent;
    return index <= 0 ? NONE : functions[index].class;
  };

  /** `this.name`: what the functions of the class assign to it. */
  const field = (fn: number, [name, ...path]: readonly string[]): Point[] | null => {
    const module = program.moduleOf[fn];
    const { functions } = program.modules[module];
    const around = classAround(fn);
    if (around === NONE) return null;
    const out: Point[] = [];
    functions.forEach((other, at) => {
      if (other.class !== around || at === 0) return;
      const own = reader(program.base[module] + at);
      for (let i = 0; i < own.count; i++) {
        if (kindAt(own, i) !== Kind.Set || flagsAt(own, i) & (Flag.Computed | Flag.Delete)) continue;
        if (kindAt(own, operandAt(own, i, 0)) !== Kind.This || own.module.names[operandAt(own, i, 1)] !== name) continue;
        if (operandAt(own, i, 2) !== NONE) out.push({ fn: program.base[module] + at, ordinal: operandAt(own, i, 2), path });
      }
    });
    return out;
  };

  const imported = (module: number, index: number, path: readonly string[]): Point[] | null => {
    const target = program.imported(module, index);
    if (target.kind === 'slot') return slot(program.base[target.module], target.slot, path);
    if (target.kind !== 'namespace' || path.length === 0) return null;
    const found = program.exported(target.module, path[0]);
    return found?.kind === 'slot' ? slot(program.base[found.module], found.slot, path.slice(1)) : null;
  };

  const parameter = (fn: number, position: number, path: readonly string[]): Point[] =>
    callersOf(fn).flatMap((site) => {
      const own = reader(site.fn);
      if (kindAt(own, site.ordinal) === Kind.Element) return position === 0 ? attribute(site, path) : [];
      if (kindAt(own, site.ordinal) !== Kind.Call || 4 + position >= operandCount(own, site.ordinal)) return [];
      const ordinal = operandAt(own, site.ordinal, 4 + position);
      return ordinal === NONE ? [] : [{ fn: site.fn, ordinal, path }];
    });

  /** What a component is shown with: the properties are one object, its only parameter. */
  const attribute = ({ fn, ordinal }: { fn: number; ordinal: number }, [name, ...path]: readonly string[]): Point[] => {
    const own = reader(fn);
    for (let n = 0; n < operandAt(own, ordinal, 2); n++) {
      const [entry, key, value] = [0, 1, 2].map((k) => operandAt(own, ordinal, 3 + n * 3 + k));
      if (entry === EntryKind.Static && own.module.names[key] === name && value !== NONE) return [{ fn, ordinal: value, path }];
    }
    return [];
  };

  /** `new URL(x)`, `String(x)`, `x.trim()`, `Object.freeze(x)`; what a project function returns. */
  const call = (fn: number, i: number, path: readonly string[]): Point[] | null => {
    const own = reader(fn);
    const callee = operandAt(own, i, 0);
    const method = operandAt(own, i, 1) === NONE ? '' : own.module.names[operandAt(own, i, 1)];
    const argument = operandCount(own, i) > 4 ? operandAt(own, i, 4) : NONE;
    const to = (ordinal: number): Point[] => (ordinal === NONE ? [] : [{ fn, ordinal, path }]);
    if (KEEPS_RECEIVER.has(method)) return to(callee);
    if (method === 'freeze') return to(argument);
    if (method !== '') return kindAt(own, callee) === Kind.This ? ofMethod(fn, method, path) : null;
    if (kindAt(own, callee) === Kind.Global && !(flagsAt(own, callee) & Flag.Import)) {
      if (!GLOBALS.has(own.module.names[operandAt(own, callee, 0)])) return null;
      return [...to(argument), ...(operandCount(own, i) > 5 ? to(operandAt(own, i, 5)) : [])];
    }
    // A function that is made by calling itself (`next = next()`) has no end to be followed to.
    if (nested >= NESTED) return null;
    nested++;
    const made = origins(fn, callee);
    nested--;
    const closures = made.filter((point) => kindAt(reader(point.fn), point.ordinal) === Kind.Closure);
    if (closures.length === 0) return null;
    return closures.flatMap((point) => {
      const own = operandAt(reader(point.fn), point.ordinal, 0);
      return returned(program.base[program.moduleOf[point.fn]] + own, path);
    });
  };

  /** `this.baseUrl()`: what the method of the same class returns. */
  const ofMethod = (fn: number, name: string, path: readonly string[]): Point[] | null => {
    const module = program.moduleOf[fn];
    const around = classAround(fn);
    const found =
      around === NONE ? undefined : program.modules[module].classes[around].methods.find((each) => each.name === name);
    return found ? returned(program.base[module] + found.function, path) : null;
  };

  const returned = (fn: number, path: readonly string[]): Point[] => {
    const own = reader(fn);
    const out: Point[] = [];
    for (let i = 0; i < own.count; i++) {
      if (kindAt(own, i) === Kind.Return && operandAt(own, i, 0) !== NONE) out.push({ fn, ordinal: operandAt(own, i, 0), path });
    }
    return out;
  };

  const origins = (fn: number, ordinal: number): Point[] => {
    if (ordinal === NONE) return [];
    const out: Point[] = [];
    const seen = new Set<string>();
    let points: Point[] = [{ fn, ordinal, path: [] }];
    for (let depth = 0; depth < DEPTH && points.length > 0; depth++) {
      const next: Point[] = [];
      for (const point of points) {
        const key = `${point.fn}:${point.ordinal}:${point.path.join('.')}`;
        if (seen.has(key) || seen.size > ORIGINS * 4) continue;
        seen.add(key);
        const before = back(point);
        if (before) next.push(...before);
        if (!before) out.push(point);
      }
      points = next;
    }
    return out.slice(0, ORIGINS);
  };

  return { reader, back, origins };
}

/** Names of the functions around a place, innermost first. */
export function enclosingNames(program: Program, fn: number): string[] {
  const { functions } = program.modules[program.moduleOf[fn]];
  const names: string[] = [];
  for (let index = fn - program.base[program.moduleOf[fn]]; index > 0; index = functions[index].parent)
    names.push(functions[index].name);
  return names.filter((name) => name !== '');
}

/** Names of the classes around a place, innermost first. */
export function classesAround(program: Program, fn: number): string[] {
  const { classes, functions } = program.modules[program.moduleOf[fn]];
  const names: string[] = [];
  for (let index = fn - program.base[program.moduleOf[fn]]; index > 0; index = functions[index].parent)
    if (functions[index].class !== NONE) names.push(classes[functions[index].class].name);
  return names;
}
