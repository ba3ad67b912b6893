/** Of two prices the one that the other is made of: `level > 0.15 ? normal : normal + 2`. */
import { Kind, NONE, OPERATORS } from '../../ir';
import type { Body } from '../bodies';
import { alternativesOf, areSameLoad } from '../parts';
import { compared, type Sum } from './arithmetic';
import type { Evaluator } from './evaluator';
import type { Site } from './site';

/** Prices that a site may have are compared two by two. */
const FEW = 6;

/** Which arm is the price that the other one changes: 1 for true, −1 for false, 0 when neither is. */
export function baseArm(body: Body, evaluator: Evaluator, site: Site, yes: readonly Sum[], no: readonly Sum[]): 1 | -1 | 0 {
  const values = pricesOf(body, site);
  if (values.length > FEW) return 0;
  const base = values.find((own) => values.some((other) => other !== own && isMadeOf(body, other, own)));
  if (base === undefined) return 0;
  const sums = evaluator.of({ fn: body.fn, ordinal: base }, {});
  const isIn = (arm: readonly Sum[]): boolean => arm.every((own) => sums.some((sum) => compared(own, sum) === 0));
  return isIn(yes) === isIn(no) ? 0 : isIn(yes) ? 1 : -1;
}

/** What is returned, or what the site's value is on either way. */
function pricesOf(body: Body, site: Site): number[] {
  const ends = body.kind(site.ordinal) === Kind.Return ? body.returns().map((end) => body.operand(end, 0)) : [site.value];
  return ends.filter((i) => i !== NONE).flatMap((i) => (body.kind(i) === Kind.Phi ? alternativesOf(body, i) : [i]));
}

/** The other price is an operand of its sum or product. */
export const isMadeOf = (body: Body, whole: number, part: number): boolean =>
  body.kind(whole) === Kind.Binary &&
  /^[-+*/]$/.test(OPERATORS[body.operand(whole, 0)]) &&
  [body.operand(whole, 1), body.operand(whole, 2)].some((i) => i === part || areSameLoad(body, i, part));
