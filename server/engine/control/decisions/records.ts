/** Records that all say the same of a person: `photos.push({ url, status: 'approved' })` decides about none of them. */
import { Kind } from '../../ir';
import type { Bodies, Body } from '../bodies';
import type { Node } from '../influence/influence';
import { entriesOf } from '../parts';
import type { Verdict } from './verdicts';

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

/** Of a query, as against a function that picks. */
const isCondition = (bodies: Bodies, { fn, ordinal, via }: Node): boolean =>
  via === 'predicate' && bodies.of(fn).kind(ordinal) === Kind.Object;

function textsOf(body: Body, name: string): Set<string> {
  const out = new Set<string>();
  for (let i = 0; i < body.reader.count; i++)
    for (const entry of entriesOf(body, i)) if (entry.name === name) out.add(body.text(entry.value) ?? '');
  return out;
}
