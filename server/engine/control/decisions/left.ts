/** Whether a list is narrowed by what the code itself says of people, and not by what somebody looks for in it. */
import { isComparison, Kind, NONE } from '../../ir';
import type { Bodies, Body } from '../bodies';
import type { Taken } from '../influence/dependences';
import { limitOf } from '../influence/sides';
import { chainOf, type Node } from '../influence/influence';
import type { Owners } from '../influence/owners';
import { recordOf } from '../influence/somebody';
import type { Walking } from '../influence/steps';
import { isWritten } from '../influence/written';
import type { Site } from '../influence/site';
import { MEMBERSHIP } from '../influence/elements';
import { onlyValueOf } from '../parts';
import { wordsOf } from '../../words';

/** The value is held against something that is written down, and what has it is a person as far as its other members say. */
export function isLeftByCode(
  { bodies, engine }: Walking,
  owners: Owners,
  { found, node }: Pick<Taken, 'found' | 'node'>,
): boolean {
  // What puts people in order is asked for elsewhere.
  const isHeld = chainOf(node).some(
    ({ fn, ordinal, via }) => via === 'comparator' || isAgainstWritten(bodies, bodies.of(fn), ordinal),
  );
  if (!isHeld && !found.selects) return false;
  if (found.category !== 'age') return true;
  // A candidate of a search has an age as well.
  const home = bodies.of(found.spot.fn);
  if (home.kind(found.spot.ordinal) !== Kind.Get) return true;
  const type = recordOf(owners.valueOf(found.spot.fn, home.operand(found.spot.ordinal, 0))?.type);
  return type !== null && [...type.members()].some(([name]) => engine.classifier.name(name)?.specific || OF_PEOPLE.test(name));
}
const OF_PEOPLE = /experience|skill|salary|resume|^cv$|gender|nationality|^(full_?|first_?|last_?)?name$|email|phone/i;

/** `shown.map((one) => one.approved)`, `blocked.includes(one.id)`: what a row says is read, whoever narrowed the list it stands in. */
export function isOwnOfRow(bodies: Bodies, { fn }: Site, node: Node): boolean {
  const chain = chainOf(node);
  const body = bodies.of(fn);
  const at = chain.findLastIndex((own) => own.fn !== fn && (own.via === 'predicate' || own.via === 'branch'));
  const row = chain.findIndex((own) => own.fn === fn && body.kind(own.ordinal) === Kind.Param);
  // Not the whole row, of which a helper may read anything.
  const read = chain.slice(0, Math.max(0, row)).findLast(({ ordinal }) => body.kind(ordinal) !== Kind.Load);
  if (!read || at < row || body.kind(read.ordinal) !== Kind.Get) return false;
  // `before.get(one.id)`: what is known under the key of a row.
  const isKey = /^(uu|gu)?id$/.test(wordsOf(body.name(read.ordinal, 1)).at(-1) ?? '');
  const isAsked = ({ ordinal }: Node): boolean =>
    body.kind(ordinal) !== Kind.Call || MEMBERSHIP.test(body.name(ordinal, 1)) || (isKey && body.name(ordinal, 1) === 'get');
  return chain.slice(0, row).every(isAsked);
}

function isAgainstWritten(bodies: Bodies, body: Body, i: number): boolean {
  if (body.kind(i) === Kind.Binary && isComparison(body.operand(i, 0)))
    return limitOf(body, i).value !== null || [1, 2].some((n) => isSaid(bodies, body, body.operand(i, n)));
  if (body.kind(i) !== Kind.Call || !/^(includes|has|startsWith|endsWith|some|every|test|indexOf)$/.test(body.name(i, 1)))
    return false;
  return [body.operand(i, 0), body.operand(i, 4)].some((at) => isSaid(bodies, body, at));
}

/** A literal, or a variable that holds nothing else. */
function isSaid(bodies: Bodies, body: Body, i: number): boolean {
  if (i === NONE) return false;
  const only = body.kind(i) === Kind.Load ? onlyValueOf(bodies, body, i) : null;
  return only ? isWritten(only.home, only.value) : isWritten(body, i);
}
