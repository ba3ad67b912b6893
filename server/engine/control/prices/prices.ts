/** Where a function makes or shows a price: by the names of variables, members and functions, and by what is computed from. */
import { EntryKind, Flag, Kind, NONE, OPERATORS } from '../../ir';
import { functionOf } from '../../link/program';
import type { ObjectType, Type } from '../../link/types';
import { amountOf, isNoSale, showsAmount } from './amounts';
import type { Body } from '../bodies';
import { choiceOfReturn } from '../influence/call-steps';
import { branchOn, createDeciders } from '../influence/deciders';
import type { Start } from '../influence/influence';
import { madeIn, type Made } from '../influence/made';
import type { Amount, Site } from '../influence/site';
import { isCount } from '../influence/tallies';
import { ARITHMETIC, holdsAmount, memberAmount, type OwnerOf } from './holding';
import { lastName, nameOfCallee, namesAround } from '../named';
import { areSameRead, entriesOf, valueBehind } from '../parts';
import { isReckoned, RECKONED } from './likely';
import { isMoney, isOfPricing } from './money';
import { toldApart } from './told-apart';
import { wordSet, wordsOf } from '../../words';
import type { Walking } from '../influence/steps';

export function pricesIn(parts: Walking, body: Body, ownerOf: OwnerOf): Site[] {
  const { program } = parts;
  if (namesAround(body).some(isNoSale)) return [];
  const sites: Site[] = [];
  const deciding = createDeciders(body);
  const add = (site: Omit<Site, 'fn'>): void => void sites.push({ fn: body.fn, ...site });
  const judge = (name: string, value: number, how: Made['how']): Amount | null => {
    if (isNoSale(name) || isText(body, value) || isRatio(body, value) || isCount(body, value)) return null;
    if (isNoNumber(parts.frames.of(body.fn)?.values[value]?.type)) return null;
    const amount = amountOf(name);
    // A total of scores is a score.
    if (amount === 'maybe' && /score$/i.test(lastName(body, value))) return null;
    if (amount !== null || !isComputed(body, value) || isMeasure(name)) return amount;
    // `monthly()` of a "FeeCalculator".
    const isOfCalculator = how === 'return' && isOfPricing(body) && !isSpan(name) && isReckoned(parts, body, value);
    return isOfCalculator || holdsAmount(parts, body, value, ownerOf) || isMoney(parts, body, value) ? 'sure' : null;
  };
  const decides: Partial<Record<Made['how'], (made: Made) => Start[]>> = {
    store: ({ ordinal }) => deciding.store(ordinal),
    // `if (groups[name]) groups[name].total += amount`: whether there is one says nothing of how much.
    member: ({ ordinal }) => deciding.member(ordinal).filter((at) => !areSameRead(body, at.ordinal, body.operand(ordinal, 0))),
    setter: ({ ordinal, name }) => deciding.member(ordinal, name),
    entry: ({ name, value, ordinal }) => [
      ...(raisedIn(body, value, name) === NONE ? [] : deciding.written(value)),
      ...(told.get(`${ordinal}.${name}`)?.conditions ?? []).map((at) => branchOn(body, at)),
    ],
  };
  const told = toldApart(program, body);
  const all = [...madeIn(program, body)];
  const summed = summedIn(body);
  const answers = answersIn(body);
  const isAnswer = (value: number): boolean => isOwnLoad(body, value) && answers.has(body.operand(value, 0));
  const around = functionOf(program, body.fn).name;
  for (const made of all) {
    const { how, ordinal, value } = made;
    // What is added up and given back is called as the function is.
    const name = summed.has(ordinal) && isSaidBetter(made.name, around) ? around : made.name;
    if (how === 'element') elementPrices(body, ordinal, add);
    if (how === 'call') printedPrices(parts, body, ordinal, { add, ownerOf });
    if (value === NONE || isNoAmount(body, value) || isAnswer(value) || (how === 'store' && isGiven(body, value))) continue;
    const amount = (how === 'member' ? memberAmount(body, ordinal, ownerOf) : null) ?? judge(name, value, how);
    if (!amount) continue;
    const isEntry = how === 'entry';
    const starts = [start(body, value), ...(decides[how]?.(made) ?? [])];
    const others = how === 'setter' ? all.filter((other) => other.how === how && other.name === name) : [];
    const beside = isEntry ? told.get(`${ordinal}.${name}`)?.beside : others.length > 1 ? others : undefined;
    const raised = isEntry ? raisedIn(body, value, name) : NONE;
    const own = { name: name || 'what is given back', value, amount, shown: isEntry, starts, beside };
    add({ ordinal: isEntry ? value : ordinal, ...own, ...(raised === NONE ? {} : { unraised: raised }) });
  }
  return sites;
}

/** By the name of the function. */
const isSaidBetter = (name: string, around: string): boolean => {
  const [own, outer] = [amountOf(name), amountOf(around)];
  return own !== 'sure' && (outer === 'sure' || (outer !== null && (own === null || RECKONED.test(around))));
};

/** `total += …` of a variable that is given back. */
function summedIn(body: Body): Set<number> {
  const loads = body.returns().map((at) => body.operand(at, 0));
  const given = new Set(loads.filter((i) => isOwnLoad(body, i)).map((i) => body.operand(i, 0)));
  const out = new Set<number>();
  if (given.size === 0) return out;
  for (let i = 0; i < body.reader.count; i++) {
    if (body.kind(i) !== Kind.Store || body.operand(i, 2) !== NONE || !given.has(body.operand(i, 0))) continue;
    const value = body.operand(i, 1);
    const adds = value !== NONE && body.kind(value) === Kind.Binary && OPERATORS[body.operand(value, 0)] === '+';
    const left = adds ? body.operand(value, 1) : NONE;
    if (isOwnLoad(body, left) && body.operand(left, 0) === body.operand(i, 0)) out.add(i);
  }
  return out;
}

const isOwnLoad = (body: Body, i: number): boolean => i !== NONE && body.kind(i) === Kind.Load && body.operand(i, 1) === NONE;

interface Adding {
  add(site: Omit<Site, 'fn'>): void;
  ownerOf: OwnerOf;
}

/** `{price.toFixed(2)}`, `formatMoney(price)`: an amount as a text. */
function printedPrices(parts: Walking, body: Body, i: number, { add, ownerOf }: Adding): void {
  const method = body.name(i, 1);
  const name = method || nameOfCallee(body, i);
  const value = body.operand(i, 4);
  if (method === 'toFixed' || method === 'toLocaleString') {
    const of = body.operand(i, 0);
    const isCents = method === 'toFixed' && value !== NONE && body.name(value, 1) === '2';
    const said = amountOf(lastName(body, of));
    const amount = said === 'maybe' && isCents ? 'sure' : said;
    if (amount && amount !== 'factor')
      add({ ordinal: i, name: lastName(body, of), value: of, amount, shown: true, starts: [start(body, of)] });
    return;
  }
  if (value === NONE || !(showsAmount(name) || printsMoney(parts, body, i))) return;
  const own = lastName(body, value);
  const isPrinted = amountOf(own) === null && !holdsAmount(parts, body, value, ownerOf);
  add({ ordinal: i, name: own || name, value, amount: 'sure', isPrinted, shown: true, starts: [start(body, value)] });
}

/** What chooses among the returns of a function is one question: it goes with the first and with the last of them. */
export function withChoice<Own extends Site>(body: Body, sites: readonly Own[], counts?: (value: number) => boolean): Own[] {
  const returns = sites.filter((site) => body.kind(site.ordinal) === Kind.Return);
  const conditions = returns.length === 0 ? [] : choiceOfReturn(body, counts).map((ordinal) => branchOn(body, ordinal));
  const ends = new Set([returns[0], returns[returns.length - 1]]);
  return sites.map((site) => (ends.has(site) ? { ...site, starts: [...site.starts, ...conditions] } : site));
}

/** "Too young for a quote" is no price. */
export const maySayAmount = (body: Body, value: number): boolean => {
  const text = body.text(value);
  return text === null || /^\W*\d/.test(text);
};

const start = (body: Body, ordinal: number): Start => ({ fn: body.fn, ordinal, via: 'same' });
const NO_AMOUNTS: ReadonlySet<Kind> = new Set([Kind.Closure, Kind.Class, Kind.Object, Kind.Array]);
const isNoAmount = (body: Body, i: number): boolean => NO_AMOUNTS.has(body.kind(i));
/** What a function or a loop is given was made elsewhere. */
const isGiven = (body: Body, i: number): boolean => body.kind(i) === Kind.Param || body.kind(i) === Kind.Iter;
const isText = (body: Body, i: number): boolean => body.kind(i) === Kind.Template || body.text(i) !== null;
/** `update({ total: order.total + fee })`: where it is not done the total stays as it was. NONE where nothing is raised. */
function raisedIn(body: Body, i: number, name: string): number {
  if (body.kind(i) !== Kind.Binary || !ARITHMETIC.has(OPERATORS[body.operand(i, 0)])) return NONE;
  const operands = [body.operand(i, 1), body.operand(i, 2)].map((operand) =>
    body.kind(operand) === Kind.Call && body.name(operand, 1) === '' ? body.operand(operand, 4) : operand,
  );
  return operands.find((of) => of !== NONE && body.kind(of) === Kind.Get && body.name(of, 1) === name) ?? NONE;
}

/** A list, or an object without a name; `Money` and `Decimal` have one, and say how much. */
const isNoNumber = (type: Type | undefined): boolean =>
  type?.kind === 'array' ||
  type?.kind === 'tuple' ||
  type?.kind === 'map' ||
  (type?.kind === 'object' && (type.name === '' || !saysHowMuch(type)));

const saysHowMuch = (type: ObjectType): boolean =>
  type.class !== null || [...type.members()].some(([name, { method }]) => method || AMOUNT.test(name) || amountOf(name) !== null);
const AMOUNT = /^(amount|value|units?|cents?|minor|gross|net|figure|number|currency)$/i;
/** Variables of the function that hold what came back from whoever was asked to take a payment: `captured.success`. */
function answersIn(body: Body): Set<number> {
  const out = new Set<number>();
  for (let i = 0; i < body.reader.count; i++) {
    if (body.kind(i) !== Kind.Get || !ANSWERS.has(body.name(i, 1))) continue;
    if (isOwnLoad(body, body.operand(i, 0))) out.add(body.operand(body.operand(i, 0), 0));
  }
  return out;
}
const ANSWERS = new Set(['success', 'ok', 'error', 'errors', 'statusCode']);

/** `sum / prices.length`, `paid / due * 100`: a mean and a percentage. */
function isRatio(body: Body, i: number, depth = 4): boolean {
  if (i === NONE || depth === 0) return false;
  const next = (at: number): boolean => isRatio(body, at, depth - 1);
  switch (body.kind(i)) {
    case Kind.Phi:
      for (let n = 1; body.operand(i, n) !== NONE; n += 2) if (next(body.operand(i, n))) return true;
      return false;
    case Kind.Call:
      return /^(round|floor|ceil)$/.test(body.name(i, 1)) && next(body.operand(i, 4));
    case Kind.Binary: {
      const [left, right] = [body.operand(i, 1), body.operand(i, 2)];
      const operator = OPERATORS[body.operand(i, 0)];
      if (operator === '/' && /^(length|size|count)$/.test(lastName(body, right))) return true;
      return (
        operator === '*' && [left, right].some((at) => isHundred(body, at)) && [left, right].some((at) => isQuotient(body, at))
      );
    }
    default:
      return false;
  }
}
const isHundred = (body: Body, i: number): boolean => body.kind(i) === Kind.Const && body.name(i, 1) === '100';
const isQuotient = (body: Body, i: number): boolean =>
  body.kind(i) === Kind.Binary && OPERATORS[body.operand(i, 0)] === '/' && body.kind(body.operand(i, 2)) !== Kind.Const;
const isMeasure = (name: string): boolean =>
  /count|ratio|percent|label|text|index|average|avg|diff|delta|change|margin|profit|revenue|commission|payout|royalt|(^|_)comp(_|$)|tax|vat|weight|score|rank|title|message|class|style|color|width|height|eligib|afford|allow|cash|equity|down_?payment|limit|capacity|numerator|denominator/i.test(
    name,
  );

/** `ageInMonths()`, `nights()` */
const isSpan = (name: string): boolean => SPANS.has(wordsOf(name).at(-1) ?? '');
const SPANS = wordSet('age year month week day night hour minute second mile km point');

function elementPrices(body: Body, i: number, add: (site: Omit<Site, 'fn'>) => void): void {
  const tag = body.name(i, 0);
  const count = body.operand(i, 2);
  const isPrice = amountOf(tag) === 'sure' || /^(Price|Money|Currency|FormattedNumber|FormattedPrice)/.test(tag);
  for (let n = 0; n < count; n++) {
    if (body.operand(i, 3 + n * 3) !== EntryKind.Static) continue;
    const name = body.name(i, 4 + n * 3);
    const value = body.operand(i, 5 + n * 3);
    const amount = amountOf(name) === 'sure' || (isPrice && /^(value|amount|price)$/.test(name));
    if (value !== NONE && amount && !isNoAmount(body, value) && !isText(body, value))
      add({ ordinal: value, name, value, amount: 'sure', shown: true, starts: [start(body, value)] });
  }
}

/** `eur.format(x)`, or a function of one's own that gives such a text back, here or in another module. */
function printsMoney(parts: Walking, body: Body, call: number): boolean {
  const method = body.name(call, 1);
  if (method === 'format') return isCurrencyFormat(parts, body, body.operand(call, 0));
  if (method !== '' || !MONEY.test(nameOfCallee(body, call))) return false;
  const only = valueBehind(parts, body, body.operand(call, 0));
  if (only?.home.kind(only.value) !== Kind.Closure) return false;
  const printer = parts.bodies.of(parts.program.base[only.home.module] + only.home.operand(only.value, 0));
  return printer.returns().some((at) => {
    const text = printer.operand(at, 0);
    if (printer.kind(text) !== Kind.Call || printer.name(text, 1) === '') return false;
    return printer.name(text, 1) === 'toLocaleString'
      ? isInCurrency(printer, printer.operand(text, 5))
      : printsMoney(parts, printer, text);
  });
}
const MONEY = /money|price|currency|euro|dollar|pound|cents|amount|fare|^(eur|usd|gbp|chf|fmt|format)$/i;

/** `new Intl.NumberFormat(locale, { style: 'currency' })`. */
function isCurrencyFormat(parts: Walking, body: Body, receiver: number): boolean {
  if (receiver === NONE) return false;
  const only = valueBehind(parts, body, receiver);
  if (only) return only.home.kind(only.value) === Kind.Call && isCurrencyFormat(parts, only.home, only.value);
  return body.kind(receiver) === Kind.Call && isInCurrency(body, body.operand(receiver, 5));
}

const isInCurrency = (body: Body, options: number): boolean =>
  entriesOf(body, options).some(({ name, value }) => name === 'currency' || body.text(value) === 'currency');

const isComputed = (body: Body, i: number): boolean =>
  body.kind(i) === Kind.Phi ||
  (body.kind(i) === Kind.Get && body.has(i, Flag.Computed)) ||
  (body.kind(i) === Kind.Binary && ARITHMETIC.has(OPERATORS[body.operand(i, 0)])) ||
  body.kind(i) === Kind.Call;
