/** Points for what is filled in: a form, a file or a message that was parsed is complete, whatever stands in it. */
import type { Attributes } from '../../attributes';
import { Kind } from '../../ir';
import type { Bodies, Body } from '../bodies';
import type { Taken } from '../influence/dependences';
import { chainOf, type Node } from '../influence/influence';
import type { Walking } from '../influence/steps';
import { asksIfAny } from '../influence/tallies';
import { lastName, namesAround } from '../named';
import { areSameRead, withoutNot } from '../parts';
import type { Verdict } from './verdicts';

export function isOfFilledIn({ bodies }: Walking, attributes: Attributes, verdict: Verdict, { found, node }: Taken): boolean {
  // That somebody has an illness is what there is to know of it.
  if (found.classes.includes('vulnerability')) return false;
  const chain = chainOf(node);
  const isOf = (name: string): boolean => COMPLETE.test(name);
  if (chain.some(({ fn }) => namesAround(bodies.of(fn)).slice(0, 1).some(isOf)) || countsFieldsOf(bodies, node)) return true;
  return (
    verdict.fn === node.fn && asksPresence(bodies, chain) && contactsCount(bodies.of(verdict.fn), attributes, verdict.ordinal)
  );
}

const COMPLETE = /complet(ion|eness)/i;

/** `if (applicant.birthDate)`, `!!applicant.birthDate`, `applicant.children.length > 0` */
const asksPresence = (bodies: Bodies, chain: readonly Node[]): boolean =>
  chain.some(({ via }) => via === 'present' || via === 'branch') &&
  chain.every(
    (at) =>
      ASKING.has(at.via) ||
      (at.via === 'count' && asksIfAny(bodies, at)) ||
      (at.via === 'compare' && at !== chain[chain.length - 1]),
  );
const ASKING: ReadonlySet<Node['via']> = new Set(['same', 'arithmetic', 'present', 'branch']);

/** `Object.values(applicant.spouse)` and how many they are, or whether there are any: so many fields, whoever it is. */
function countsFieldsOf(bodies: Bodies, { fn, ordinal, via, parent }: Node): boolean {
  const body = bodies.of(fn);
  const isCounted = via === 'branch' || (parent !== null && chainOf(parent).some((at) => at.via === 'count'));
  return isCounted && body.kind(ordinal) === Kind.Get && isTakenApart(body, ordinal);
}

const isTakenApart = (body: Body, whole: number): boolean =>
  Array.from({ length: body.reader.count }, (_, i) => i).some(
    (i) =>
      body.kind(i) === Kind.Call &&
      /^(keys|values|entries)$/.test(body.name(i, 1)) &&
      lastName(body, body.operand(i, 0)) === 'Object' &&
      areSameRead(body, body.operand(i, 4), whole),
  );

/** The same points are given for a name, an address or a number by which somebody is reached: nobody is judged by having one. */
function contactsCount(body: Body, attributes: Attributes, ordinal: number): boolean {
  if (body.kind(ordinal) !== Kind.Store) return false;
  const { blockOf } = body.cfg();
  return body
    .stores(body.operand(ordinal, 0))
    .some(
      (store) =>
        store.fn === body.fn &&
        body.conditions(blockOf[store.ordinal], 0).some((at) => attributes.isContact(lastName(body, withoutNot(body, at)))),
    );
}
