/** `birthDate.getMonth() === today.getMonth()`: everybody has a birthday, and it says of nobody how old they are. */
import { Kind } from '../../ir';
import type { Node } from './influence';
import type { Found } from './recognise';
import type { Walking } from './steps';

const PARTS = /^get(UTC)?(Month|Date|Day)$/;
/** How far the day is asked for from where the date is read: `new Date(user.birthDate)`, a variable, a parameter. */
const NEAR = 6;

export function isDayOfYear({ bodies }: Walking, node: Node, { category, words }: Found): boolean {
  if (category !== 'birth-date') return false;
  if (/(^|\.)is_?(\w*_)?birthday(\(\)|_?(today|week|month)\b|$)/i.test(words)) return true;
  for (let at = node.parent, n = 0; at && n < NEAR; at = at.parent, n++) {
    const body = bodies.of(at.fn);
    if (body.kind(at.ordinal) === Kind.Binary) return false;
    if (body.kind(at.ordinal) === Kind.Call && PARTS.test(body.name(at.ordinal, 1))) return true;
  }
  return false;
}
