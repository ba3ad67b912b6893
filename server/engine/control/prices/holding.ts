/** Whether an amount of money is among what a value is computed from. */
import { Flag, isComparison, Kind, NONE, OPERATORS } from '../../ir';
import type { Body } from '../bodies';
import type { Amount } from '../influence/site';
import type { Walking } from '../influence/steps';
import { lastName, nameOfCallee } from '../named';
import { alternativesOf } from '../parts';
import { amountOf } from './amounts';

/** Owner of members read from an instruction, as far as a name tells. */
export type OwnerOf = (fn: number, ordinal: number) => string;

export const ARITHMETIC = new Set(['+', '-', '*', '/']);
export const KEEPS = new Set([
  'round',
  'ceil',
  'floor',
  'max',
  'min',
  'abs',
  'trunc',
  'Number',
  'parseFloat',
  'toFixed',
  'times',
  'mul',
  'multiply',
  'plus',
  'add',
  'minus',
  'sub',
  'multipliedBy',
  'multiplyBy',
]);

/** An amount is among what the value is computed from, apart from what is only compared or used as a key. */
export function holdsAmount(parts: Walking, body: Body, i: number, ownerOf: OwnerOf, seen: Set<string> = new Set()): boolean {
  const key = `${body.fn}:${i}`;
  if (i === NONE || seen.size >= MOST || seen.has(key)) return false;
  seen.add(key);
  const holds = (at: number): boolean => holdsAmount(parts, body, at, ownerOf, seen);
  switch (body.kind(i)) {
    case Kind.Binary:
      // How often a price goes into something is no amount.
      if (OPERATORS[body.operand(i, 0)] === '/') return holds(body.operand(i, 1));
      return ARITHMETIC.has(OPERATORS[body.operand(i, 0)]) && (holds(body.operand(i, 1)) || holds(body.operand(i, 2)));
    case Kind.Phi:
      for (let n = 1; body.operand(i, n) !== NONE; n += 2) if (holds(body.operand(i, n))) return true;
      return false;
    case Kind.Cast:
    case Kind.Await:
      return holds(body.operand(i, 0));
    case Kind.Otherwise:
      return holds(body.operand(i, 0)) || holds(body.operand(i, 1));
    case Kind.Call: {
      const method = body.name(i, 1);
      if (/^reduce(Right)?$/.test(method)) return addsAmounts(parts, body, i, ownerOf, seen);
      if (!KEEPS.has(method || nameOfCallee(body, i))) return false;
      for (let n = 4; body.operand(i, n) !== NONE; n++) if (holds(body.operand(i, n))) return true;
      return method !== '' && holds(body.operand(i, 0));
    }
    case Kind.Get:
      return body.has(i, Flag.Computed) ? isPriceList(body, i) : memberAmount(body, i, ownerOf) === 'sure' || isInRow(body, i);
    case Kind.Load:
      if (isYesNo(body, i)) return false;
      return isAmountName(lastName(body, i)) || (body.operand(i, 1) === NONE && storesOf(body, i).some(holds));
    case Kind.Global:
      return isAmountName(lastName(body, i));
    default:
      return false;
  }
}

/** `lines.reduce((sum, line) => sum + line.price, 0)` */
function addsAmounts(parts: Walking, body: Body, call: number, ownerOf: OwnerOf, seen: Set<string>): boolean {
  const run = body.operand(call, 4);
  if (run === NONE || body.kind(run) !== Kind.Closure) return false;
  const each = parts.bodies.of(parts.program.base[body.module] + body.operand(run, 0));
  return each.returns().some((at) => holdsAmount(parts, each, each.operand(at, 0), ownerOf, seen));
}

/** `const matchesPremium = filter === null || plan.isPremium === filter`: whether, and not how much. */
function isYesNo(body: Body, i: number, depth = 4): boolean {
  if (i === NONE || depth === 0) return false;
  const next = (at: number): boolean => isYesNo(body, at, depth - 1);
  switch (body.kind(i)) {
    case Kind.Binary:
      return isComparison(body.operand(i, 0));
    case Kind.Unary:
      return OPERATORS[body.operand(i, 0)] === '!';
    case Kind.Phi:
      return alternativesOf(body, i).every(next);
    case Kind.Load: {
      const stores = body.operand(i, 1) === NONE ? storesOf(body, i) : [];
      return stores.length > 0 && stores.every(next);
    }
    default:
      return false;
  }
}

/** Instructions that are looked at behind one value. */
const MOST = 48;

const isAmountName = (name: string): boolean => amountOf(name) === 'sure' && !LISTS.test(name);

/** What a variable of the function holds where it is read. */
export const storesOf = (body: Body, load: number): number[] =>
  body.reaching(load, body.operand(load, 0)).map((store) => body.operand(store, 1));

/** `PRICES[plan]`, `FARES[zone][time]`: one of a table of prices. */
function isPriceList(body: Body, i: number): boolean {
  let table = i;
  while (body.kind(table) === Kind.Get && body.has(table, Flag.Computed)) table = body.operand(table, 0);
  return table !== NONE && LISTS.test(lastName(body, table));
}

/** `BASE_RATES[ageRange].base`, the row in a variable or not. */
function isInRow(body: Body, i: number): boolean {
  const object = body.operand(i, 0);
  const rows = body.kind(object) === Kind.Load && body.operand(object, 1) === NONE ? storesOf(body, object) : [object];
  return rows.some((row) => row !== NONE && body.kind(row) === Kind.Get && body.has(row, Flag.Computed) && isTariff(body, row));
}

/** "BASE_RATES": several of what one is surely a price of. */
function isTariff(body: Body, row: number): boolean {
  const name = lastName(body, body.operand(row, 0));
  return /(price|fare|premium|tariff|rate)s$/i.test(name) && amountOf(name.replace(/s$/i, '')) === 'sure';
}

/** "fees" may be what they add up to; these are several. */
const LISTS = /(price|fare|premium|tariff)s$/i;

/** Of a member that is read or set; the owner is asked for only where it matters. */
export function memberAmount(body: Body, i: number, ownerOf: OwnerOf): Amount | null {
  if (body.has(i, Flag.Computed)) return null;
  const amount = amountOf(body.name(i, 1));
  if (amount !== 'maybe') return amount;
  // A room is a room, whatever the list is called that it is taken from.
  const own = amountOf(body.name(i, 1), lastName(body, body.operand(i, 0)));
  return own === 'sure' ? own : amountOf(body.name(i, 1), ownerOf(body.fn, body.operand(i, 0)));
}
