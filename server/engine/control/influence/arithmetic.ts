/**
 * Amounts as sums of products of unknowns, and a number: how they are joined, and which of two is more.
 * Unknowns are prices, counts and rates, of which none is below nought. At most four alternatives of one value.
 */
export interface Sum {
  /** How often each product of unknowns is in it, by its name ("nights*rate"); none of them nought times. */
  terms: ReadonlyMap<string, number>;
  addend: number;
}

const ALTERNATIVES = 4;
/** Products in one sum, and factors in one product; what is more is one unknown. */
const TERMS = 12;
const FACTORS = 6;

export const opaque = (name: string): Sum => ({ terms: new Map([[name, 1]]), addend: 0 });
export const constant = (addend: number): Sum => ({ terms: new Map(), addend });
export const isConstant = ({ terms }: Sum): boolean => terms.size === 0;

/** The name of the one unknown that it is, neither changed nor added to; '' for anything else. */
export function unknownOf({ terms, addend }: Sum): string {
  const [[name = '', factor = 0] = [], ...others] = terms;
  return factor === 1 && addend === 0 && others.length === 0 ? name : '';
}

export const scale = ({ terms, addend }: Sum, by: number): Sum => ({
  terms: new Map(by === 0 ? [] : [...terms].map(([name, factor]) => [name, factor * by])),
  addend: addend * by,
});

/** A constant declared where we cannot see it: its name tells the sign, which is all a direction needs. */
export function named(name: string): Sum {
  if (/discount|reduction|rebate|concession/i.test(name) && name === name.toUpperCase()) return constant(0.1);
  if (/fee|surcharge|supplement|penalty|extra|upcharge/i.test(name) && name === name.toUpperCase()) return constant(1);
  return opaque(name);
}

export function both(left: Sum[], right: Sum[], operator: string, key: string): Sum[] {
  return limit(
    left.flatMap((a) => right.map((b) => combined(a, b, operator) ?? opaque(`${key}(${print(a)}${operator}${print(b)})`))),
  );
}

export const print = ({ terms, addend }: Sum): string =>
  [...[...terms].map(([name, factor]) => `${factor}${name}`).sort(), addend].join('+');

function combined(a: Sum, b: Sum, operator: string): Sum | null {
  if (operator === '+') return added(a, b);
  if (operator === '-') return added(a, scale(b, -1));
  if (operator === '*') return multiplied(a, b);
  if (operator !== '/') return null;
  if (isConstant(b)) return b.addend === 0 ? null : scale(a, 1 / b.addend);
  // By how much it is divided says nothing of what is divided.
  return multiplied(a, opaque(`/(${print(b)})`));
}

function added(a: Sum, b: Sum): Sum | null {
  const terms = new Map(a.terms);
  for (const [name, factor] of b.terms) terms.set(name, (terms.get(name) ?? 0) + factor);
  for (const [name, factor] of terms) if (near(factor)) terms.delete(name);
  return terms.size > TERMS ? null : { terms, addend: a.addend + b.addend };
}

function multiplied(a: Sum, b: Sum): Sum | null {
  if (isConstant(b)) return scale(a, b.addend);
  if (isConstant(a)) return scale(b, a.addend);
  let out: Sum | null = added(scale(a, b.addend), scale({ ...b, addend: 0 }, a.addend));
  for (const [name, factor] of a.terms) {
    for (const [other, by] of b.terms) {
      const factors = [...factorsOf(name), ...factorsOf(other)].sort();
      if (out === null || factors.length > FACTORS) return null;
      out = added(out, { terms: new Map([[factors.join(TIMES), factor * by]]), addend: 0 });
    }
  }
  return out;
}

const TIMES = ' · ';
const factorsOf = (name: string): string[] => name.split(TIMES);

/** As `limit`, but what comes after too many alternatives is not looked at: n branches on one variable are n stores for each of n loads. */
export function gathered(from: readonly number[], each: (ordinal: number) => Sum[]): Sum[] {
  const out = new Map<string, Sum>();
  for (const ordinal of from) {
    for (const own of each(ordinal)) if (!out.has(print(own))) out.set(print(own), own);
    if (out.size > ALTERNATIVES) return [];
  }
  return [...out.values()];
}

export function limit(all: Sum[]): Sum[] {
  const out = new Map<string, Sum>();
  for (const own of all) if (!out.has(print(own))) out.set(print(own), own);
  return out.size > ALTERNATIVES ? [] : [...out.values()];
}

/** Whether `a` is more than `b` whatever the unknowns are: 1, −1, 0 when equal, null when it depends. */
export function compared(a: Sum, b: Sum): 1 | 0 | -1 | null {
  const names = new Set([...a.terms.keys(), ...b.terms.keys()]);
  const differences = [...names].map((name) => (a.terms.get(name) ?? 0) - (b.terms.get(name) ?? 0));
  differences.push(a.addend - b.addend);
  const isUp = differences.some((own) => own > 0 && !near(own));
  const isDown = differences.some((own) => own < 0 && !near(own));
  if (isUp && isDown) return byRatio(a, b);
  return isUp ? 1 : isDown ? -1 : 0;
}

/** `(price - price · x) · 0.9` beside `price - price · x`: nine tenths of an amount are less, whatever it is; null where it is no part. */
function byRatio(a: Sum, b: Sum): 1 | -1 | null {
  const names = [...b.terms.keys()];
  if (a.terms.size !== names.length || near(a.addend) !== near(b.addend)) return null;
  const ratios = names.map((name) => (a.terms.get(name) ?? 0) / b.terms.get(name)!);
  if (!near(b.addend)) ratios.push(a.addend / b.addend);
  const [ratio = 0] = ratios;
  if (ratio <= 0 || ratios.some((own) => !near(own - ratio))) return null;
  return ratio > 1 ? 1 : -1;
}

const near = (value: number): boolean => Math.abs(value) < 1e-9;
