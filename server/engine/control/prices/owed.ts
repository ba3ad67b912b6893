/** Amounts that turn on a person and are no price: taxes on an income, pay, what a loan of theirs holds, figures of a list of people. */
import { Flag, isComparison, Kind, NONE, OPERATORS } from '../../ir';
import { wordsOf } from '../../words';
import { isAdvised } from './advised';
import { amountOf } from './amounts';
import type { Bodies, Body } from '../bodies';
import type { Taken } from '../influence/dependences';
import { chainOf, type Node } from '../influence/influence';
import { prompts } from '../prompts';
import { lastName, namesAround } from '../named';
import { isOfListAsked, rootOf } from '../influence/elements';
import { asksInChain } from '../influence/queries';
import { PREMIUM } from '../influence/somebody';
import { asksIfAny } from '../influence/tallies';
import { isOfItem } from './items';
import { isMeansTested, sortOf } from './sorts';
import { isSummedUp } from './summed';

/** @returns in a word what the amount is, or '' when it may be a price. */
export function owedFor(bodies: Bodies, one: Taken): string {
  if (isReadFrom(bodies, one)) return 'content';
  if (isOfItem(bodies, one)) return 'item';
  if (isOfListAsked(bodies, one.node)) return 'list';
  // How often a thing was looked at, by whomever.
  if (one.found.classes.every((own) => own === 'behaviour') && !one.found.ofPerson) return 'demand';
  const { found, node, site } = one;
  const chain = chainOf(node);
  const isMoney = found.category === 'income-wealth' || found.category === 'credit';
  const way = [
    last(found.words),
    ...chain.map((at) => lastName(bodies.of(at.fn), at.ordinal)),
    ...operandsOf(bodies.of(site.fn), site.value),
  ];
  const body = bodies.of(site.fn);
  const sort = sortOf({
    value: site.name,
    way,
    around: namesAround(body),
    path: body.reader.module.path.split(/[/.]/).flatMap(wordsOf),
    isMoney,
    isFamily: found.category === 'family-members',
    isQuantity: isQuantity(found, chain),
  });
  if (sort !== null) return sort;
  if (isMoney && isAdvised(body, site)) return 'lent';
  const isDebt = DEBT.test(found.words);
  if (
    (isMoney || isDebt) &&
    !chain.some(({ via }) => CHOOSES.has(via)) &&
    !meetsPrice(bodies, chain, isDebt ? /^\*$/ : /^[*+-]$/)
  )
    return 'own';
  if (isFar(bodies, one, chain)) return 'far';
  return isOwnElement(bodies, one, chain) || isOneOfMany(bodies, chain, site.name) || isLookedFor(bodies, one, chain)
    ? 'selection'
    : '';
}

/** A line of poverty, a subsidy or a relief is on the way, or is what the amount or the function around it is called. */
export const isByNeed = (bodies: Bodies, { site, node }: Taken): boolean =>
  [
    site.name,
    ...namesAround(bodies.of(site.fn)).slice(0, 1),
    ...chainOf(node).flatMap((at) => [lastName(bodies.of(at.fn), at.ordinal), ...namesAround(bodies.of(at.fn)).slice(0, 1)]),
  ].some(isMeansTested);

/** Choices that hang on choices that hang on choices: that far off, what somebody is says little about what they pay. */
const FAR = 2;
/** Classes of what somebody is; where they are and what they use decides a lot besides prices, and says less from afar. */
const NEAR: ReadonlySet<string> = new Set(['protected', 'willingness-to-pay', 'vulnerability', 'body', 'emotion', 'consent']);
/** So many of them cost so much: where nothing is chosen by their number, or those of an order are counted, who are its guests. */
function isQuantity({ category, ofPerson }: Taken['found'], chain: readonly Node[]): boolean {
  if (!COUNTABLE.has(category)) return false;
  if (category === 'family-members' && !ofPerson && chain.some(({ via }) => via === 'count')) return true;
  return chain.every(({ via }) => via === 'same' || via === 'arithmetic' || via === 'count');
}

/** Of what somebody has several. */
const COUNTABLE: ReadonlySet<string> = new Set(['medication', 'diagnosis', 'family-members', 'allergies-diet']);
const CHOOSES: ReadonlySet<string> = new Set(['branch', 'lookup', 'predicate', 'comparator']);

/** What somebody owes is added to what else they owe. */
const DEBT = /(arrears|debts?|overdraft|owed|owing|amountOverdue|overdueAmount)$/i;

const last = (words: string): string => words.slice(words.lastIndexOf('.') + 1);

/** Several choices away; or a price that was made elsewhere is only read, as that of a zone where somebody lives. */
function isFar(bodies: Bodies, { site, found }: Taken, chain: readonly Node[]): boolean {
  const isNear = found.classes.some((own) => NEAR.has(own));
  if (chain.filter(({ via }) => via === 'branch').length > (isNear ? FAR : 1)) return true;
  return !isNear && isOnlyRead(bodies.of(site.fn), site.value) && chain.some(({ via }) => via !== 'same');
}

/** What somebody has, in other figures, is no price; a price that is raised by it is. */
const meetsPrice = (bodies: Bodies, chain: readonly Node[], raises: RegExp): boolean =>
  chain.some(({ fn, ordinal, via, parent }) => {
    if (via !== 'arithmetic' || parent?.fn !== fn) return false;
    const body = bodies.of(fn);
    if (body.kind(parent.ordinal) !== Kind.Binary || !raises.test(OPERATORS[body.operand(parent.ordinal, 0)])) return false;
    const [left, right] = [body.operand(parent.ordinal, 1), body.operand(parent.ordinal, 2)];
    const other = left === ordinal ? right : left;
    // `earnings - fees`: what is left of them.
    if (left === ordinal && OPERATORS[body.operand(parent.ordinal, 0)] === '-') return false;
    if (isShare(body, other) || isShareOf(body, parent)) return false;
    // `base * (1 + income / 200_000)`
    const isFactor = body.kind(other) === Kind.Const && body.name(other, 1) === '1';
    return isFactor || operandsOf(body, other).some((name) => amountOf(name) === 'sure' && !isRate(name));
  });

/** `salary * (fee / 100)`: so many of a hundred. */
const isShare = (body: Body, i: number): boolean =>
  body.kind(i) === Kind.Binary && OPERATORS[body.operand(i, 0)] === '/' && isHundred(body, body.operand(i, 2));

/** `(salary * fee) / 100` */
const isShareOf = (body: Body, { parent, fn, ordinal }: Node): boolean =>
  parent?.fn === fn && isShare(body, parent.ordinal) && body.operand(parent.ordinal, 1) === ordinal;

const isHundred = (body: Body, i: number): boolean =>
  i !== NONE && body.kind(i) === Kind.Const && Number(body.name(i, 1)) === 100;

/** What is multiplied with a rate is interest. */
const isRate = (name: string): boolean => wordsOf(name).some((word) => word === 'rate' || word === 'apr' || word === 'interest');

/** A price that was made elsewhere, as it is or as a number, where there is one. */
function isOnlyRead(body: Body, i: number, depth = 4): boolean {
  if (i === NONE || depth === 0) return false;
  const isRead = (at: number): boolean => isOnlyRead(body, at, depth - 1);
  switch (body.kind(i)) {
    case Kind.Get:
      return true;
    case Kind.Const:
      return body.isNothing(i);
    case Kind.Cast:
    case Kind.Await:
      return isRead(body.operand(i, 0));
    case Kind.Otherwise:
      return isRead(body.operand(i, 0)) && isRead(body.operand(i, 1));
    case Kind.Call:
      return (
        body.name(i, 1) === '' &&
        /^(Number|parseFloat|String)$/.test(lastName(body, body.operand(i, 0))) &&
        isRead(body.operand(i, 4))
      );
    case Kind.Phi: {
      // Of two prices one is chosen.
      const values: number[] = [];
      for (let n = 1; body.operand(i, n) !== NONE; n += 2)
        if (!body.isNothing(body.operand(i, n))) values.push(body.operand(i, n));
      return values.length === 1 && isRead(values[0]);
    }
    default:
      return false;
  }
}

/** Names in the arithmetic of a value, and of what a call is given. */
function operandsOf(body: Body, i: number, depth = 4): string[] {
  if (i === NONE || depth === 0) return [];
  const names = [lastName(body, i)];
  if (body.kind(i) === Kind.Binary && !isComparison(body.operand(i, 0)))
    return [...operandsOf(body, body.operand(i, 1), depth - 1), ...operandsOf(body, body.operand(i, 2), depth - 1)];
  if (body.kind(i) === Kind.Call && body.name(i, 1) === '')
    for (let n = 4; body.operand(i, n) !== NONE; n++) names.push(...operandsOf(body, body.operand(i, n), depth - 1));
  return names;
}

/** The price is one that the attribute holds, such as that of an order of theirs, or what they pay with. */
function isReadFrom(bodies: Bodies, { found, node }: Taken): boolean {
  if (/balances?(\(\))?$/i.test(found.words)) return true;
  const chain = chainOf(node);
  const vias = chain.map(({ via }) => via);
  if (found.category === 'credit' && isSummedUp(bodies, chain)) return true;
  if (found.category === 'purchase-history' && found.classes.length === 1)
    return !chain.some(
      (at) => (at.via === 'count' && !asksIfAny(bodies, at)) || (at.via === 'lookup' && !isPutUnder(bodies, at)),
    );
  const [held = ''] = found.below.slice(-1);
  if (found.category === 'credit' && amountOf(held) !== null && !vias.some((via) => via === 'count' || via === 'lookup'))
    return true;
  const isHeld = found.below.length > 0 && vias.every((via) => via === 'same' || via === 'call' || via === 'text');
  return isHeld && (found.category === 'credit' || found.classes.every((own) => own === 'behaviour' || own === 'experiment'));
}

/** `revenue[month].gross += booking.total`: the key says where it is added. */
function isPutUnder(bodies: Bodies, { fn, ordinal }: Node): boolean {
  const body = bodies.of(fn);
  for (let i = ordinal + 1; i < body.reader.count; i++) {
    const isKept = body.kind(i) === Kind.Set || body.kind(i) === Kind.Get;
    if (!isKept || !body.has(i, Flag.Computed) || body.operand(i, 1) !== ordinal) continue;
    if (body.kind(i) === Kind.Set || isAddedTo(body, i)) return true;
  }
  return false;
}

/** What is read is read to be added to: `table[key].sum = table[key].sum + x`. */
const isAddedTo = (body: Body, read: number): boolean => {
  for (let i = read + 1; i < body.reader.count; i++) if (body.kind(i) === Kind.Set && body.operand(i, 0) === read) return true;
  return false;
};

/** `people.filter((one) => one.city === city)`: who is in the list says nothing of what each of them has. */
function isOwnElement(bodies: Bodies, { found, node }: Taken, chain: readonly Node[]): boolean {
  const at = chain.findIndex((own) => own.via === 'predicate');
  // One person is picked for what they are, a thing for what it is for.
  if (at <= 0 || (found.ofPerson && isPicked(bodies, chain[at - 1]))) return false;
  // The condition of a query stands where it is asked, not in a function that is run for each row.
  if (chain[at].parent?.fn === chain[at].fn) return false;
  if (bodies.of(found.spot.fn).kind(found.spot.ordinal) !== Kind.Get) return false;
  // A helper that is asked about somebody says whom it was asked about.
  return rootOf(bodies, node)?.fn === chain[at].fn;
}

/** `products.filter((one) => one.gender === gender)`: what somebody looks for is what the things in the list are for. */
function isLookedFor(bodies: Bodies, { found }: Taken, chain: readonly Node[]): boolean {
  if (found.ofPerson) return false;
  const at = chain.findIndex(({ via }) => via === 'predicate');
  const [list, test] = [chain[at - 1], chain.find(({ fn, ordinal }) => isComparedWithOwn(bodies.of(fn), ordinal))];
  return list !== undefined && test !== undefined && lastName(bodies.of(list.fn), list.ordinal) === 'filter';
}

/** `one.age_group === ageGroup` */
function isComparedWithOwn(body: Body, i: number): boolean {
  if (body.kind(i) !== Kind.Binary || !/^===?$/.test(OPERATORS[body.operand(i, 0)])) return false;
  const [left, right] = [body.operand(i, 1), body.operand(i, 2)];
  if ([left, right].filter((at) => body.kind(at) === Kind.Get).length !== 1) return false;
  return wordsOf(lastName(body, left)).join() === wordsOf(lastName(body, right)).join();
}

/** The attribute decides which offers are in a list, or their order; each of them costs what it costs, or what a table says of it. */
function isOneOfMany(bodies: Bodies, chain: readonly Node[], value: string): boolean {
  const at = chain.findIndex((node) => node.via === 'predicate' || node.via === 'comparator' || node.adds === true);
  const query = at <= 0 ? null : queryAt(bodies, chain, at);
  const before = chain.slice(0, query?.from ?? Math.max(0, at));
  if (before.length === 0) return false;
  const isOnlyRead = before.every(({ via }) => via === 'same' || via === 'text' || via === 'lookup');
  // A row of a table that has a price of its own is an offer; a premium that is read there is made for whoever is insured.
  if (query?.rows === 'one') return isOnlyRead && !PREMIUM.test(value);
  if (query?.rows === 'many') return before.every(({ via }) => via !== 'branch' && via !== 'compare');
  return isOnlyRead && (!before.some((node) => isPicked(bodies, node)) || isRecommended(bodies, chain.slice(Math.max(0, at))));
}

/** `products.find((one) => one.id === suggestion.id)`: a thing that a model suggests costs what it costs. */
const isRecommended = (bodies: Bodies, after: readonly Node[]): boolean =>
  after.some(({ fn, ordinal }) => bodies.of(fn).kind(ordinal) === Kind.Call && prompts(bodies.of(fn), ordinal));

/** A query that is asked with a condition: whether one row is wanted, and where on the way its answer is taken. */
function queryAt(bodies: Bodies, chain: readonly Node[], at: number): { rows: 'one' | 'many'; from: number } | null {
  const { fn, parent } = chain[at];
  const body = bodies.of(fn);
  if (parent?.fn !== fn || body.kind(parent.ordinal) !== Kind.Call || !asksInChain(body, parent.ordinal)) return null;
  let from = at;
  const names: string[] = [];
  while (from > 0 && chain[from - 1].fn === fn && body.kind(chain[from - 1].ordinal) === Kind.Call)
    names.push(body.name(chain[--from].ordinal, 1));
  return { rows: names.some((name) => ONE_ROW.test(name)) ? 'one' : 'many', from };
}
const ONE_ROW = /(One|First|FirstOrThrow|Unique|UniqueOrThrow|ById|OneBy)$|^(single|maybeSingle|first|get)$/;

/** `find` picks one, and so does `[0]`. */
const isPicked = (bodies: Bodies, { fn, ordinal }: Node): boolean => {
  const body = bodies.of(fn);
  if (body.kind(ordinal) === Kind.Get)
    return body.has(ordinal, Flag.Computed)
      ? body.kind(body.operand(ordinal, 1)) === Kind.Const
      : /^\d+$/.test(body.name(ordinal, 1));
  return body.kind(ordinal) === Kind.Call && /^find|^(some|every|at|pop|shift)$/.test(body.name(ordinal, 1));
};
