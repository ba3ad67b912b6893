/** What callers hand over as a parameter of a function, or as a member of it: arguments of calls, attributes of elements. */
import { Kind, NONE } from '../../ir';
import { kindAt, operandAt, operandCount, writtenEntries } from '../../link/reader';
import { attributeAt, type Base, type Spot } from '../guards/control';
import type { Uses } from '../guards/uses';

const CALLERS = 8;

/** Empty when some caller is not known, or hands over something that cannot be followed. */
export function givenBy(base: Base, uses: Uses, fn: number, position: number, path: readonly string[]): Spot[] {
  const out: Spot[] = [];
  const found = uses.of(fn);
  if (found.length === 0 || found.length > CALLERS) return [];
  for (const use of found) {
    const reader = base.reader(use.fn);
    let value = NONE;
    let rest = path;
    if (use.kind === 'element' && position === 0 && path.length > 0) {
      value = attributeAt(base, use, path[0]);
      rest = path.slice(1);
    }
    if (use.kind === 'call' && kindAt(reader, use.ordinal) === Kind.Call && 4 + position < operandCount(reader, use.ordinal))
      value = operandAt(reader, use.ordinal, 4 + position);
    for (const name of rest) value = writtenEntries(reader, value).find((entry) => entry.key === name)?.value ?? NONE;
    if (value === NONE) return [];
    out.push({ fn: use.fn, ordinal: value });
  }
  return out;
}
