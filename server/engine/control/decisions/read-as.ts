/** A verdict that is read, not made: the same member of another record, or one that somebody sends in its place. */
import { Flag, Kind } from '../../ir';
import type { Body } from '../bodies';
import { alternativesOf } from '../parts';

/** `row.status`, `row.status ?? 'new'` */
export const isReadAs = (body: Body, value: number, name: string): boolean => {
  switch (body.kind(value)) {
    case Kind.Cast:
    case Kind.Otherwise:
      return isReadAs(body, body.operand(value, 0), name);
    case Kind.Get:
      return !body.has(value, Flag.Computed) && body.name(value, 1) === name;
    default:
      return false;
  }
};

/** `existing?.score || null`: a grade that was given before, where there is one. */
export const isReadOrNone = (body: Body, value: number): boolean => {
  if (body.kind(value) === Kind.Get) return true;
  if (body.kind(value) !== Kind.Phi) return false;
  const [read, none, ...more] = alternativesOf(body, value);
  if (none === undefined || more.length > 0 || body.kind(read) !== Kind.Get || !body.isNothing(none)) return false;
  return body.conditions(body.cfg().blockOf[none], 0).includes(read);
};

/** `rule.score = body.segmentScore || rule.score`: who sends another one has decided. */
export const isEdited = (body: Body, value: number, name: string): boolean => {
  if (body.kind(value) !== Kind.Phi) return false;
  const [sent, kept, ...more] = alternativesOf(body, value);
  if (kept === undefined || more.length > 0 || body.kind(sent) !== Kind.Get || !isReadAs(body, kept, name)) return false;
  return body.conditions(body.cfg().blockOf[kept], 0).includes(sent);
};
