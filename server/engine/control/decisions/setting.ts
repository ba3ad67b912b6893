/**
 * What a decision is about, as far as names around it say: a person, an offer, a shop; help that a law grants by what somebody is;
 * care that turns on a body.
 */
import { isComparison, Kind, NONE, OPERATORS } from '../../ir';
import { termName } from '../../link/reader';
import { nameOf } from '../../link/type-parts';
import { isPersonNoun } from '../../owners';
import { hasWord, wordSet, wordsOf } from '../../words';
import { createBase } from '../guards/control';
import { createUses } from '../guards/uses';
import type { Taken } from '../influence/dependences';
import { chainOf, type Node } from '../influence/influence';
import { registrationOf } from '../influence/step-parameters';
import type { Walking } from '../influence/steps';
import type { Body } from '../bodies';
import { lastName, namesAround } from '../named';
import { isClinical } from './clinic';
import { isFavour } from './favours';
import { isPerformance } from './performance';
import { alternativesOf, argumentsOf } from '../parts';
import { isByNeed } from '../prices/owed';
import { isMeansTested, STATE } from '../prices/sorts';
import { verdictOf } from './verdict-names';
import type { Verdict } from './verdicts';

/** The functions where the value is made and where the attribute is read are about people, and about no shops. */
export function isAboutPerson(parts: Walking, verdict: Verdict, found: Taken['found']): boolean {
  const words = [verdict.fn, found.spot.fn].flatMap((fn) => {
    const body = parts.bodies.of(fn);
    const { module } = body.reader;
    const { slots, parameters } = module.functions[body.index];
    const types = parameters.map(({ term }) => termName(module, term));
    return [...namesIn(parts, fn), ...[...slots, ...parameters].map(({ name }) => name), ...types].flatMap(wordsOf);
  });
  return words.some((word) => isPersonNoun(word) || LENT.has(word)) && !words.some((word) => FIRMS.has(word));
}
/** Where no firm is spoken of, these are given to people. */
const LENT = wordSet('loan mortgage tenancy');
const FIRMS = new Set(
  'firm agency company business store shop branch supplier vendor merchant retailer provider producer enterprise'.split(' '),
);

/** A grade takes it from a score of something else: how well an offer suits, how much of a form is filled in. */
export const isByMatch = ({ bodies }: Walking, node: Node): boolean =>
  chainOf(node).some((at) => {
    const name = lastName(bodies.of(at.fn), at.ordinal);
    return /score$/i.test(name) && verdictOf(name) === null;
  });

/** `offers.filter((offer) => offer.caste === …)` under a name of things: whom an offer is for is no attribute of anybody. */
export function isOfThings(verdict: Verdict, found: Taken['found']): boolean {
  if (found.ofPerson || found.spot.fn === verdict.fn || !/s$/.test(verdict.name)) return false;
  return OFFERS.has(wordsOf(verdict.name).at(-1) ?? '') && found.words.includes('.');
}
const OFFERS = new Set(
  'scholarship scheme offer program programme grant benefit plan product job vacancy course loan'.split(' '),
);

/** `strategies.push({ risk: 2 })` where somebody has children: how risky strategies are grades them, and nobody who can follow one. */
export function isOfListedThings({ bodies, frames }: Walking, node: Node): boolean {
  const list = chainOf(node).find(({ adds }) => adds === true)?.parent;
  if (!list) return false;
  const type = frames.of(list.fn)?.values[list.ordinal]?.type;
  const name = (type && nameOf(type)) || lastName(bodies.of(list.fn), list.ordinal);
  return wordsOf(name).some((word) => SUITS.has(word) || ADVISED.has(word));
}
const ADVISED = wordSet('strategy suggestion advice tip');

/**
 * Grades how well a thing suits somebody: `if (user.age < 30 && plan.hasSavings) score += 1` puts plans in order, not people.
 * What is added for the age alone is the same for every plan, and grades the person.
 */
export function isOfMatch({ bodies }: Walking, { fn, ordinal }: Verdict, node: Node): boolean {
  const asked = chainOf(node).filter(({ via }) => via === 'branch');
  return [{ fn, ordinal }, ...asked].some((at) => {
    const body = bodies.of(at.fn);
    const { blockOf, out } = body.cfg();
    const before = body.conditions(blockOf[at.ordinal], 0);
    const beside = out.flatMap(([edge]) =>
      edge && edge.when !== null && body.conditions(blockOf[edge.condition], 0).includes(at.ordinal) ? [edge.condition] : [],
    );
    return [...before, ...beside].some((condition) => asksThing(body, condition));
  });
}

function asksThing(body: Body, i: number, depth = 4): boolean {
  if (i === NONE || depth === 0) return false;
  const asks = (at: number): boolean => asksThing(body, at, depth - 1);
  switch (body.kind(i)) {
    case Kind.Get:
      return wordsOf(lastName(body, body.operand(i, 0))).some((word) => SUITS.has(word)) || asks(body.operand(i, 0));
    case Kind.Binary:
      return asks(body.operand(i, 1)) || asks(body.operand(i, 2));
    case Kind.Unary:
      return asks(body.operand(i, 1));
    case Kind.Call:
      return asks(body.operand(i, 0)) || argumentsOf(body, i).some(asks);
    default:
      return false;
  }
}
const SUITS = wordSet(
  'plan product policy offer listing scheme program programme course card property recommendation relevance match',
);

/** How many have to live on an income is why somebody is helped: a limit for the income that is set by the size of a household. */
export function isMeasuredByNeed({ bodies }: Walking, one: Pick<Taken, 'found' | 'node'> & { site: Verdict }): boolean {
  if (one.found.category !== 'family-members') return false;
  if (isByNeed(bodies, one) || chainOf(one.node).some((at) => isOfIncome(bodies.of(at.fn), at.ordinal))) return true;
  const body = bodies.of(one.site.fn);
  return body.kind(one.site.value) === Kind.Phi && alternativesOf(body, one.site.value).some((at) => isLowIncome(body, at));
}

/** `children > 1 && income < limit`: those who have little are helped, where a lender asks who has enough. */
function isLowIncome(body: Body, i: number): boolean {
  if (!isOfIncome(body, i)) return false;
  const less = OPERATORS[body.operand(i, 0)].startsWith('<');
  return wordsOf(lastName(body, body.operand(i, less ? 1 : 2))).some(isIncome);
}

function isOfIncome(body: Body, i: number): boolean {
  if (body.kind(i) !== Kind.Binary || !isComparison(body.operand(i, 0))) return false;
  return [1, 2].some((n) => wordsOf(lastName(body, body.operand(i, n))).some(isIncome));
}
const isIncome = (word: string): boolean => word === 'income' || word === 'earning';

/**
 * - `granted`: help for people because of what they are, as a law or its giver has set it.
 * - `clinical`: what is good for a patient turns on age, sex and illness.
 * - `performance`: points for a run or a lift are set by age and sex.
 * - `favour`: they are let through first.
 * - `concession`: a lower price is given.
 * - `levied`: what the state takes turns on families and ages.
 */
export function settingOf(
  parts: Walking,
  verdict: Verdict,
  { found, node }: Pick<Taken, 'found' | 'node'>,
): 'granted' | 'clinical' | 'performance' | 'favour' | 'levied' | 'concession' | '' {
  const chain = chainOf(node);
  const around = [
    ...[verdict.fn, ...callersOf(parts, verdict.fn), ...chain.map(({ fn }) => fn)].flatMap((fn) => namesIn(parts, fn)),
    ...[registrationOf(parts, verdict.fn), ...chain].flatMap((at) => (at ? givenTo(parts.bodies.of(at.fn), at.ordinal) : [])),
  ];
  if (isClinical(parts, verdict, { found, node }, around)) return 'clinical';
  if (isPerformance(parts, verdict, { found, node }, around)) return 'performance';
  if (isFavour(parts, verdict, { found, node })) return 'favour';
  if (around.some((name) => hasWord(STATE, name))) return 'levied';
  // Who gets a discount is a question of prices.
  if ([verdict.name, ...namesIn(parts, verdict.fn)].some((name) => hasWord(DISCOUNTS, name))) return 'concession';
  if ([verdict.name, ...around].some((name) => hasWord(GRANTS, name))) return 'granted';
  return isAskedByNeed(parts, verdict) ? 'granted' : '';
}

/** `if (povertyRatio <= 4) mayQualify = credit > 0`: help for those of little income. */
function isAskedByNeed({ bodies }: Walking, { fn, ordinal }: Verdict): boolean {
  const body = bodies.of(fn);
  const asked = body.conditions(body.cfg().blockOf[ordinal], 0);
  return asked.some((i) => body.kind(i) === Kind.Binary && [1, 2].some((n) => isMeansTested(lastName(body, body.operand(i, n)))));
}
const DISCOUNTS = wordSet('discount concession rebate coupon voucher');

/** What is asked, and of what: `schemes.filter(…)`. */
const givenTo = (body: Body, i: number): string[] =>
  body.kind(i) === Kind.Call
    ? [body.operand(i, 0), ...argumentsOf(body, i)].filter((at) => at !== NONE).map((at) => lastName(body, at))
    : [];

/** A helper is of the setting of those who call it. */
const callersOf = ({ engine, frames }: Walking, fn: number): number[] =>
  createUses(createBase(engine, frames), frames)
    .of(fn)
    .map((use) => use.fn);

/** Functions and classes around a place, and what they are given. */
function spokenOf({ bodies }: Walking, fn: number): string[] {
  const body = bodies.of(fn);
  return [...namesAround(body), ...body.reader.module.functions[body.index].parameters.map(({ name }) => name)];
}

/** The same, with the file and the folders it is in. */
function namesIn(parts: Walking, fn: number): string[] {
  const path = parts.program.modules[parts.program.moduleOf[fn]].path.split('/').slice(-3);
  return [...spokenOf(parts, fn), ...path.map((part) => part.replace(/\.\w+$/, ''))];
}

const GRANTS = wordSet(
  'benefit scheme entitlement welfare subsidy medicaid medicare snap wic assistance scholarship bursary pension allowance yojana ' +
    'immigration immigrant visa citizenship naturalization naturalisation asylum residency voter electoral election ballot jury',
);
