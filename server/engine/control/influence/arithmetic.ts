/** Values of the shape `factor · x + addend`: how they are joined, and which of two is more. At most four alternatives of one value. */
export interface Linear {
  factor: number;
  addend: number;
  /** What the unknown is; '' for a constant. */
  of: string;
}

const ALTERNATIVES = 4;

export const opaque = (of: string): Linear => ({ factor: 1, addend: 0, of });
export const constant = (addend: number): Linear => ({ factor: 0, addend, of: '' });
export const scale = ({ factor, addend, of }: Linear, by: number): Linear => ({ factor: factor * by, addend: addend * by, of });

/** A constant declared where we cannot see it: its name tells the sign, which is all a direction needs. */
export function named(name: string): Linear {
  if (/discount|reduction|rebate|concession/i.test(name) && name === name.toUpperCase()) return constant(0.1);
  if (/fee|surcharge|supplement|penalty|extra|upcharge/i.test(name) && name === name.toUpperCase()) return constant(1);
  return opaque(name);
}

export function both(left: Linear[], right: Linear[], operator: string, key: string): Linear[] {
  return limit(
    left.flatMap((a) => right.map((b) => combined(a, b, operator) ?? opaque(`${key}(${print(a)}${operator}${print(b)})`))),
  );
}

export const print = ({ factor, addend, of }: Linear): string => `${factor}${of}+${addend}`;

function combined(a: Linear, b: Linear, operator: string): Linear | null {
  const sign = operator === '-' ? -1 : 1;
  if (operator === '+' || operator === '-') {
    if (a.of !== '' && b.of !== '' && a.of !== b.of) return null;
    return { factor: a.factor + sign * b.factor, addend: a.addend + sign * b.addend, of: a.of || b.of };
  }
  if (operator === '*') return b.of === '' ? scale(a, b.addend) : a.of === '' ? scale(b, a.addend) : null;
  if (operator === '/') return b.of === '' && b.addend !== 0 ? scale(a, 1 / b.addend) : null;
  return null;
}

/** As `limit`, but what comes after too many alternatives is not looked at: n branches on one variable are n stores for each of n loads. */
export function gathered(from: readonly number[], each: (ordinal: number) => Linear[]): Linear[] {
  const out = new Map<string, Linear>();
  for (const ordinal of from) {
    for (const own of each(ordinal)) if (!out.has(print(own))) out.set(print(own), own);
    if (out.size > ALTERNATIVES) return [];
  }
  return [...out.values()];
}

export function limit(all: Linear[]): Linear[] {
  const out: Linear[] = [];
  for (const own of all) if (!out.some((other) => print(other) === print(own))) out.push(own);
  return out.length > ALTERNATIVES ? [] : out;
}

/** Whether `a` is more than `b` for every positive unknown: 1, −1, 0 when equal, null when it depends. */
export function compared(a: Linear, b: Linear): 1 | 0 | -1 | null {
  if (a.of !== b.of && a.factor !== 0 && b.factor !== 0) return null;
  const factor = a.factor - b.factor;
  const addend = a.addend - b.addend;
  if (near(factor) && near(addend)) return 0;
  if (factor >= -1e-9 && addend >= -1e-9) return 1;
  if (factor <= 1e-9 && addend <= 1e-9) return -1;
  return null;
}

const near = (value: number): boolean => Math.abs(value) < 1e-9;
