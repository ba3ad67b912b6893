/** Records that all say the same of a person: `photos.push({ url, status: 'approved' })` decides about none of them. */
import { Kind } from '../../ir';
import type { Attributes } from '../../attributes';
import type { Bodies, Body } from '../bodies';
import { chainOf, type Node } from '../influence/influence';
import type { Taken } from '../influence/dependences';
import { turnOf } from '../influence/turning';
import { entriesOf } from '../parts';
import type { Verdict } from './verdicts';

interface Looking {
  bodies: Bodies;
  attributes: Attributes;
}

/**
 * The verdict is the only one that is written under its name, and the attribute is only behind what decides how many records
 * there are or whether there is one already. What is asked of a person before one is written decides.
 */
export function isAlwaysSaid(bodies: Bodies, verdict: Verdict, chain: readonly Node[]): boolean {
  const body = bodies.of(verdict.fn);
  if (body.kind(verdict.value) !== Kind.Const || body.kind(verdict.ordinal) !== Kind.Const) return false;
  if (textsOf(body, verdict.name).size > 1) return false;
  const last = chain.findLastIndex(({ via }) => via === 'branch');
  return chain.slice(0, last).some((node) => node.via === 'count' || isCondition(bodies, node));
}

/**
 * `declined.map((one) => ({ ...one, age: ageOf(one.birthDate) }))`: each row of a list says it of somebody, and who is in the list
 * is decided by none of what the rows say.
 */
export function isHeldInRows({ bodies, attributes }: Looking, { found, node }: Pick<Taken, 'found' | 'node'>): boolean {
  const chain = chainOf(node);
  const at = chain.findIndex(({ fn, ordinal }) => bodies.of(fn).kind(ordinal) === Kind.Object);
  const before = chain.slice(0, Math.max(0, at));
  if (!before.some(isOfEach) || chain.slice(0, at + 1).some(({ via, path }) => via !== 'same' || path.length > 0)) return false;
  return turnOf(bodies, node, found) !== 'told' && chain.slice(at).some(isNamedAfterIt);

  function isOfEach({ fn, ordinal }: Node): boolean {
    const body = bodies.of(fn);
    return body.kind(ordinal) === Kind.Call && /^(map|flatMap)$/.test(body.name(ordinal, 1));
  }
  /** The entry is called as the attribute is. */
  function isNamedAfterIt({ fn, ordinal, parent }: Node): boolean {
    if (parent?.fn !== fn) return false;
    const entry = entriesOf(bodies.of(fn), parent.ordinal).find(({ value }) => value === ordinal);
    return entry !== undefined && attributes.mayBe(entry.name) !== null;
  }
}

/** Of a query, as against a function that picks. */
const isCondition = (bodies: Bodies, { fn, ordinal, via }: Node): boolean =>
  via === 'predicate' && bodies.of(fn).kind(ordinal) === Kind.Object;

function textsOf(body: Body, name: string): Set<string> {
  const out = new Set<string>();
  for (let i = 0; i < body.reader.count; i++)
    for (const entry of entriesOf(body, i)) if (entry.name === name) out.add(body.text(entry.value) ?? '');
  return out;
}
