/** Values that say how many there are of something. */
import { Flag, Kind, NONE, OPERATORS } from '../../ir';
import type { Body } from '../bodies';

/** `eligible++` */
export const isOneMore = (body: Body, value: number): boolean =>
  body.kind(value) === Kind.Binary &&
  OPERATORS[body.operand(value, 0)] === '+' &&
  body.kind(body.operand(value, 2)) === Kind.Const &&
  body.name(body.operand(value, 2), 1) === '1';

/** A length, or a variable that is counted up from nought. */
export const isCount = (body: Body, value: number): boolean => {
  if (body.kind(value) === Kind.Load && (body.operand(value, 1) === NONE || body.operand(value, 1) === body.index)) {
    const values = body.reaching(value, body.operand(value, 0)).map((at) => body.operand(at, 1));
    const isCounted = (at: number): boolean => body.kind(at) !== Kind.Load && (isCount(body, at) || isOneMore(body, at));
    return values.some(isCounted) && values.every((at) => isCounted(at) || body.name(at, 1) === '0');
  }
  return body.kind(value) === Kind.Get && !body.has(value, Flag.Computed) && /^(length|size)$/.test(body.name(value, 1));
};
