/**
 * Which constant is a value, and where is it written? Follows the trail back to literals: members of objects, elements
 * of lists, texts put together, addresses on a base, variables of the environment.
 */
import { EntryKind, Flag, Kind, LiteralKind, NONE } from '../ir';
import { extentOf } from '../places';
import type { Program } from '../link/program';
import { flagsAt, kindAt, operandAt, operandCount, type Reader } from '../link/reader';
import type { Constant, Place } from '../rule';
import type { Trail } from './trail';

const ALTERNATIVES = 8;
const DEPTH = 12;
/** Values looked at for one question; what is left after that is unknown. */
const STEPS = 600;
const PLUS = 10;
/** Some member, by a key that only the running program knows: the row of a table. */
const ANY = '*';

export interface Constants {
  /** Alternatives of a value of a function, or of a member of it. Empty when nothing is known. */
  of(fn: number, ordinal: number, path?: readonly string[]): Constant[];
}

export function createConstants(program: Program, trail: Trail): Constants {
  let steps = 0;

  const of = (fn: number, ordinal: number, path: readonly string[], depth: number): Constant[] => {
    if (ordinal === NONE || depth === 0 || steps++ > STEPS) return [];
    const reader = trail.reader(fn);
    const made = madeHere(fn, reader, ordinal, path, depth - 1);
    if (made) return limit(made);
    const before = trail.back({ fn, ordinal, path }) ?? [];
    return limit(before.flatMap((point) => of(point.fn, point.ordinal, point.path, depth - 1)));
  };

  /** Constants of a value that is put together at this instruction; null when it comes from elsewhere. */
  const madeHere = (fn: number, reader: Reader, i: number, path: readonly string[], depth: number): Constant[] | null => {
    const operand = (n: number): number => operandAt(reader, i, n);
    const at = (): Place => extentOf(program, fn, i);
    switch (kindAt(reader, i)) {
      case Kind.Const:
        return path.length > 0 ? [] : [literal(operand(0), reader.module.names[operand(1)] ?? '', at())];
      case Kind.Template:
        return path.length > 0 ? [] : template(fn, reader, i, depth);
      case Kind.Binary:
        return path.length > 0 || operand(0) !== PLUS
          ? []
          : concatenated(of(fn, operand(1), [], depth), of(fn, operand(2), [], depth));
      case Kind.Array:
        return array(fn, reader, i, path, depth);
      case Kind.Object:
        return object(fn, reader, i, path, depth);
      case Kind.Get: {
        const name = flagsAt(reader, i) & Flag.Computed ? textOf(reader, operand(1)) : reader.module.names[operand(1)];
        if (isEnvironment(reader, operand(0)))
          return name === null || path.length > 0 ? null : [{ value: '', prefix: true, at: at(), environment: name }];
        return flagsAt(reader, i) & Flag.Computed ? of(fn, operand(0), [name ?? ANY, ...path], depth) : null;
      }
      case Kind.Call: {
        const setting = settingAsked(reader, i);
        if (setting !== null && path.length === 0) return [{ value: '', prefix: true, at: at(), environment: setting }];
        const isUrl = calledGlobal(reader, i) === 'URL' && operandCount(reader, i) > 5;
        if (!isUrl || path.some((name) => name !== 'href')) return null;
        return onBase(of(fn, operand(4), [], depth), of(fn, operand(5), [], depth));
      }
      default:
        return null;
    }
  };

  const template = (fn: number, reader: Reader, i: number, depth: number): Constant[] => {
    const at = extentOf(program, fn, i);
    const text = (n: number): Constant => ({ value: reader.module.names[operandAt(reader, i, n)], prefix: false, at });
    let out: Constant[] = [text(0)];
    for (let n = 1; n < operandCount(reader, i); n += 2) {
      out = concatenated(concatenated(out, of(fn, operandAt(reader, i, n), [], depth)), [text(n + 1)]);
    }
    return out;
  };

  const array = (fn: number, reader: Reader, i: number, path: readonly string[], depth: number): Constant[] => {
    const values: number[] = [];
    for (let n = 0; n < operandCount(reader, i); n += 2)
      if (operandAt(reader, i, n) === 0) values.push(operandAt(reader, i, n + 1));
    if (path.length > 0) return of(fn, values[Number(path[0])] ?? NONE, path.slice(1), depth);
    return [{ value: values.flatMap((value) => of(fn, value, [], depth)), prefix: false, at: extentOf(program, fn, i) }];
  };

  /** A member of a literal; the whole literal is the list of its members' names. A function is known by its name only. */
  const object = (fn: number, reader: Reader, i: number, path: readonly string[], depth: number): Constant[] => {
    const keys: Constant[] = [];
    const any: Constant[] = [];
    for (let n = operandCount(reader, i) - 3; n >= 0; n -= 3) {
      const kind = operandAt(reader, i, n);
      const value = operandAt(reader, i, n + 2);
      if (kind === EntryKind.Spread) {
        const found = of(fn, value, path, depth);
        if (path.length === 0) keys.unshift(...found.flatMap((each) => (Array.isArray(each.value) ? each.value : [])));
        else if (found.length > 0) return found;
      }
      if (kind === EntryKind.Computed || kind === EntryKind.Spread) continue;
      const key = reader.module.names[operandAt(reader, i, n + 1)];
      const at = extentOf(program, fn, value);
      keys.unshift({ value: key, prefix: false, at });
      if (path[0] === ANY) any.push(...of(fn, value, path.slice(1), depth));
      if (path.length === 0 || key !== path[0]) continue;
      const isFunction = path.length === 1 && kindAt(reader, value) === Kind.Closure;
      return isFunction ? [{ value: key, prefix: true, at }] : of(fn, value, path.slice(1), depth);
    }
    return path.length === 0 ? [{ value: keys, prefix: false, at: extentOf(program, fn, i) }] : any;
  };

  return {
    of: (fn, ordinal, path = []) => {
      steps = 0;
      return of(fn, ordinal, path, DEPTH);
    },
  };
}

function literal(kind: number, text: string, at: Place): Constant {
  if (kind === LiteralKind.Null || kind === LiteralKind.Undefined) return { value: null, prefix: false, at };
  const value = kind === LiteralKind.Boolean ? text === 'true' : kind === LiteralKind.Number ? Number(text) : text;
  return { value, prefix: false, at };
}

/** Texts one after the other; what follows an unknown part leaves a known beginning. */
export function concatenated(left: Constant[], right: Constant[]): Constant[] {
  if (right.length === 0) return left.map((constant) => ({ ...constant, prefix: true }));
  const both = (a: Constant, b: Constant): Constant => ({
    value: textual(a) + textual(b),
    prefix: b.prefix,
    at: a.value === '' ? b.at : a.at,
    environment: a.environment ?? (a.value === '' ? b.environment : undefined),
  });
  return limit(left.flatMap((a) => (a.prefix ? [a] : right.map((b) => both(a, b)))));
}

const textual = ({ value }: Constant): string => (value === null || Array.isArray(value) ? '' : String(value));

/** Addresses on the base they are relative to; an address with a host of its own stays, an unknown one is somewhere below the base. */
export function onBase(addresses: Constant[], bases: Constant[]): Constant[] {
  if (bases.length === 0) return addresses;
  const whole = addresses.filter(
    (address) => address.environment !== undefined || /^([a-z][a-z\d+.-]*:)?\/\//i.test(textual(address)),
  );
  const relative = addresses.filter((address) => !whole.includes(address));
  if (relative.length === 0)
    return whole.length > 0
      ? whole
      : bases.map((base) => (base.prefix ? base : { ...base, value: joinedPath(textual(base), '/'), prefix: true }));
  const joined = bases.flatMap((base) =>
    base.prefix
      ? [base]
      : relative.map((path): Constant => ({ ...base, value: joinedPath(textual(base), textual(path)), prefix: path.prefix })),
  );
  return limit([...whole, ...joined]);
}

const joinedPath = (base: string, path: string): string =>
  path === '' ? base : `${base.replace(/\/$/, '')}/${path.replace(/^\//, '')}`;

const limit = (constants: Constant[]): Constant[] =>
  constants.length > ALTERNATIVES ? constants.slice(0, ALTERNATIVES) : constants;

/** `config.get('SLACK_WEBHOOK_URL')`, `Deno.env.get('API_KEY')`: a setting by its name, written as settings are. */
function settingAsked(reader: Reader, i: number): string | null {
  const method = operandAt(reader, i, 1) === NONE ? '' : reader.module.names[operandAt(reader, i, 1)];
  if ((method !== 'get' && method !== 'getOrThrow') || operandCount(reader, i) < 5) return null;
  const name = textOf(reader, operandAt(reader, i, 4));
  return name !== null && /^[A-Z][A-Z\d]*(?:_[A-Z\d]+)+$/.test(name) ? name : null;
}

const textOf = (reader: Reader, i: number): string | null =>
  i !== NONE && kindAt(reader, i) === Kind.Const && operandAt(reader, i, 0) === LiteralKind.String
    ? reader.module.names[operandAt(reader, i, 1)]
    : null;

/** Name of the global function or class that an instruction calls, or ''. */
function calledGlobal(reader: Reader, i: number): string {
  const callee = operandAt(reader, i, 0);
  const isGlobal =
    operandAt(reader, i, 1) === NONE && kindAt(reader, callee) === Kind.Global && !(flagsAt(reader, callee) & Flag.Import);
  return isGlobal ? reader.module.names[operandAt(reader, callee, 0)] : '';
}

/** `process.env`, `import.meta.env`, `env` of a settings module. */
function isEnvironment(reader: Reader, i: number): boolean {
  if (i === NONE) return false;
  const kind = kindAt(reader, i);
  if (kind === Kind.Get && !(flagsAt(reader, i) & Flag.Computed)) return reader.module.names[operandAt(reader, i, 1)] === 'env';
  if (kind !== Kind.Global) return false;
  const name =
    flagsAt(reader, i) & Flag.Import
      ? reader.module.imports[operandAt(reader, i, 0)].local
      : reader.module.names[operandAt(reader, i, 0)];
  return /^(env|ENV)$/.test(name);
}
