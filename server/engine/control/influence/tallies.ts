/** Values that say how many there are of something. */
import { Flag, Kind, NONE, OPERATORS } from '../../ir';
import type { Bodies, Body } from '../bodies';
import { alternativesOf } from '../parts';
import type { Node } from './influence';

/** `eligible++` */
export const isOneMore = (body: Body, value: number): boolean =>
  body.kind(value) === Kind.Binary &&
  OPERATORS[body.operand(value, 0)] === '+' &&
  body.kind(body.operand(value, 2)) === Kind.Const &&
  body.name(body.operand(value, 2), 1) === '1';

/** `stages.get('hired') ?? 0`: nobody is decided about by nought. */
function isNoughtOtherwise(body: Body, value: number): boolean {
  const parts: number[] = [];
  if (body.kind(value) === Kind.Otherwise) parts.push(body.operand(value, 0), body.operand(value, 1));
  if (body.kind(value) === Kind.Phi) parts.push(...alternativesOf(body, value));
  const isNought = (at: number): boolean => body.kind(at) === Kind.Const && body.name(at, 1) === '0';
  const read = parts.find((at) => READS.has(body.kind(at)));
  if (parts.length !== 2 || read === undefined || !parts.some(isNought)) return false;
  return body.kind(value) === Kind.Otherwise || isTested(body, read);
}

/** It is taken where it is there: `stages.get('hired') || 0`. */
const isTested = (body: Body, value: number): boolean =>
  body.cfg().out.some((edges) => edges.some(({ condition }) => condition === value));

const READS: ReadonlySet<Kind> = new Set([Kind.Get, Kind.Call, Kind.Load]);

/** A length, or a variable that is counted up from nought. */
export const isCount = (body: Body, value: number): boolean => {
  if (body.kind(value) === Kind.Load && (body.operand(value, 1) === NONE || body.operand(value, 1) === body.index)) {
    const values = body.reaching(value, body.operand(value, 0)).map((at) => body.operand(at, 1));
    const isCounted = (at: number): boolean => body.kind(at) !== Kind.Load && (isCount(body, at) || isOneMore(body, at));
    return values.some(isCounted) && values.every((at) => isCounted(at) || body.name(at, 1) === '0');
  }
  if (isNoughtOtherwise(body, value)) return true;
  return body.kind(value) === Kind.Get && !body.has(value, Flag.Computed) && /^(length|size)$/.test(body.name(value, 1));
};

/** `items.length === 0`: whether there are any. */
export function asksIfAny(bodies: Bodies, { parent }: Node): boolean {
  if (!parent?.parent) return false;
  const { via, ordinal } = parent;
  if (via === 'branch') return true;
  const body = bodies.of(parent.parent.fn);
  const asking = parent.parent.ordinal;
  if (via !== 'compare' || body.kind(asking) !== Kind.Binary) return via === 'compare';
  const limit = [1, 2].map((n) => body.operand(asking, n)).find((own) => own !== ordinal) ?? NONE;
  return limit !== NONE && body.kind(limit) === Kind.Const && Number(body.name(limit, 1)) === 0;
}
