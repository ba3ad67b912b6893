/** Whether a value under the name of an amount is what somebody is asked to pay. */
import { Flag, Kind, LiteralKind, NONE, OPERATORS, type ModuleIR } from '../../ir';
import { functionOf } from '../../link/program';
import { wordSet, wordsOf } from '../../words';
import type { Body } from '../bodies';
import { usersOf } from '../influence/audience';
import type { Site } from '../influence/site';
import type { Walking } from '../influence/steps';
import { nameOfCallee, wordsOfCall } from '../named';
import { alternativesOf, argumentsOf, entriesOf, tablesBehind } from '../parts';
import { amountOf } from './amounts';
import { isOfPricing } from './money';
import { ARITHMETIC, holdsAmount, KEEPS, memberAmount, storesOf, type OwnerOf } from './holding';

/** Anything can be multiplied. */
const BARE = /^((final|total|base|new|overall|risk|score)_?)*(multiplier|factor|coefficient|adjustment|uplift)$/i;

/** An "ageFactor" weighs a premium or a score; a "priceFactor" weighs no score. */
const OF_MONEY = /price|pricing|fare|fee|premium|rate|cost|charge|discount|rebate|markup|surge|surcharge|tariff|quote|loading/i;

/** A price of a weaker name counts where it is made of a price, or goes into what somebody is charged. */
export const isLikely = (parts: Walking, body: Body, { amount, name, value }: Site, ownerOf: OwnerOf): boolean =>
  amount === 'sure' ||
  (amount === 'factor' && (BARE.test(name) ? priceInSight(body, ownerOf) : OF_MONEY.test(name) || namesPrice(body))) ||
  (amount === 'maybe' &&
    (isOfPricing(body) ||
      isQuoted(parts, body, value) ||
      holdsAmount(parts, body, value, ownerOf) ||
      isCharged(body, value) ||
      isBesidePrice(body, value))) ||
  (RECKONED.test(name) && isReckoned(parts, body, value));

/** What is worked out in a function that gives a quote. */
const isQuoted = (parts: Walking, body: Body, value: number): boolean =>
  /^((get|calc|calculate|compute|make|build)_?)?(price_?)?quote(_?(for|of)_?\w+)?$/i.test(
    functionOf(parts.program, body.fn).name,
  ) && isReckoned(parts, body, value);

/** `{ subtotal, total }`: what it becomes is written beside a price. */
const isBesidePrice = (body: Body, value: number): boolean =>
  (usersOf(body).get(value) ?? []).some((user) =>
    entriesOf(body, user).some((entry) => entry.value !== value && /^sub_?total/i.test(entry.name)),
  );

/** It is written into a call that takes money, or puts together what somebody is to pay. */
function isCharged(body: Body, value: number, depth = 4): boolean {
  if (depth === 0) return false;
  return (usersOf(body).get(value) ?? []).some((user) => {
    const kind = body.kind(user);
    if (kind === Kind.Call)
      return body.operand(user, 0) !== value && wordsOf(wordsOfCall(body, user)).some((word) => CHARGES.has(word));
    return (kind === Kind.Object || kind === Kind.Array) && isCharged(body, user, depth - 1);
  });
}
const CHARGES = wordSet('charge checkout invoice intent order cart stripe razorpay paypal quote booking fare');

/** Amounts that are not worked out may be something else: a plan, a place to live, what somebody puts into an account. */
export const RECKONED =
  /^((get|find|calc|calculate|compute|determine|estimate|derive|work_?out|quote)_?)?((final|new)_?)?premium\d*$|(^|_|[a-z])(rent|deposit)(_?amount)?$|total_?(in_?)?(cents?|eur|usd|gbp|chf)$/i;

export function isReckoned(parts: Walking, body: Body, i: number, depth = 6): boolean {
  if (i === NONE || depth === 0) return false;
  const next = (at: number): boolean => isReckoned(parts, body, at, depth - 1);
  switch (body.kind(i)) {
    case Kind.Binary:
      return ARITHMETIC.has(OPERATORS[body.operand(i, 0)]);
    case Kind.Cast:
    case Kind.Await:
      return next(body.operand(i, 0));
    case Kind.Phi:
      return alternativesOf(body, i).some(next);
    case Kind.Load:
      return body.operand(i, 1) === NONE && storesOf(body, i).some(next);
    // `BY_AGE[range]`: one of a table of numbers.
    case Kind.Get:
      return body.has(i, Flag.Computed) && tablesBehind(parts, body, body.operand(i, 0)).some(isOfNumbers);
    case Kind.Call: {
      if (/^reduce/.test(body.name(i, 1)))
        return isNumber(body, body.operand(i, 5)) || body.kind(body.operand(i, 5)) === Kind.Load;
      if (KEEPS.has(body.name(i, 1) || nameOfCallee(body, i))) return argumentsOf(body, i).some(next) || next(body.operand(i, 0));
      // What a function of one's own works out.
      return parts.frames.callees(body.fn, i).some((fn) => {
        const callee = parts.bodies.of(fn);
        return callee.returns().some((at) => isReckoned(parts, callee, callee.operand(at, 0), depth - 2));
      });
    }
    default:
      return false;
  }
}

const isOfNumbers = ({ body, ordinal }: { body: Body; ordinal: number }): boolean => {
  const rows = entriesOf(body, ordinal);
  return rows.length > 1 && rows.every(({ value }) => isNumber(body, value));
};

const isNumber = (body: Body, i: number): boolean =>
  i !== NONE && body.kind(i) === Kind.Const && body.operand(i, 0) === LiteralKind.Number;

const pricing = new WeakMap<ModuleIR, boolean>();

/** Anything in the module is called a price. */
function namesPrice({ reader: { module } }: Body): boolean {
  let found = pricing.get(module);
  if (found === undefined) {
    found = module.names.some((name) => amountOf(name) === 'sure' || name === 'premium');
    pricing.set(module, found);
  }
  return found;
}

function priceInSight(body: Body, ownerOf: OwnerOf): boolean {
  for (let i = 0; i < body.reader.count; i++) {
    if (body.kind(i) === Kind.Get && memberAmount(body, i, ownerOf) === 'sure') return true;
  }
  return body.reader.module.functions[body.index].slots.some((slot) => amountOf(slot.name) === 'sure');
}
