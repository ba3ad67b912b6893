/** Which way a price goes by the number that stands beside a condition: `factors.push(0.8)`, `{ when: (p) => p.age > 64, factor: 0.8 }`. */
import { Kind, LiteralKind, NONE, OPERATORS } from '../../ir';
import { living, type Bodies, type Body } from '../bodies';
import { argumentsOf, elementsOf, entriesOf } from '../parts';
import { usersOf } from './audience';
import type { Node } from './influence';
import { changesOf } from './step-variables';

/** 1: more is paid where it holds, -1: less; 0 where the number does not tell. */
export type Sign = 1 | -1 | 0;

/** Names of numbers that put rules in order or say for whom they are. */
const OTHER = /^(id|order|priority|prio|rank|min|max|from|to|age|minAge|maxAge|limit|weight|sort|index|until|threshold)$/i;
const FACTORS = /factor|multipl|coefficient|rate|ratio/i;
const TAKEN_OFF = /discount|rebate|reduction|deduction|concession|off$/i;

/** What is added to a list under a condition: the sign where the condition holds. */
export function signOfAdded(bodies: Bodies, node: Node): Sign {
  for (const { given, holds } of addedUnder(bodies, node)) {
    const sign = signOf(bodies.of(node.fn), given, '');
    if (sign !== 0) return holds ? sign : sign === 1 ? -1 : 1;
  }
  return 0;
}

/** What is put into a list where a condition holds, or where it does not, and on the other way only for another reason, if at all. */
export function addedUnder(bodies: Bodies, { fn, ordinal }: Node): { given: number; holds: boolean }[] {
  const body = bodies.of(fn);
  const cfg = body.cfg();
  const open = (outcome: boolean): ReturnType<typeof living> =>
    living(cfg, (edge) => edge.condition === ordinal && edge.when === !outcome);
  const [yes, no] = [open(true), open(false)];
  /** `isSenior || isDisabled`: which of the outcomes is enough. */
  const leads = (block: number, outcome: boolean): boolean =>
    cfg.out.some((edges) => edges.some((edge) => edge.condition === ordinal && edge.when === outcome && edge.to === block));
  return [...changesOf(body).values()].flat().flatMap((at) => {
    const block = cfg.blockOf[at];
    const [given] = body.kind(at) === Kind.Call ? argumentsOf(body, at) : [];
    if (given === undefined) return [];
    if (yes.has(block) !== no.has(block)) return [{ given, holds: yes.has(block) }];
    return leads(block, true) === leads(block, false) ? [] : [{ given, holds: leads(block, true) }];
  });
}

/** The number in the row of a table whose condition a function is. */
export function signOfRow(bodies: Bodies, fn: number): Sign {
  const inner = bodies.of(fn);
  const { parent } = inner.reader.module.functions[inner.index];
  if (parent < 0) return 0;
  const body = bodies.of(fn - inner.index + parent);
  for (let i = 0; i < body.reader.count; i++) {
    if (body.kind(i) !== Kind.Closure || body.operand(i, 0) !== inner.index) continue;
    const [row] = (usersOf(body).get(i) ?? []).filter((at) => body.kind(at) === Kind.Object || body.kind(at) === Kind.Array);
    return row === undefined ? 0 : signOf(body, row, '');
  }
  return 0;
}

/** Of a number, or of the only number in a record that can be one. */
function signOf(body: Body, i: number, name: string): Sign {
  const number = numberOf(body, i);
  if (number !== null) return signOfNumber(number, name);
  const inner =
    body.kind(i) === Kind.Array
      ? elementsOf(body, i).map((value) => ({ name: '', value }))
      : entriesOf(body, i).filter((entry) => !OTHER.test(entry.name));
  const numbers = inner.filter(({ value }) => numberOf(body, value) !== null);
  return numbers.length === 1 ? signOf(body, numbers[0].value, numbers[0].name) : 0;
}

function signOfNumber(number: number, name: string): Sign {
  if (number === 0) return 0;
  if (TAKEN_OFF.test(name)) return number > 0 ? -1 : 1;
  if (number < 0) return -1;
  // A number below one makes less of a price; one of a few is a factor where it is called so, and has a fraction.
  if (number < 1) return FACTORS.test(name) || name === '' ? -1 : 0;
  if (number < 4 && (FACTORS.test(name) || !Number.isInteger(number))) return number === 1 ? 0 : 1;
  return name === '' || /amount|add|extra|surcharge|fee|plus/i.test(name) ? 1 : 0;
}

function numberOf(body: Body, i: number): number | null {
  if (i === NONE) return null;
  if (body.kind(i) === Kind.Unary && OPERATORS[body.operand(i, 0)] === '-') {
    const own = numberOf(body, body.operand(i, 1));
    return own === null ? null : -own;
  }
  return body.kind(i) === Kind.Const && body.operand(i, 0) === LiteralKind.Number ? Number(body.name(i, 1)) : null;
}
