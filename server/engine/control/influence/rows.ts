/** Which way a price goes by the rows of the table that it is taken from. */
import { Flag, Kind } from '../../ir';
import type { Direction } from '../../rule/dependence';
import type { Bodies, Spot } from '../bodies';
import { isConstant, type Sum } from './arithmetic';
import { isUnchanged, more } from './arms';
import { isConcession, isUsual } from './concessions';
import type { Evaluator } from './evaluator';
import type { Node } from './influence';

const ROWS = 64;
const UNKNOWN = { direction: 'unknown', byAge: false } as const;
/** Whichever row is taken, it is the same. */
const SAME = { ...UNKNOWN, isSame: true } as const;

/** @param read where a row is read, on the way back from the value */
export function directionOfRows(
  bodies: Bodies,
  evaluator: Evaluator,
  value: Spot,
  read: Node,
): { direction: Direction; byAge: boolean; isSame?: boolean } {
  const body = bodies.of(read.fn);
  if (body.kind(read.ordinal) !== Kind.Get || !body.has(read.ordinal, Flag.Computed)) return UNKNOWN;
  const key = `${read.fn}:${read.ordinal}`;
  const rows = evaluator.rows(read).map((name) => ({ name, values: evaluator.of(value, { row: { key, name } }) }));
  if (rows.length < 2 || rows.length > ROWS) return UNKNOWN;
  // Where the row makes no difference to what is known of the value, nothing is known of the rows.
  const [{ values: first }] = rows;
  const isNumber = first.length === 1 && isConstant(first[0]);
  const isRead = isNumber || more(evaluator.of(value, {}), first) !== 0;
  if (isRead && rows.every(({ values }) => more(values, first) === 0)) return SAME;
  const usual = rows.find((row) => isUsual(row.name)) ?? rows.find(({ values }) => values.length > 0 && values.every(isPlain));
  if (!usual) return UNKNOWN;
  const others = rows.filter((row) => row !== usual).map((row) => ({ name: row.name, sign: more(row.values, usual.values) }));
  if (others.some((row) => row.sign === 1)) return { direction: 'surcharge', byAge: false };
  const lower = others.filter((row) => row.sign === -1);
  if (lower.length === 0 || others.some((row) => row.sign === null)) return UNKNOWN;
  return { direction: 'discount', byAge: lower.every((row) => isConcession(row.name)) };
}

/** Nothing is added, and it is multiplied with one. */
const isPlain = (own: Sum): boolean => (isConstant(own) ? own.addend === 1 : isUnchanged(own));
