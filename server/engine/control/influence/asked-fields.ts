/** `switch (field) { case 'age': if (value < 25) return 0.3; }`: a parameter is what the case says that holds there. */
import { Kind, OPERATORS } from '../../ir';
import type { Body } from '../bodies';
import { parameterOf } from '../parts';
import type { Node } from './influence';

export interface AskedField {
  /** "age" */
  name: string;
  /** What the same thing is asked about elsewhere in the function: "annualIncome". */
  others: readonly string[];
}

/** The field whose value a parameter is where it is compared or looked up; null where no case says so. */
export function askedField(body: Body, { fn, ordinal, via, parent }: Node): AskedField | null {
  if ((via !== 'compare' && via !== 'lookup') || parent?.fn !== fn || parameterOf(body, ordinal) < 0) return null;
  const cfg = body.cfg();
  const at = cfg.blockOf[ordinal];
  for (const condition of body.conditions(at, 0)) {
    const asked = caseAt(body, condition);
    if (asked === null || parameterOf(body, rootOf(body, asked.of)) < 0) continue;
    // The thing that is asked which field it is, is not its value.
    if (parameterOf(body, rootOf(body, asked.of)) === parameterOf(body, ordinal)) continue;
    const isInside = cfg.out[cfg.blockOf[condition]].some(({ when, to }) => when === true && cfg.dominates(to, at));
    if (isInside) return { name: asked.name, others: casesOf(body, asked).filter((name) => name !== asked.name) };
  }
  return null;
}

interface Case {
  of: number;
  name: string;
}

/** `field === 'age'` */
function caseAt(body: Body, i: number): Case | null {
  if (body.kind(i) !== Kind.Binary || !/^===?$/.test(OPERATORS[body.operand(i, 0)])) return null;
  const [left, right] = [body.operand(i, 1), body.operand(i, 2)];
  const name = body.text(right) ?? body.text(left);
  return name === null ? null : { of: body.text(right) === null ? right : left, name };
}

function casesOf(body: Body, { of }: Case): string[] {
  const out: string[] = [];
  for (let i = 0; i < body.reader.count; i++) {
    const found = caseAt(body, i);
    if (found && parameterOf(body, rootOf(body, found.of)) === parameterOf(body, rootOf(body, of))) out.push(found.name);
  }
  return out;
}

/** What a member is read from. */
const rootOf = (body: Body, i: number): number => (body.kind(i) === Kind.Get ? rootOf(body, body.operand(i, 0)) : i);
