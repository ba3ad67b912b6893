/** Which way a price goes by the bands of a list of ages that stands in the code: `TARIFF.find((row) => age <= row.maxAge).price`. */
import { Flag, Kind, LiteralKind, NONE } from '../../ir';
import type { Program } from '../../link/program';
import type { Direction } from '../../rule/dependence';
import type { Bodies, Body } from '../bodies';
import { elementsOf, entriesOf, onlyValueOf, valueBehind } from '../parts';
import type { Node } from './influence';

interface Band {
  from: number;
  to: number;
  price: number;
}

/** An age that is neither young nor old. */
const USUAL_AGE = 40;
const FROM = /^(min|from|start|lower|over|above)(_?age)?$|^age_?(min|from|start)$/i;
const TO = /^(max|to|until|up_?to|end|upper|under|below|age|limit)(_?age)?$|^age_?(max|to|until|end|limit)$/i;

/** @returns 'unknown' where the value is no number of a row, or the rows are not written out. */
export function directionOfBands(house: { program: Program; bodies: Bodies }, chain: readonly Node[]): Direction {
  const at = chain.findIndex(
    (node, n) => chain[n + 1]?.via === 'predicate' && /^find(Last)?$/.test(calledAt(house.bodies.of(node.fn), node.ordinal)),
  );
  if (at < 1) return 'unknown';
  const body = house.bodies.of(chain[at].fn);
  const call = chain[at].ordinal;
  const bands = readFrom(house.bodies, body, call)
    .map((name) => bandsIn(house, body, body.operand(call, 0), name))
    .find((all) => all.length > 1);
  if (!bands) return 'unknown';
  const usual = bands.find(({ from, to }) => from <= USUAL_AGE && USUAL_AGE <= to);
  if (!usual) return 'unknown';
  if (bands.some(({ price }) => price > usual.price)) return 'surcharge';
  return bands.some(({ price }) => price < usual.price) ? 'discount' : 'unknown';
}

/** Members of the row that a call gives back, straight or by way of a variable. */
function readFrom(bodies: Bodies, body: Body, call: number): string[] {
  const isRow = (i: number): boolean =>
    i === call ||
    (body.kind(i) === Kind.Cast && isRow(body.operand(i, 0))) ||
    (body.kind(i) === Kind.Load && onlyValueOf(bodies, body, i)?.value === call);
  const out: string[] = [];
  for (let i = call + 1; i < body.reader.count; i++)
    if (body.kind(i) === Kind.Get && !body.has(i, Flag.Computed) && isRow(body.operand(i, 0))) out.push(body.name(i, 1));
  return out.filter((name) => !FROM.test(name) && !TO.test(name));
}

const calledAt = (body: Body, i: number): string => (body.kind(i) === Kind.Call ? body.name(i, 1) : '');

function bandsIn(house: { program: Program; bodies: Bodies }, body: Body, list: number, price: string): Band[] {
  const only = list === NONE ? null : valueBehind(house, body, list);
  if (!only) return [];
  const { home } = only;
  const rows = elementsOf(home, withoutCast(home, only.value)).map((row) => ({
    from: numberUnder(home, row, (name) => FROM.test(name)),
    to: numberUnder(home, row, (name) => TO.test(name)),
    price: numberUnder(home, row, (name) => name === price),
  }));
  const bands: Band[] = [];
  for (const [n, row] of rows.entries()) {
    if (row.price === null || (row.from === null && row.to === null)) return [];
    const before = rows[n - 1]?.to ?? -Infinity;
    const after = rows[n + 1]?.from ?? Infinity;
    const from = row.from ?? (row.to !== null && before < row.to ? before : -Infinity);
    const to = row.to ?? (row.from !== null && after > row.from ? after : Infinity);
    bands.push({ from, to, price: row.price });
  }
  return bands;
}

const withoutCast = (body: Body, i: number): number => (body.kind(i) === Kind.Cast ? withoutCast(body, body.operand(i, 0)) : i);

function numberUnder(body: Body, row: number, isIt: (name: string) => boolean): number | null {
  const value = entriesOf(body, withoutCast(body, row)).find(({ name }) => isIt(name))?.value;
  if (value === undefined) return null;
  if (body.kind(value) === Kind.Global && body.name(value, 0) === 'Infinity') return Infinity;
  return body.kind(value) === Kind.Const && body.operand(value, 0) === LiteralKind.Number ? Number(body.name(value, 1)) : null;
}
