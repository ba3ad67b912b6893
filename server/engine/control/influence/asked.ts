/** Whether a way back only asks if there is a value, not what is in it. */
import type { Bodies } from '../bodies';
import type { Node } from './influence';

/** `if (payload)`: whether there is one, which is not what it holds. */
export function isOnlyAsked(bodies: Bodies, node: Node): boolean {
  for (let at: Node | null = node; at; at = at.parent) {
    if (at.via === 'branch' || at.via === 'present' || at.via === 'count') return true;
    // By what is written into the condition of a query a row is found.
    if (at.via === 'predicate' && at !== node) return at.parent?.fn !== at.fn;
    if (at.via !== 'same' && !isMapped(bodies, at)) return false;
  }
  return false;
}

/** The list that `list.map(…)` goes through. */
function isMapped(bodies: Bodies, { fn, ordinal, via, parent }: Node): boolean {
  if (via !== 'call' || parent?.fn !== fn) return false;
  const body = bodies.of(fn);
  return body.operand(parent.ordinal, 0) === ordinal && /^(map|flatMap)$/.test(body.name(parent.ordinal, 1));
}
