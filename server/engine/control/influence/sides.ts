/** Which way of a condition is that of the person with the attribute. */
import { Kind, NONE, OPERATORS } from '../../ir';
import type { Bodies, Body } from '../bodies';
import { nameOfCallee } from '../named';
import { isConcession, isUsual } from './concessions';
import type { Node } from './influence';

interface Side {
  sign: 1 | -1;
  /** The age is one for which lower prices are published. */
  byAge: boolean;
  isMeasured: boolean;
  /** A line between adults (`age > 30`): those above it are no pensioners, and those below it no children. */
  isAmongAdults?: boolean;
}

/** Which outcome of the condition is that of the person with the attribute: 1 for true, −1 for false. */
export function sideOf(bodies: Bodies, chain: readonly Node[], category: string): Side {
  let sign: 1 | -1 = 1;
  let byAge = false;
  /** More or less of something, or one language among many: no side of it is that of the person. */
  let isMeasured = category === 'native-language';
  let isAmongAdults = false;
  const isAge = category === 'age' || category === 'birth-date';
  for (const node of chain) {
    const body = bodies.of(node.fn);
    const group = isAge ? groupOf(body, node.ordinal) : '';
    // From which year on somebody is called so says nothing of who pays what.
    if (group !== '') {
      const isOther = isUsual(group) !== OPERATORS[body.operand(node.ordinal, 0)].startsWith('!');
      return { sign: isOther ? (sign === 1 ? -1 : 1) : sign, byAge: isOther || isConcession(group), isMeasured: false };
    }
    const operator = OPERATORS[body.operand(node.ordinal, 0)];
    if (body.kind(node.ordinal) === Kind.Unary && operator === '!') sign = sign === 1 ? -1 : 1;
    if (
      body.kind(node.ordinal) === Kind.Call &&
      isAge &&
      isConcession(body.name(node.ordinal, 1) || nameOfCallee(body, node.ordinal))
    )
      byAge = true;
    if (body.kind(node.ordinal) !== Kind.Binary) continue;
    if (operator === '!==' || operator === '!=') sign = sign === 1 ? -1 : 1;
    if (operator !== '<' && operator !== '<=' && operator !== '>' && operator !== '>=') continue;
    const limit = limitOf(body, node.ordinal);
    const isBelow = (operator === '<' || operator === '<=') === limit.isRight;
    if (!isAge) {
      isMeasured = true;
      if (isBelow) sign = sign === 1 ? -1 : 1;
      continue;
    }
    // A day that is worked out is so many years ago.
    byAge = limit.value === null ? category === 'birth-date' : limit.value <= 30 || limit.value >= 55;
    isAmongAdults = limit.value !== null && limit.value > 21 && limit.value < 55;
    const isYoung = limit.value !== null && limit.value <= 30;
    const isOld = limit.value !== null && limit.value >= 55;
    if ((isYoung && !isBelow) || (isOld && isBelow)) sign = sign === 1 ? -1 : 1;
  }
  return { sign, byAge, isMeasured, isAmongAdults };
}

/** `group === 'senior'`: the word that a value is compared with; '' for any other instruction. */
export function groupOf(body: Body, i: number): string {
  if (body.kind(i) !== Kind.Binary || !/^[=!]==?$/.test(OPERATORS[body.operand(i, 0)])) return '';
  return body.text(body.operand(i, 1)) ?? body.text(body.operand(i, 2)) ?? '';
}

export function limitOf(body: Body, comparison: number): { value: number | null; isRight: boolean } {
  const right = numberAt(body, body.operand(comparison, 2));
  if (right !== null) return { value: right, isRight: true };
  const left = numberAt(body, body.operand(comparison, 1));
  return { value: left, isRight: left === null };
}

function numberAt(body: Body, i: number): number | null {
  if (i === NONE) return null;
  if (body.kind(i) === Kind.Const && /^\d/.test(body.name(i, 1))) return Number(body.name(i, 1));
  if (body.kind(i) !== Kind.Load) return null;
  const owner = body.operand(i, 1);
  if (owner !== NONE && owner !== body.index) return null;
  const stores = body.stores(body.operand(i, 0));
  return stores.length === 1 && stores[0].fn === body.fn ? numberAt(body, body.operand(stores[0].ordinal, 1)) : null;
}
