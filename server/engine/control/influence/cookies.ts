/** Answers that cookies hold: `request.cookies.tracking === 'accepted'`, `getCookie(c, 'marketing_consent')`. */
import { Flag, Kind, NONE } from '../../ir';
import type { Bodies, Body } from '../bodies';
import { lastName } from '../named';
import { argumentsOf } from '../parts';
import type { Node } from './influence';

const STORES = /^(cookies?|cookieStore|cookieJar|Cookies)$/;
const READS = /^get(Signed)?Cookie$/;
/** What is agreed to; a cookie of that name may hold anything, but one that is held against a yes or a no holds an answer. */
const MATTERS = /^(tracking|marketing|analytics|advertising|telemetry|statistics)$/i;
const ANSWERS =
  /^(accept(ed)?|granted?|allow(ed)?|agreed?|yes|reject(ed)?|den(y|ied)|declined?|refused|no|true|false|opt-?(in|out))$/i;

/** Cheap: whether a cookie of that name may hold a choice. */
export const mayHoldChoice = (name: string): boolean => MATTERS.test(name);

/** The name of the choice that a cookie holds, or ''. */
export function choiceInCookie(bodies: Bodies, node: Node): string {
  const body = bodies.of(node.fn);
  const name = cookieAt(body, node.ordinal);
  if (name === '' || /consent|opt.?(in|out)/i.test(name)) return name;
  return MATTERS.test(name) && isHeldAgainstAnswer(bodies, node) ? `${name}Consent` : '';
}

/** The name of the cookie that a value is read from, or ''. */
function cookieAt(body: Body, i: number): string {
  if (body.kind(i) === Kind.Get)
    return !body.has(i, Flag.Computed) && STORES.test(lastName(body, body.operand(i, 0))) ? body.name(i, 1) : '';
  if (body.kind(i) !== Kind.Call) return '';
  const isRead = READS.test(lastName(body, i)) || (body.name(i, 1) === 'get' && STORES.test(storeName(body, body.operand(i, 0))));
  return isRead ? (argumentsOf(body, i).flatMap((at) => body.text(at) ?? [])[0] ?? '') : '';
}

/** `(await cookies()).get(…)`, and a variable that holds it. */
function storeName(body: Body, receiver: number, depth = 3): string {
  if (receiver === NONE || depth === 0) return '';
  const name = lastName(body, receiver);
  if (STORES.test(name) || body.kind(receiver) !== Kind.Load || body.operand(receiver, 1) !== NONE) return name;
  const [only, ...others] = body.reaching(receiver, body.operand(receiver, 0));
  return only !== undefined && others.length === 0 ? storeName(body, body.operand(only, 1), depth - 1) : name;
}

function isHeldAgainstAnswer(bodies: Bodies, node: Node): boolean {
  for (let at = node; at.parent?.fn === at.fn; at = at.parent) {
    if (at.via === 'same') continue;
    const body = bodies.of(at.fn);
    if (at.via !== 'compare' || body.kind(at.parent.ordinal) !== Kind.Binary) return false;
    return [1, 2].some((n) => ANSWERS.test(body.text(body.operand(at.parent!.ordinal, n)) ?? ''));
  }
  return false;
}
