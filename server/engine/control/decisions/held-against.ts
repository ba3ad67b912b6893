/** What an attribute is held against: a wish of somebody, what another person is, what a document says of the same person. */
import type { Attributes } from '../../attributes';
import { Flag, isComparison, Kind, NONE, OPERATORS } from '../../ir';
import { nameOf } from '../../link/type-parts';
import { UNKNOWN } from '../../link/types';
import { ownerSort } from '../../owners';
import { wordsOf } from '../../words';
import type { Bodies, Body } from '../bodies';
import type { Frames } from '../frames';
import type { Taken } from '../influence/dependences';
import type { Node } from '../influence/influence';
import { lastName, namesAround } from '../named';
import { alternativesOf, areSameRead, argumentsOf, elementsOf, onlyValueOf } from '../parts';

/** The other side of a comparison that is what a person asked for. */
export const WISH = /prefer|pref$|prefs|want|looking|interest|filter|criteri|query|search|selected|option/i;
const IDENTIFIES = new Set(['birth-date', 'person-name', 'postal-address', 'birthplace', 'photo-voice', 'family-members']);

export const isIdentifying = ({ category }: Taken['found']): boolean => IDENTIFIES.has(category);

/** `scoreRange(age, preferences.ageMin, preferences.ageMax)`, `preferences.castes.includes(caste)` */
export function isHeldAgainstWish(bodies: Bodies, call: Node, chain: readonly Node[]): boolean {
  const body = bodies.of(call.fn);
  const given = argumentsOf(body, call.ordinal);
  const own = chain.find(({ fn, ordinal, path }) => fn === call.fn && given.includes(ordinal) && path.length === 0)?.ordinal;
  const others = [body.operand(call.ordinal, 0), ...given].filter((at) => at !== own && at !== NONE);
  return own !== undefined && others.some((other) => WISH.test(namesOf(bodies, body, other).replace(BUILDS, '')));
}

/** What asks a store for rows is no wish of anybody. */
const BUILDS = /create_?query\w*|query_?(builder|runner)|\$?query_?raw\w*/gi;

/** How far apart two people are in it: no one of them is judged by it. */
export function isOfTwo(house: Judging, body: Body, i: number, found: Taken['found']): boolean {
  const sides = heldTogether(body, i);
  const own = sides.filter((side) => isSame(house, body, side, found));
  return own.length > 0 && sides.every((side) => own.includes(side) || isSetBy(house, body, side, found));
}

interface Judging {
  attributes: Attributes;
  bodies: Bodies;
}

/** The attribute itself, of whoever. */
function isSame({ attributes, bodies }: Judging, body: Body, side: number, { category, title }: Taken['found']): boolean {
  const { home, at } = asWritten(bodies, body, side);
  const own = attributes.of('person', lastName(body, side)) ?? attributes.of('person', lastName(home, at));
  if (!own) return false;
  if (category === '') return own.category === '' && wordsOf(own.title).at(-1) === wordsOf(title).at(-1);
  return own.category === category || (AGES.has(own.category) && AGES.has(category));
}

/** `const wanted = user.gender === 'male' ? 'female' : 'male'`: what is looked for is set by what somebody else is. */
function isSetBy(house: Judging, body: Body, side: number, found: Taken['found']): boolean {
  const only = body.kind(side) === Kind.Load ? onlyValueOf(house.bodies, body, side) : null;
  if (only?.home.kind(only.value) !== Kind.Phi) return false;
  const { home, value } = only;
  return alternativesOf(home, value).every((at) =>
    home
      .conditions(home.cfg().blockOf[at], 0)
      .some((condition) => heldTogether(home, condition).some((own) => isSame(house, home, own, found))),
  );
}

/** `a.age - b.age`, `a.diet === b.diet` */
const heldTogether = (body: Body, i: number): number[] =>
  body.kind(i) === Kind.Binary && /^(-|[=!]==?)$/.test(OPERATORS[body.operand(i, 0)])
    ? [body.operand(i, 1), body.operand(i, 2)]
    : [];

/** `scoreReligion(user1, user2)`: a helper that is given two of a sort. */
export function isAboutTwo(frames: Frames, body: Body, call: number): boolean {
  const types = argumentsOf(body, call).map((at) => nameOf(frames.of(body.fn)?.values[at]?.type ?? UNKNOWN));
  return (
    types.some((type, at) => type !== '' && ownerSort(type) === 'person' && types.indexOf(type) !== at) || isTurned(body, call)
  );
}

/** `wishes(a, b) + wishes(b, a)`: each is asked of the other. */
function isTurned(body: Body, call: number): boolean {
  const [one, other] = argumentsOf(body, call);
  if (one === undefined || other === undefined || areSameRead(body, one, other)) return false;
  const isTurn = (at: number): boolean => {
    const [first, second] = argumentsOf(body, at);
    return second !== undefined && areSameRead(body, first, other) && areSameRead(body, second, one);
  };
  const callee = body.operand(call, 0);
  return Array.from({ length: body.reader.count }, (_, i) => i).some(
    (i) => body.kind(i) === Kind.Call && areSameRead(body, body.operand(i, 0), callee) && isTurn(i),
  );
}

/** `religion` in `religion?.toLowerCase()`, and in `const own = user.religion || 'none'` or `?? 'none'`. */
function asWritten(bodies: Bodies, body: Body, i: number, depth = 4): { home: Body; at: number } {
  const here = { home: body, at: i };
  const next = (home: Body, at: number): { home: Body; at: number } => asWritten(bodies, home, at, depth - 1);
  if (i === NONE || depth === 0) return here;
  switch (body.kind(i)) {
    case Kind.Call:
      return SAME_TEXT.test(body.name(i, 1)) ? next(body, body.operand(i, 0)) : here;
    case Kind.Otherwise:
      return next(body, body.operand(i, 0));
    case Kind.Phi: {
      const [only, ...others] = alternativesOf(body, i).filter((at) => at !== NONE && body.kind(at) !== Kind.Const);
      return only !== undefined && others.length === 0 ? next(body, only) : here;
    }
    case Kind.Load: {
      const only = onlyValueOf(bodies, body, i);
      const kind = only?.home.kind(only.value) ?? Kind.Const;
      return only && (READS.has(kind) || kind === Kind.Phi) ? next(only.home, only.value) : here;
    }
    default:
      return here;
  }
}
const SAME_TEXT = /^(to(Locale)?(Lower|Upper)Case|trim|normalize|valueOf|getTime)$/;

/** `user.partnerDiet && candidate.diet === user.partnerDiet`: only asked for before two people are held against each other. */
export function isAskedBeforeTwo(house: Judging, body: Body, asked: number, found: Taken['found']): boolean {
  for (let i = asked + 1; i < body.reader.count; i++) {
    if (!isOfTwo(house, body, i, found)) continue;
    if (body.conditions(body.cfg().blockOf[i], 0).includes(asked)) return true;
  }
  return false;
}

const AGES = new Set(['age', 'birth-date']);

/** `other.email.split('@')[1] === domain`: addresses of one house. A domain that is written out is one of those that are told apart. */
export function isOfOneDomain(bodies: Bodies, { fn, ordinal: i }: Node, { title }: Taken['found']): boolean {
  const body = bodies.of(fn);
  if (title !== 'email domain' || body.kind(i) !== Kind.Binary || !/^[=!]==?$/.test(OPERATORS[body.operand(i, 0)])) return false;
  return [1, 2].every((n) => !isWrittenOut(bodies, body, body.operand(i, n)));
}

function isWrittenOut(bodies: Bodies, body: Body, i: number): boolean {
  if (i === NONE || body.kind(i) === Kind.Const) return true;
  if (body.kind(i) !== Kind.Load) return false;
  const only = onlyValueOf(bodies, body, i);
  return only !== null && only.home.kind(only.value) === Kind.Const;
}

/** `BLOCKED_DOMAINS.has(domain)`, `email.endsWith('.edu')`: whose senders somebody lets in or keeps out, and who belongs to a school or an office. */
export const isOnKeptList = (bodies: Bodies, chain: readonly Node[]): boolean =>
  chain.some(({ fn, ordinal }) => {
    const body = bodies.of(fn);
    const sides = sidesOf(body, ordinal);
    if (sides.some((at) => INSTITUTION.test(body.text(at) ?? '') || listsThrowAway(bodies, body, at))) return true;
    const names =
      sides.length === 0 ? [] : [lastName(body, ordinal), ...namesAround(body), ...sides.map((at) => lastName(body, at))];
    return names.some((name) => KEPT_LIST.test(name));
  });
const KEPT_LIST =
  /(block|black|deny|allow|white|safe|spam)_?list|^(blocked|allowed|banned|trusted)|(blocked|allowed|banned|trusted)_?(email)?_?(domain|host|sender)|disposable|throw_?away|temp(orary)?_?(e?mail|domain|inbox)|spam/i;

/** `['mailinator.com', …]`: addresses that nobody lives behind. */
function listsThrowAway(bodies: Bodies, body: Body, i: number): boolean {
  const { home, value } = (body.kind(i) === Kind.Load ? onlyValueOf(bodies, body, i) : null) ?? { home: body, value: i };
  const list = home.kind(value) === Kind.Call && home.has(value, Flag.New) ? home.operand(value, 4) : value;
  return (
    list !== NONE && home.kind(list) === Kind.Array && elementsOf(home, list).some((at) => THROWN_AWAY.test(home.text(at) ?? ''))
  );
}
const THROWN_AWAY = /^(mailinator|guerrillamail|10minutemail|yopmail|tempmail|temp-mail|trashmail|sharklasers)\./i;
const INSTITUTION = /(^|\.)(edu|ac|gov|mil|k12|sch)(\.[a-z]{2,3})?$/i;

/** What is compared, or what a call is made on and given. */
function sidesOf(body: Body, i: number): number[] {
  const isCompared = body.kind(i) === Kind.Binary && isComparison(body.operand(i, 0));
  if (isCompared) return [body.operand(i, 1), body.operand(i, 2)];
  return body.kind(i) === Kind.Call ? [body.operand(i, 0), ...argumentsOf(body, i)].filter((at) => at !== NONE) : [];
}

/** What a document says of a person, compared with what the person said: whether it is the same person. */
export const isIdentity = ({ category, words }: Taken['found'], names: readonly string[]): boolean =>
  IDENTIFIES.has(category) &&
  names.every((name) => wordsOf(name.split(' ')[0]).at(-1) === wordsOf(words.slice(words.lastIndexOf('.') + 1)).at(-1));

/** Of what is read, and of whose it is; of a variable also what it was given. */
export function namesOf(bodies: Bodies, body: Body, i: number, depth = 3): string {
  if (i < 0 || depth === 0) return '';
  const kind = body.kind(i);
  if (kind === Kind.Otherwise) return namesOf(bodies, body, body.operand(i, 0), depth);
  const isOfCall = kind === Kind.Get && body.kind(body.operand(i, 0)) === Kind.Call;
  const owner = kind === Kind.Get && !isOfCall ? namesOfOwner(bodies, body, body.operand(i, 0), depth) : '';
  const only = kind === Kind.Load ? onlyValueOf(bodies, body, i) : null;
  const behind = only && READS.has(only.home.kind(only.value)) ? namesOf(bodies, only.home, only.value, depth - 1) : '';
  return [lastName(body, i), owner, behind].join(' ');
}

/** `wishes`, and what it was given: `viewer.partnerPreferences`. */
const namesOfOwner = (bodies: Bodies, body: Body, i: number, depth: number): string =>
  body.kind(i) === Kind.Load ? namesOf(bodies, body, i, depth - 1) : lastName(body, i);
const READS: ReadonlySet<Kind> = new Set([Kind.Get, Kind.Load, Kind.Otherwise]);
