/** What a literal, a call and a variable of a function are made of. */
import { EntryKind, Flag, Kind, NONE, OPERATORS } from '../ir';
import type { Program } from '../link/program';
import type { Bodies, Body } from './bodies';

/** Entries of an object literal; those whose name is not written (`...rest`, `[key]`) have ''. Of anything else, none. */
export function entriesOf(body: Body, object: number): { name: string; value: number }[] {
  const out: { name: string; value: number }[] = [];
  if (object === NONE || body.kind(object) !== Kind.Object) return out;
  for (let n = 0; body.operand(object, n + 2) !== NONE; n += 3) {
    const isNamed = body.operand(object, n) === EntryKind.Static;
    out.push({ name: isNamed ? body.name(object, n + 1) : '', value: body.operand(object, n + 2) });
  }
  return out;
}

/** Elements of an array literal. */
export function elementsOf(body: Body, array: number): number[] {
  const out: number[] = [];
  if (body.kind(array) !== Kind.Array) return out;
  for (let n = 1; body.operand(array, n) !== NONE; n += 2) out.push(body.operand(array, n));
  return out;
}

/** Values of which a phi is one. */
export function alternativesOf(body: Body, phi: number): number[] {
  const out: number[] = [];
  for (let n = 1; body.operand(phi, n) !== NONE; n += 2) out.push(body.operand(phi, n));
  return out;
}

/** Whether the n-th element of an array literal is a list that is spread. */
export const isSpread = (body: Body, array: number, n: number): boolean => body.operand(array, 2 * n) === 1;

/** Two readings of one variable. */
export const areSameLoad = (body: Body, a: number, b: number): boolean =>
  a !== NONE &&
  b !== NONE &&
  [a, b].every((i) => body.kind(i) === Kind.Load) &&
  [0, 1].every((n) => body.operand(a, n) === body.operand(b, n));

/** The same for members of them: `groups[name]` twice. */
export function areSameRead(body: Body, a: number, b: number): boolean {
  if (a === NONE || b === NONE || body.kind(a) !== body.kind(b)) return false;
  if (a === b) return true;
  if (body.kind(a) !== Kind.Get) return areSameLoad(body, a, b);
  if (body.has(a, Flag.Computed) !== body.has(b, Flag.Computed)) return false;
  const isSameKey = body.has(a, Flag.Computed)
    ? areSameRead(body, body.operand(a, 1), body.operand(b, 1))
    : body.name(a, 1) === body.name(b, 1);
  return isSameKey && areSameRead(body, body.operand(a, 0), body.operand(b, 0));
}

/** Values that a call is given. */
export function argumentsOf(body: Body, call: number): number[] {
  const out: number[] = [];
  for (let n = 4; body.operand(call, n) !== NONE; n++) out.push(body.operand(call, n));
  return out;
}

/** The value of a variable, of this module or imported from another one, that is stored once; null for any other expression. */
export function valueBehind(
  { program, bodies }: { program: Program; bodies: Bodies },
  body: Body,
  i: number,
): { home: Body; value: number } | null {
  if (body.kind(i) === Kind.Load) return onlyValueOf(bodies, body, i);
  if (body.kind(i) !== Kind.Global || !body.has(i, Flag.Import)) return null;
  const target = program.imported(body.module, body.operand(i, 0));
  if (target.kind !== 'slot') return null;
  const home = bodies.of(program.base[target.module]);
  const [only, ...others] = home.stores(target.slot);
  return only?.fn === home.fn && others.length === 0 ? { home, value: home.operand(only.ordinal, 1) } : null;
}

/** The value of a variable that is stored once, by the function that it belongs to; null for any other. */
export function onlyValueOf(bodies: Bodies, body: Body, load: number): { home: Body; value: number } | null {
  const owner = body.operand(load, 1);
  const home = owner === NONE ? body : bodies.of(body.fn - body.index + owner);
  const [only, ...others] = home.stores(body.operand(load, 0));
  return only?.fn === home.fn && others.length === 0 ? { home, value: home.operand(only.ordinal, 1) } : null;
}

/** The object literal that a value is, through casts, variables that are stored once and `Object.freeze`; null for any other. */
export function literalBehind(
  house: { program: Program; bodies: Bodies },
  body: Body,
  i: number,
  depth = 6,
): { body: Body; ordinal: number } | null {
  if (i === NONE || depth === 0) return null;
  const next = (home: Body, at: number): { body: Body; ordinal: number } | null => literalBehind(house, home, at, depth - 1);
  switch (body.kind(i)) {
    case Kind.Object:
      return { body, ordinal: i };
    case Kind.Cast:
      return next(body, body.operand(i, 0));
    case Kind.Call:
      return body.name(i, 1) === 'freeze' ? next(body, body.operand(i, 4)) : null;
    default: {
      const only = valueBehind(house, body, i);
      return only && next(only.home, only.value);
    }
  }
}

/** `PRICES[plan]`: the rows any of which it may be; a literal itself where it is one. */
export function tablesBehind(
  house: { program: Program; bodies: Bodies },
  body: Body,
  i: number,
): { body: Body; ordinal: number }[] {
  const own = literalBehind(house, body, i);
  if (own) return [own];
  const only = i !== NONE && body.kind(i) === Kind.Load ? onlyValueOf(house.bodies, body, i) : { home: body, value: i };
  if (!only || only.value === NONE || only.home.kind(only.value) !== Kind.Get || !only.home.has(only.value, Flag.Computed))
    return [];
  const table = literalBehind(house, only.home, only.home.operand(only.value, 0));
  const rows = table ? entriesOf(table.body, table.ordinal).map(({ value }) => value) : [];
  return table && rows.every((row) => table.body.kind(row) === Kind.Object)
    ? rows.map((ordinal) => ({ body: table.body, ordinal }))
    : [];
}

/** The value that an object literal has under a name; NONE where it has none of that name. */
export const valueIn = (body: Body, object: number, name: string): number =>
  name === '' ? NONE : (entriesOf(body, object).find((entry) => entry.name === name)?.value ?? NONE);

/** Position of the parameter that a value is, as it was given; NONE for any other value. */
export function parameterOf(body: Body, i: number): number {
  if (i === NONE) return NONE;
  if (body.kind(i) === Kind.Param) return body.operand(i, 0);
  if (body.kind(i) !== Kind.Load || (body.operand(i, 1) !== NONE && body.operand(i, 1) !== body.index)) return NONE;
  const [only, ...others] = body.stores(body.operand(i, 0));
  return only?.fn === body.fn && others.length === 0 ? parameterOf(body, body.operand(only.ordinal, 1)) : NONE;
}

/** What is asked, whatever is negated of it. */
export const withoutNot = (body: Body, i: number): number =>
  i !== NONE && body.kind(i) === Kind.Unary && OPERATORS[body.operand(i, 0)] === '!' ? withoutNot(body, body.operand(i, 1)) : i;
