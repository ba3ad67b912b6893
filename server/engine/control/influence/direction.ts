/** Whether the person with the attribute pays more or less, as far as both ways can be computed. */
import { Flag, Kind, NONE, OPERATORS } from '../../ir';
import type { Direction } from '../../rule/dependence';
import { wordsOf } from '../../words';
import { living, type Bodies, type Body, type Spot } from '../bodies';
import { chainOf, type Node } from './influence';
import { compared, type Linear } from './arithmetic';
import type { Assumption, Evaluator } from './linear';
import { lastName, nameOfCallee } from '../named';
import { signOfAdded, signOfRow } from './beside';
import type { Site } from './site';

export interface Leaning {
  direction: Direction;
  /** The lower price goes to the young or the old: a concession by age. */
  byAge: boolean;
  /** Both ways end at prices that others have set, of different things: a catalogue beside another one. */
  isElsewhere: boolean;
}

const FEW = 8;
const NONE_KNOWN: Leaning = { direction: 'unknown', byAge: false, isElsewhere: false };
/** Rows of a table that stand for everybody else. */
const USUAL = /^(default|standard|normal|regular|base|basic|none|other|adult|full|neutral|average|low)$/i;

export function leaningOf(bodies: Bodies, evaluator: Evaluator, site: Site, hit: Node, category: string): Leaning {
  const chain = chainOf(hit);
  const branch = chain.findIndex((node) => node.via === 'branch');
  const lookup = chain.findIndex((node) => node.via === 'lookup');
  const looked = (): Leaning => ofTable(bodies, evaluator, { fn: site.fn, ordinal: site.value }, chain[lookup - 1]);
  // Which row it is may be a choice in turn.
  const early = lookup > 0 && branch > lookup ? looked() : NONE_KNOWN;
  if (early.direction !== 'unknown') return early;
  const measured = branch < 0 ? NONE_KNOWN : ofBranch(bodies, evaluator, site, chain, branch, category);
  if (measured.direction !== 'unknown') return measured;
  const beside = ofBeside(bodies, chain, category);
  if (beside.direction !== 'unknown' || branch >= 0) return beside.direction === 'unknown' ? measured : beside;
  if (lookup > 0) return looked();
  return { ...NONE_KNOWN, direction: ofArithmetic(bodies, chain) };
}

/** What is put into a list where the condition holds, or stands in one row with it. */
function ofBeside(bodies: Bodies, chain: readonly Node[], category: string): Leaning {
  const added = chain.findIndex(({ adds }) => adds === true);
  const isEntered = ({ fn }: Node, n: number): boolean => n > 0 && fn !== chain[n - 1].fn;
  const at = added >= 0 ? added : chain.findIndex((node, n) => isEntered(node, n) && signOfRow(bodies, node.fn) !== 0);
  if (at < 0) return NONE_KNOWN;
  const sign = added >= 0 ? signOfAdded(bodies, chain[at]) : signOfRow(bodies, chain[at].fn);
  if (sign === 0) return NONE_KNOWN;
  const side = sideOf(bodies, chain.slice(at), category);
  // Everybody else has no row of their own: what stands in it is for those who meet the condition.
  const up = side.isMeasured ? sign : sign === side.sign ? 1 : -1;
  return { direction: up === 1 ? 'surcharge' : 'discount', byAge: side.byAge, isElsewhere: false };
}

/** The more of it, the more is paid: it is only added and multiplied on the way. */
function ofArithmetic(bodies: Bodies, chain: readonly Node[]): Direction {
  let sign = 1;
  for (const { fn, ordinal, via, parent } of chain) {
    if (!parent || via === 'same') continue;
    const body = bodies.of(parent.fn);
    if (parent.fn !== fn) return 'unknown';
    if (
      via === 'call' &&
      body.kind(parent.ordinal) === Kind.Call &&
      /^(max|min|round|ceil|floor|Number|parseFloat|trunc)$/.test(lastName(body, parent.ordinal))
    )
      continue;
    if (via !== 'arithmetic' || body.kind(parent.ordinal) !== Kind.Binary) return 'unknown';
    const operator = OPERATORS[body.operand(parent.ordinal, 0)];
    if (!/^[-+*/]$/.test(operator)) return 'unknown';
    if ((operator === '-' || operator === '/') && body.operand(parent.ordinal, 2) === ordinal) sign = -sign;
  }
  return chain.some(({ via }) => via === 'arithmetic') && sign === 1 ? 'surcharge' : 'unknown';
}

function ofBranch(
  bodies: Bodies,
  evaluator: Evaluator,
  site: Site,
  chain: readonly Node[],
  at: number,
  category: string,
): Leaning {
  const { fn, ordinal } = chain[at];
  const key = `${fn}:${ordinal}`;
  const arm = (outcome: boolean, before?: number): Linear[] =>
    armOf(bodies, evaluator, site, { condition: { key, outcome }, before }, fn === site.fn ? ordinal : NONE);
  const yes = arm(true);
  // Of a variable that many branches change nothing is known, and the other arm cannot help.
  if (yes.length === 0) return fn === site.fn ? NONE_KNOWN : ofHelper(bodies, evaluator, chain, at, category);
  const no = arm(false);
  const measured = more(yes, no) ?? more(arm(true, ordinal), arm(false, ordinal));
  // The more is taken off, the less is paid.
  const up = measured !== null && measured !== 0 && isTakenOff(site, [...yes, ...no]) ? (measured === 1 ? -1 : 1) : measured;
  if ((up === null || up === 0) && fn !== site.fn) {
    const inside = ofHelper(bodies, evaluator, chain, at, category);
    if (inside.direction !== 'unknown') return inside;
  }
  if (up === null || up === 0) return { ...NONE_KNOWN, isElsewhere: up === null && areApart(yes, no) };
  const side = sideOf(bodies, chain.slice(at), category);
  // Who pays what some of the others pay as well is one of them.
  if (
    side.byAge &&
    up === side.sign &&
    groupOf(bodies.of(fn), ordinal) !== '' &&
    yes.some((a) => no.some((b) => compared(a, b) === 0))
  )
    return NONE_KNOWN;
  const chosen = (outcome: boolean): Linear[] => evaluator.of(chain[at - 1] ?? chain[at], { condition: { key, outcome } });
  const usual = !side.isMeasured
    ? 0
    : usualArm(bodies.of(site.fn), site, yes, no, fn === site.fn ? ordinal : NONE) || plainArm(chosen(true), chosen(false));
  if (usual !== 0) return { ...NONE_KNOWN, direction: up === usual ? 'discount' : 'surcharge' };
  // Those who have little of it are singled out, and pay more.
  const isDearForFew = side.isMeasured && up === 1;
  return { direction: up === side.sign || isDearForFew ? 'surcharge' : 'discount', byAge: side.byAge, isElsewhere: false };
}

/** A helper that is run by something else (`STEPS.reduce(…)`): what it makes of an amount, or by how much, says which way. */
function ofHelper(bodies: Bodies, evaluator: Evaluator, chain: readonly Node[], at: number, category: string): Leaning {
  const { fn, ordinal } = chain[at];
  const body = bodies.of(fn);
  const [end] = body.returns();
  if (end === undefined) return NONE_KNOWN;
  const own = { fn, ordinal: end, value: body.operand(end, 0), name: '', starts: [], amount: 'sure', shown: false } as const;
  const arm = (outcome: boolean): Linear[] =>
    armOf(bodies, evaluator, { ...own, starts: [] }, { condition: { key: `${fn}:${ordinal}`, outcome } }, ordinal);
  const arms = [arm(true), arm(false)] as const;
  const all = arms.flat();
  const isChanged = all.every(({ of, factor }) => of !== '' && factor > 0);
  const isFactor = all.every(({ of, addend }) => of === '' && addend > 0 && addend < 4) && all.some(({ addend }) => addend === 1);
  const up = isChanged || isFactor ? more(...arms) : null;
  if (up === null || up === 0) return NONE_KNOWN;
  const side = sideOf(bodies, chain.slice(at), category);
  const usual = side.isMeasured ? usualArm(body, { ...own, starts: [] }, ...arms, NONE) : 0;
  if (usual !== 0) return { ...NONE_KNOWN, direction: up === usual ? 'discount' : 'surcharge' };
  return { direction: up === side.sign ? 'surcharge' : 'discount', byAge: side.byAge, isElsewhere: false };
}

/**
 * Which arm leaves the price as it is for everybody else: 1 for true, −1 for false, 0 when nothing tells.
 * What is added to a price for a low score is a surcharge for those who have it, not a discount for all others.
 */
function usualArm(body: Body, site: Site, yes: readonly Linear[], no: readonly Linear[], decider: number): 1 | -1 | 0 {
  const kind = body.kind(site.ordinal);
  if (decider !== NONE && (kind === Kind.Store || kind === Kind.Set)) {
    const cfg = body.cfg();
    const isIn = (outcome: boolean): boolean =>
      living(cfg, (edge) => edge.condition === decider && edge.when === !outcome).has(cfg.blockOf[site.ordinal]);
    if (isIn(true) !== isIn(false)) return isIn(true) ? -1 : 1;
  }
  return plainArm(yes, no);
}

/** An arm that changes nothing: nothing is added there, or it is multiplied with one. */
function plainArm(yes: readonly Linear[], no: readonly Linear[]): 1 | -1 | 0 {
  const isFactor = [...yes, ...no].every(({ addend, of }) => of === '' && addend > 0 && addend < 4);
  const isPlain = (all: readonly Linear[]): boolean =>
    all.every(({ factor, addend, of }) => (of !== '' ? factor === 1 && addend === 0 : addend === (isFactor ? 1 : 0)));
  return isPlain(yes) === isPlain(no) ? 0 : isPlain(yes) ? 1 : -1;
}

/** `discount = isLoyal ? 10 : 0`; one that is 1 for everybody else is multiplied with the price. */
const isTakenOff = ({ name }: Site, arms: readonly Linear[]): boolean =>
  /^(discount|rebate|reduction|deduction|concession)s?$/.test(
    wordsOf(name).findLast((word) => !/^(amount|value|percent|percentage|rate|cent|total)$/.test(word)) ?? '',
  ) && !arms.some(({ addend, of }) => of === '' && addend === 1);

/** Neither arm computes anything, and they are not two members of one thing (`plan.webPrice`, `plan.appPrice`). */
function areApart(yes: readonly Linear[], no: readonly Linear[]): boolean {
  const isTaken = ({ factor, addend, of }: Linear): boolean => of !== '' && factor === 1 && addend === 0;
  const home = ({ of }: Linear): string => (of.includes('.') ? of.slice(0, of.lastIndexOf('.')) : of);
  return [...yes, ...no].every(isTaken) && !yes.some((a) => no.some((b) => home(a) === home(b)));
}

/** The price when the condition has this outcome: what is returned then, what the variable or member holds then. */
function armOf(
  bodies: Bodies,
  evaluator: Evaluator,
  site: Site,
  assumed: Assumption & { condition: { key: string; outcome: boolean } },
  decider: number,
): Linear[] {
  const { condition } = assumed;
  const body = bodies.of(site.fn);
  const kind = body.kind(site.ordinal);
  const of = (ordinal: number): Linear[] => evaluator.of({ fn: site.fn, ordinal }, assumed);
  if (decider !== NONE && site.unraised !== undefined) {
    const open = living(body.cfg(), (edge) => edge.condition === decider && edge.when === !condition.outcome);
    const isRaised = open.has(body.cfg().blockOf[site.value]);
    return isRaised ? of(site.value) : evaluator.of({ fn: site.fn, ordinal: site.unraised }, {});
  }
  if (decider === NONE || (!site.beside && kind !== Kind.Return && kind !== Kind.Store && kind !== Kind.Set))
    return of(site.value);
  const cfg = body.cfg();
  const alive = living(cfg, (edge) => edge.condition === decider && edge.when === !condition.outcome);
  if (site.beside || kind === Kind.Return) {
    // What is returned whichever way the condition goes says nothing about the difference.
    const other = living(cfg, (edge) => edge.condition === decider && edge.when === condition.outcome);
    const isIn = (blocks: ReturnType<typeof living>, at: number): boolean => blocks.has(cfg.blockOf[at]);
    const values = new Map((site.beside ?? []).map((end) => [end.ordinal, end.value]));
    const ends = site.beside ? [...values.keys()] : body.returns();
    // Where the return itself is taken on both ways, the others tell what the condition changes, if they are few.
    const isOnBoth = isIn(alive, site.ordinal) && isIn(other, site.ordinal);
    if (isOnBoth && ends.length > FEW) return of(site.value);
    const own = ends.filter((end) => isIn(alive, end) && !isIn(other, end));
    return own.length === 0 ? of(site.value) : own.flatMap((end) => of(values.get(end) ?? body.operand(end, 0)));
  }
  if (alive.has(cfg.blockOf[site.ordinal])) return of(site.value);
  if (kind === Kind.Set)
    return evaluator.member({ fn: site.fn, ordinal: body.operand(site.ordinal, 0) }, body.name(site.ordinal, 1));
  const owner = body.operand(site.ordinal, 2);
  if (owner !== NONE && owner !== body.index) return [];
  const slot = body.operand(site.ordinal, 0);
  const isSet = (store: number): boolean => !isUnset(body, body.operand(store, 1));
  const before = body.reaching(decider, slot).filter(isSet);
  // A variable that holds nothing yet: what it holds on this way.
  const own = body
    .stores(slot)
    .flatMap(({ fn, ordinal }) => (fn === body.fn && alive.has(cfg.blockOf[ordinal]) ? [ordinal] : []));
  const stores = before.length > 0 ? before : own.filter(isSet);
  return stores.length > FEW ? [] : stores.flatMap((store) => of(body.operand(store, 1)));
}

/** `let price: number;` */
const isUnset = (body: Body, i: number): boolean =>
  body.kind(i) === Kind.Cast ? isUnset(body, body.operand(i, 0)) : body.isNothing(i);

/** 1 when every way of one arm is at least as dear as the other and one is dearer. */
function more(yes: readonly Linear[], no: readonly Linear[]): 1 | 0 | -1 | null {
  let sign: 1 | 0 | -1 = 0;
  if (yes.length === 0 || no.length === 0) return null;
  for (const a of yes) {
    for (const b of no) {
      const own = compared(a, b);
      if (own === null) return null;
      if (own !== 0 && sign !== 0 && own !== sign) return ranked(yes, no);
      if (own !== 0) sign = own;
    }
  }
  return sign;
}

/** Other choices make both arms cheap and dear alike: the cheapest of one is set against the cheapest of the other, and so on. */
function ranked(yes: readonly Linear[], no: readonly Linear[]): 1 | 0 | -1 | null {
  if (yes.length !== no.length) return null;
  const [ours, theirs] = [yes, no].map((all) => [...all].sort((a, b) => compared(a, b) ?? 0));
  const signs = new Set(ours.map((own, at) => compared(own, theirs[at])).filter((sign) => sign !== 0));
  const [sign = 0] = signs;
  return signs.size > 1 ? null : sign;
}

/** Which outcome of the condition is that of the person with the attribute: 1 for true, −1 for false. */
function sideOf(bodies: Bodies, chain: readonly Node[], category: string): { sign: 1 | -1; byAge: boolean; isMeasured: boolean } {
  let sign: 1 | -1 = 1;
  let byAge = false;
  /** More or less of something: no side of it is that of the person. */
  let isMeasured = false;
  const isAge = category === 'age' || category === 'birth-date';
  for (const node of chain) {
    const body = bodies.of(node.fn);
    const group = isAge ? groupOf(body, node.ordinal) : '';
    // From which year on somebody is called so says nothing of who pays what.
    if (group !== '') {
      const isOther = USUAL.test(group) !== OPERATORS[body.operand(node.ordinal, 0)].startsWith('!');
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
    byAge = limit.value !== null && (limit.value <= 30 || limit.value >= 55);
    const isYoung = limit.value !== null && limit.value <= 30;
    const isOld = limit.value !== null && limit.value >= 55;
    if ((isYoung && !isBelow) || (isOld && isBelow)) sign = sign === 1 ? -1 : 1;
  }
  return { sign, byAge, isMeasured };
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

function ofTable(bodies: Bodies, evaluator: Evaluator, value: Spot, read: Node): Leaning {
  const body = bodies.of(read.fn);
  if (body.kind(read.ordinal) !== Kind.Get || !body.has(read.ordinal, Flag.Computed)) return NONE_KNOWN;
  const key = `${read.fn}:${read.ordinal}`;
  const rows = evaluator.rows(read).map((name) => ({ name, values: evaluator.of(value, { row: { key, name } }) }));
  if (rows.length < 2 || rows.length > 64) return NONE_KNOWN;
  const usual = rows.find((row) => USUAL.test(row.name)) ?? rows.find(({ values }) => values.length > 0 && values.every(isPlain));
  if (!usual) return NONE_KNOWN;
  const others = rows.filter((row) => row !== usual).map((row) => ({ name: row.name, sign: more(row.values, usual.values) }));
  if (others.some((row) => row.sign === 1)) return { ...NONE_KNOWN, direction: 'surcharge' };
  const lower = others.filter((row) => row.sign === -1);
  if (lower.length === 0 || others.some((row) => row.sign === null)) return NONE_KNOWN;
  return { ...NONE_KNOWN, direction: 'discount', byAge: lower.every((row) => isConcession(row.name)) };
}

/** Nothing is added, and it is multiplied with one. */
const isPlain = ({ factor, addend, of }: Linear): boolean => (of === '' ? addend === 1 : factor === 1 && addend === 0);

/** "senior", "child": what a published tariff calls the ages for which it has a price. */
export const isAgeGroup = (text: string): boolean =>
  /^(seniors?|child(ren)?|kids?|youth|teen(ager)?s?|infants?|bab(y|ies)|toddlers?|pensioners?|juniors?|students?)$/i.test(text);

const CONCESSIONS = new Set(
  (
    'senior student child kid youth teen teenager infant baby toddler pensioner retiree retired elderly military veteran disability disabled ' +
    'wheelchair carer caregiver concession concessionary reduced nhs teacher apprentice unemployed junior minor family social young old'
  ).split(' '),
);

/** Names of published concessions: lower prices for children, students, pensioners. */
export const isConcession = (name: string): boolean => wordsOf(name).some((word) => CONCESSIONS.has(word));
