/** A list of which nothing is asked but how many are in it: `const hired = people.filter(isWoman); return hired.length / people.length`. */
import { Flag, Kind, NONE } from '../../ir';
import { operandValues } from '../../link/operands';
import type { Body } from '../bodies';
import type { Walking } from '../influence/steps';
import type { Verdict } from './verdicts';

export function isOnlyCounted(parts: Walking, { fn, ordinal }: Verdict): boolean {
  const body = parts.bodies.of(fn);
  if (body.index === 0 || body.kind(ordinal) !== Kind.Store || body.operand(ordinal, 2) !== NONE) return false;
  const all = readingsOf(parts, body, body.operand(ordinal, 0));
  return all.length > 0 && all.every(({ home, load }) => isCounted(home, load));
}

/** Where a variable of the function is read, in it or in one that is written inside. */
function readingsOf({ program, bodies }: Walking, body: Body, slot: number): { home: Body; load: number }[] {
  return body.reader.module.functions.flatMap((_, index) => {
    const home = index === body.index ? body : bodies.of(program.base[body.module] + index);
    const owner = (i: number): number => (home.operand(i, 1) === NONE ? index : home.operand(i, 1));
    return Array.from({ length: home.reader.count }, (_, i) => i).flatMap((i) =>
      home.kind(i) === Kind.Load && home.operand(i, 0) === slot && owner(i) === body.index ? [{ home, load: i }] : [],
    );
  });
}

const isCounted = (body: Body, load: number): boolean => {
  const users = Array.from({ length: body.reader.count }, (_, i) => i).filter((i) =>
    operandValues(body.reader, i).includes(load),
  );
  return (
    users.length > 0 &&
    users.every((at) => body.kind(at) === Kind.Get && !body.has(at, Flag.Computed) && /^(length|size)$/.test(body.name(at, 1)))
  );
};
