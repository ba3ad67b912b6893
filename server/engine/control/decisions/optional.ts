/** Conditions of a search: whoever asks may say whom to look for, or leave it. */
import { Kind, NONE } from '../../ir';
import type { Body } from '../bodies';
import { lastName } from '../named';
import { areSameLoad, withoutNot } from '../parts';

/**
 * `!gender || one.gender === gender`, `!ride.womenOnly || driver.gender === 'female'`
 *
 * @param own the side of the comparison that is the attribute
 */
export function isOptional(body: Body, comparison: number, own: number): boolean {
  const asked = conditionsOf(body);
  if (asked.some((at) => ONLY.test(lastName(body, at)))) return true;
  const other = [1, 2].map((n) => body.operand(comparison, n)).find((at) => at !== own) ?? NONE;
  const held = converted(body, other);
  return asked.some((at) => areSameLoad(body, held, at) || isOpen(body, held, at));
}

/** What ways part by, apart from a negation. */
const conditionsOf = (body: Body): number[] =>
  body.cfg().out.flatMap((edges) => edges.flatMap(({ condition, when }) => (when === null ? [] : [withoutNot(body, condition)])));

/** Who asks for it wants to be among their own. */
const ONLY =
  /(wom[ae]n|female|lad(y|ies)|girls?)_?only|only_?(wom[ae]n|female|lad(y|ies)|girls?)|(same|preferred|requested)_?(sex|gender)/i;

/** `Number(minAge)` */
const converted = (body: Body, i: number): number =>
  i !== NONE && body.kind(i) === Kind.Call && /^(Number|parseInt|parseFloat|String|Date)$/.test(lastName(body, i))
    ? converted(body, body.operand(i, 4))
    : i;

/** `gender === 'all'` */
const isOpen = (body: Body, one: number, condition: number): boolean => {
  if (body.kind(condition) !== Kind.Binary) return false;
  const sides = [body.operand(condition, 1), body.operand(condition, 2)];
  return sides.some((at) => areSameLoad(body, one, at)) && sides.some((at) => /^(all|any|both|)$/i.test(body.text(at) ?? '-'));
};
