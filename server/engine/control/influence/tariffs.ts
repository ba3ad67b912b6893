/** Lists of prices in which the ages have theirs: by the name of a group, or in rows that say for which ages they are. */
import { Kind, NONE, OPERATORS } from '../../ir';
import { wordSet, wordsOf } from '../../words';
import type { Bodies, Body } from '../bodies';
import { lastName, namesAround } from '../named';
import { isAgeGroup } from './concessions';
import { rootOf } from './elements';
import { chainOf, type Node } from './influence';
import type { Found } from './recognise';
import { groupOf } from './sides';
import type { Site } from './site';
import type { Walking } from './steps';

/** `group === 'senior' ? table.senior : table.adult`, or the row whose limits the age lies between; a premium is no such price. */
export function isOfTariff({ bodies }: Walking, site: Site, node: Node, found: Found): boolean {
  const chain = chainOf(node);
  if (isAge(found) && isOfRow(bodies, site, chain)) return true;
  if (!isOfAge(found)) return false;
  return chain.some(({ fn, ordinal, via }) => {
    const body = bodies.of(fn);
    return (via === 'branch' && namesAgeGroup(body)) || isAgeGroup(groupOf(body, ordinal));
  });
}

export const isOfAge = ({ category }: Found): boolean => category === 'age' || category === 'birth-date';

/** The age of a child is one as well. */
const isAge = (found: Found): boolean =>
  isOfAge(found) || (found.category === 'family-members' && wordsOf(found.words).some((word) => word === 'age'));

const naming = new WeakMap<Body, boolean>();

/** One of the words that a function gives back. */
function namesAgeGroup(body: Body): boolean {
  const known = naming.get(body);
  if (known !== undefined) return known;
  const found = body.returns().some((at) => isAgeGroup(body.text(body.operand(at, 0)) ?? ''));
  naming.set(body, found);
  return found;
}

/** `prices.find((one) => one.fromAge <= age && age < one.toAge)`: what an age is held against is the row's own. */
function isOfRow(bodies: Bodies, site: Site, chain: readonly Node[]): boolean {
  const at = chain.findIndex(({ via }) => via === 'predicate');
  if (at < 1) return false;
  const call = chain[at - 1];
  const home = bodies.of(call.fn);
  const list = home.kind(call.ordinal) === Kind.Call ? home.operand(call.ordinal, 0) : NONE;
  if (list === NONE) return false;
  const names = [site.name, ...namesAround(bodies.of(site.fn)), lastName(home, list)];
  for (const { fn, ordinal } of chain.slice(0, at)) names.push(lastName(bodies.of(fn), ordinal));
  if (names.some((name) => wordsOf(name).some((word) => RAISED.has(word)))) return false;
  const test = chain[at].fn;
  return chain.slice(at + 1).some((own) => own.parent?.fn === own.fn && isBetween(bodies, own.parent, own.ordinal, test));
}

/** What people pay more, and by how much. */
const RAISED = wordSet('premium surcharge loading supplement penalty multiplier factor coefficient risk insurance underwriting');

/** The value lies between two members of what the test is given; one limit alone says who may have it at all. */
function isBetween(bodies: Bodies, { fn, ordinal, context }: Node, value: number, test: number): boolean {
  const body = bodies.of(fn);
  if (!comparesAt(body, ordinal)) return false;
  const isOwn = (i: number): boolean => {
    const root = rootOf(bodies, { fn, ordinal: i, context });
    return (
      root?.fn === test && bodies.of(test).kind(root.ordinal) === Kind.Param && bodies.of(test).operand(root.ordinal, 0) === 0
    );
  };
  const name = lastName(body, value);
  const sides = new Set<string>();
  for (let i = 0; i < body.reader.count; i++) {
    if (!comparesAt(body, i)) continue;
    const [left, right] = [body.operand(i, 1), body.operand(i, 2)];
    const isLess = OPERATORS[body.operand(i, 0)].startsWith('<');
    if (lastName(body, left) === name && isOwn(right)) sides.add(isLess ? 'below' : 'above');
    if (lastName(body, right) === name && isOwn(left)) sides.add(isLess ? 'above' : 'below');
  }
  return sides.size === 2;
}

const comparesAt = (body: Body, i: number): boolean =>
  body.kind(i) === Kind.Binary && /^[<>]=?$/.test(OPERATORS[body.operand(i, 0)]);
