/**
 * Which constant is a value, and where is it written? Walks backwards over instructions: variables,
 * members of literals, templates, defaults, calls of one return, parameters of known callers.
 */
import { EntryKind, Flag, Kind, LiteralKind, NONE } from '../ir';
import { functionOf, type Program } from '../link/program';
import { flagsAt, kindAt, operandAt, operandCount, readerOf, type Reader } from '../link/reader';
import type { Constant, Place } from '../rule';

const ALTERNATIVES = 8;
const DEPTH = 12;

export interface Constants {
  /** Alternatives of a value of a function, or of a member of it. Empty when nothing is known. */
  of(fn: number, ordinal: number, path?: readonly string[]): Constant[];
}

export function createConstants(program: Program, callers: ReadonlyMap<number, readonly { fn: number; ordinal: number }[]>): Constants {
  const of = (fn: number, ordinal: number, path: readonly string[] = [], depth = DEPTH): Constant[] => {
    if (ordinal === NONE || depth === 0) return [];
    const module = program.moduleOf[fn];
    const reader = readerOf(program.modules[module], fn - program.base[module]);
    return limit(at(fn, reader, ordinal, path, depth - 1));
  };

  const place = (fn: number, reader: Reader, ordinal: number): Place => {
    const start = functionOf(program, fn).start;
    const { path, places } = reader.module;
    return { path, start: start + places[(reader.first + ordinal) * 2], end: start + places[(reader.first + ordinal) * 2 + 1] };
  };

  const at = (fn: number, reader: Reader, i: number, path: readonly string[], depth: number): Constant[] => {
    const operand = (n: number): number => operandAt(reader, i, n);
    const name = (n: number): string => reader.module.names[operand(n)] ?? '';
    const inner = (ordinal: number, below: readonly string[] = path): Constant[] => of(fn, ordinal, below, depth);
    switch (kindAt(reader, i)) {
      case Kind.Const:
        return path.length > 0 ? [] : [literal(operand(0), name(1), place(fn, reader, i))];
      case Kind.Template:
        return path.length > 0 ? [] : template(fn, reader, i, depth);
      case Kind.Binary:
        return name(0) === '' && operand(0) !== 10 ? [] : path.length > 0 || operand(0) !== 10 ? [] : concatenated(inner(operand(1)), inner(operand(2)));
      case Kind.Cast:
      case Kind.Await:
        return inner(operand(0));
      case Kind.Otherwise:
        return [...inner(operand(0)), ...inner(operand(1))];
      case Kind.Phi: {
        const out: Constant[] = [];
        for (let n = 1; n < operandCount(reader, i); n += 2) out.push(...inner(operand(n)));
        return out;
      }
      case Kind.Array:
        return array(fn, reader, i, path, depth);
      case Kind.Object:
        return object(fn, reader, i, path, depth);
      case Kind.Get:
        return flagsAt(reader, i) & Flag.Computed ? [] : member(fn, reader, i, path, depth);
      case Kind.Load:
        return load(fn, reader, i, path, depth);
      case Kind.Global:
        return flagsAt(reader, i) & Flag.Import ? imported(program.moduleOf[fn], operand(0), path, depth) : [];
      case Kind.Param:
        return parameter(fn, operand(0), path, depth);
      case Kind.Call:
        return call(fn, reader, i, path, depth);
      default:
        return [];
    }
  };

  const template = (fn: number, reader: Reader, i: number, depth: number): Constant[] => {
    let out: Constant[] = [{ value: reader.module.names[operandAt(reader, i, 0)], prefix: false, at: place(fn, reader, i) }];
    for (let n = 1; n < operandCount(reader, i); n += 2) {
      const text: Constant = { value: reader.module.names[operandAt(reader, i, n + 1)], prefix: false, at: place(fn, reader, i) };
      out = concatenated(concatenated(out, of(fn, operandAt(reader, i, n), [], depth)), [text]);
    }
    return out;
  };

  const array = (fn: number, reader: Reader, i: number, path: readonly string[], depth: number): Constant[] => {
    const values: number[] = [];
    for (let n = 0; n < operandCount(reader, i); n += 2) if (operandAt(reader, i, n) === 0) values.push(operandAt(reader, i, n + 1));
    if (path.length > 0) return of(fn, values[Number(path[0])] ?? NONE, path.slice(1), depth);
    return [{ value: values.flatMap((value) => of(fn, value, [], depth)), prefix: false, at: place(fn, reader, i) }];
  };

  /** A member of a literal; the whole literal is the list of its members' names. */
  const object = (fn: number, reader: Reader, i: number, path: readonly string[], depth: number): Constant[] => {
    const keys: Constant[] = [];
    for (let n = operandCount(reader, i) - 3; n >= 0; n -= 3) {
      const kind = operandAt(reader, i, n);
      const value = operandAt(reader, i, n + 2);
      if (kind === EntryKind.Spread && path.length > 0) {
        const found = of(fn, value, path, depth);
        if (found.length > 0) return found;
        continue;
      }
      if (kind === EntryKind.Computed || kind === EntryKind.Spread) continue;
      const key = reader.module.names[operandAt(reader, i, n + 1)];
      keys.unshift({ value: key, prefix: false, at: place(fn, reader, value) });
      if (path.length === 0 || key !== path[0]) continue;
      const found = of(fn, value, path.slice(1), depth);
      return found.length > 0 || path.length > 1 || kindAt(reader, value) !== Kind.Closure ? found : [{ value: key, prefix: true, at: place(fn, reader, value) }];
    }
    return path.length === 0 ? [{ value: keys, prefix: false, at: place(fn, reader, i) }] : [];
  };

  const member = (fn: number, reader: Reader, i: number, path: readonly string[], depth: number): Constant[] => {
    const name = reader.module.names[operandAt(reader, i, 1)];
    const object = operandAt(reader, i, 0);
    if (path.length === 0 && isEnvironment(reader, object)) return [{ value: '', prefix: true, at: place(fn, reader, i), environment: name }];
    return of(fn, object, [name, ...path], depth);
  };

  const load = (fn: number, reader: Reader, i: number, path: readonly string[], depth: number): Constant[] => {
    const owner = operandAt(reader, i, 1);
    const module = program.moduleOf[fn];
    return slot(owner === NONE ? fn : program.base[module] + owner, operandAt(reader, i, 0), path, depth);
  };

  const slot = (fn: number, index: number, path: readonly string[], depth: number): Constant[] => {
    const module = program.moduleOf[fn];
    const reader = readerOf(program.modules[module], fn - program.base[module]);
    const out: Constant[] = [];
    for (let i = 0; i < reader.count; i++) {
      if (kindAt(reader, i) !== Kind.Store || operandAt(reader, i, 0) !== index || operandAt(reader, i, 2) !== NONE) continue;
      out.push(...of(fn, operandAt(reader, i, 1), path, depth));
    }
    return out;
  };

  const imported = (module: number, index: number, path: readonly string[], depth: number): Constant[] => {
    const target = program.imported(module, index);
    if (target.kind === 'slot') return slot(program.base[target.module], target.slot, path, depth);
    if (target.kind !== 'namespace' || path.length === 0) return [];
    const found = program.exported(target.module, path[0]);
    return found?.kind === 'slot' ? slot(program.base[found.module], found.slot, path.slice(1), depth) : [];
  };

  const parameter = (fn: number, position: number, path: readonly string[], depth: number): Constant[] =>
    (callers.get(fn) ?? []).slice(0, 4).flatMap((site) => {
      const reader = readerOf(program.modules[program.moduleOf[site.fn]], site.fn - program.base[program.moduleOf[site.fn]]);
      if (kindAt(reader, site.ordinal) !== Kind.Call || 4 + position >= operandCount(reader, site.ordinal)) return [];
      return of(site.fn, operandAt(reader, site.ordinal, 4 + position), path, depth);
    });

  /** `new URL(x)`, `x.toString()`, `String(x)`, `x.trim()`; a project function with one constant return. */
  const call = (fn: number, reader: Reader, i: number, path: readonly string[], depth: number): Constant[] => {
    const method = operandAt(reader, i, 1) === NONE ? '' : reader.module.names[operandAt(reader, i, 1)];
    const callee = operandAt(reader, i, 0);
    const argument = operandCount(reader, i) > 4 ? operandAt(reader, i, 4) : NONE;
    if (/^(toString|trim|toLowerCase|replace|concat|freeze)$/.test(method) && method !== 'freeze') return of(fn, callee, path, depth);
    if (method === 'freeze') return of(fn, argument, path, depth);
    if (method === '' && kindAt(reader, callee) === Kind.Global && !(flagsAt(reader, callee) & Flag.Import)) {
      const name = reader.module.names[operandAt(reader, callee, 0)];
      if (name === 'String' || name === 'URL' || name === 'Request') return of(fn, argument, path, depth).concat(of(fn, operandCount(reader, i) > 5 ? operandAt(reader, i, 5) : NONE, path, depth)).slice(0, 1);
      return [];
    }
    return functionBehind(fn, reader, callee, method).flatMap((own) => returned(own, path, depth));
  };

  const functionBehind = (fn: number, reader: Reader, callee: number, method: string): number[] => {
    if (method !== '' || kindAt(reader, callee) !== Kind.Load) return [];
    const owner = operandAt(reader, callee, 1);
    const module = program.moduleOf[fn];
    const holder = owner === NONE ? fn : program.base[module] + owner;
    const home = readerOf(program.modules[module], holder - program.base[module]);
    for (let i = 0; i < home.count; i++) {
      if (kindAt(home, i) !== Kind.Store || operandAt(home, i, 0) !== operandAt(reader, callee, 0)) continue;
      const value = operandAt(home, i, 1);
      if (value !== NONE && kindAt(home, value) === Kind.Closure) return [program.base[module] + operandAt(home, value, 0)];
    }
    return [];
  };

  const returned = (fn: number, path: readonly string[], depth: number): Constant[] => {
    const module = program.moduleOf[fn];
    const reader = readerOf(program.modules[module], fn - program.base[module]);
    const out: Constant[] = [];
    for (let i = 0; i < reader.count; i++) if (kindAt(reader, i) === Kind.Return) out.push(...of(fn, operandAt(reader, i, 0), path, depth));
    return out;
  };

  return { of: (fn, ordinal, path = []) => of(fn, ordinal, path) };
}

function literal(kind: number, text: string, at: Place): Constant {
  const value = kind === LiteralKind.Boolean ? text === 'true' : kind === LiteralKind.Number ? Number(text) : kind === LiteralKind.Null || kind === LiteralKind.Undefined ? null : text;
  return { value, prefix: false, at };
}

/** Texts one after the other; what follows an unknown part leaves a known beginning. */
function concatenated(left: Constant[], right: Constant[]): Constant[] {
  if (left.length === 0) return [];
  if (right.length === 0) return left.map((constant) => ({ ...constant, prefix: true }));
  return limit(
    left.flatMap((a) => (a.prefix ? [a] : right.map((b): Constant => ({ value: String(a.value) + String(b.value ?? ''), prefix: b.prefix, at: a.value === '' ? b.at : a.at, environment: a.environment ?? b.environment })))),
  );
}

const limit = (constants: Constant[]): Constant[] => (constants.length > ALTERNATIVES ? constants.slice(0, ALTERNATIVES) : constants);

/** `process.env`, `import.meta.env`, `env` of a settings module. */
function isEnvironment(reader: Reader, i: number): boolean {
  if (i === NONE) return false;
  const kind = kindAt(reader, i);
  if (kind === Kind.Get && !(flagsAt(reader, i) & Flag.Computed)) return reader.module.names[operandAt(reader, i, 1)] === 'env';
  if (kind === Kind.Global) return flagsAt(reader, i) & Flag.Import ? /^(env|ENV)$/.test(reader.module.imports[operandAt(reader, i, 0)].local) : reader.module.names[operandAt(reader, i, 0)] === 'env';
  return false;
}
