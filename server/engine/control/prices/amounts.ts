/** Which names are amounts of money that somebody is asked to pay. */
import type { Amount } from '../influence/site';
import { remembering } from '../../remember';
import { wordSet, wordsOf } from '../../words';

const SURE = wordSet(
  'price fare fee surcharge tariff premium subtotal msrp toll apr preis prix precio prezzo preco prijs tarif prima premie beitrag gebuhr tarifa cuota frais',
);
const MAYBE = wordSet('amount total cost charge rate quote cent rent rental deposit payment payable due sum offer');
const FACTOR = wordSet('discount markup multiplier coefficient uplift factor adjustment rebate loading');
const PAIRS: Record<string, ReadonlySet<string>> = {
  rate: wordSet(
    'hourly daily nightly weekly monthly room hotel interest mortgage loan insurance pmi premium plan base night day annual',
  ),
  amount: wordSet('unit deposit'),
  deposit: wordSet('security rental tenancy holding booking damage key'),
  total: wordSet('cart order checkout basket grand invoice booking'),
  cost: wordSet('unit ticket item shipping delivery ride trip insurance cover policy'),
  charge: wordSet('service delivery booking extra cleaning'),
};
/** Owners whose `rate`, `cost`, `amount` or `total` is a price. */
const SELLING = wordSet(
  'hotel room product plan ticket ride trip tariff booking listing service item sku order cart basket checkout offer flight seat menu package subscription policy loan lease quote variant',
);
/** What a factor is one of. */
const PRICED = wordSet(
  'price pricing fare fee premium rate rating cost charge discount markup risk peak surge demand loyalty season seasonal distance zone area region age gender tier quantity volume base quote tariff',
);
const LOADED = wordSet('age risk premium medical health smoker occupation policy insurance');
const CURRENCY = wordSet('cent usd eur gbp chf euro dollar');
/** Words after an amount that leave it one: "priceCents", "priceWithTax" ends at its preposition. */
const UNITS = wordSet(
  'cent usd eur gbp chf amount value net gross new final base each total number num per night day month year hour unit it',
);
const HEADS = wordSet('for of per with by from in after at before and to incl including without on');
const VERBS = wordSet(
  'get calc calculate compute determine derive apply adjust estimate make build fetch find resolve format to work our the new final set update show',
);
/** These end the meaning: no price is asked, or it is none. */
const OTHER = wordSet(
  `rate cap limit frame sample conversion exchange count level center centre code id list label text type name key table history tag
  rating ratio percent percentage salary wage payroll payslip tip donation dose dosage balance budget expense refund tax vat bonus heart bit
  refresh error success growth churn tick score weight point token index page row item match byte file char line duration time
  sort filter range slider alert currency symbol field column input format formatter schema hint component icon view min max
  minimum maximum free waiver calculator engine service rule strategy model policy`,
);

/** Only names with such a word say or show an amount. */
export const mayPrice = (word: string): boolean =>
  SURE.has(word) || MAYBE.has(word) || FACTOR.has(word) || /^multipl|currency|price|money|amount|fare|tariff/.test(word);

/** What a name says, with the owner it is a member of ('' for a variable or function). */
export function amountOf(name: string, owner = ''): Amount | null {
  return owner === '' ? ownAmount(name) : judge(name, owner);
}

const ownAmount = remembering((name) => judge(name, ''));

function judge(name: string, owner: string): Amount | null {
  if (!wordsOf(name).some((word) => SURE.has(word) || MAYBE.has(word) || FACTOR.has(word) || isPriceOf(word))) return null;
  if (
    name.length > 60 ||
    (/^(is|are|was|has|can|should|show|hide|use|on|handle|no|set[A-Z])/.test(name) && !/^(use)?[a-z]+$/.test(name))
  )
    return null;
  if (name.startsWith('on') && /^on[A-Z]/.test(name)) return null;
  let words = wordsOf(name).flatMap((word) => (isPriceOf(word) ? [word.slice(0, -PRICE.length), PRICE] : [word]));
  const head = words.findIndex((word, at) => at > 0 && HEADS.has(word));
  if (head > 0) words = words.slice(0, head);
  while (words.length > 1 && VERBS.has(words[0])) words.shift();
  const inCurrency = words.some((word) => CURRENCY.has(word));
  while (words.length > 1 && (UNITS.has(words[words.length - 1]) || /^\d/.test(words[words.length - 1])) && !isAmount(words))
    words.pop();
  // Of many, and of none of them.
  if (words.length > 1 && AVERAGES.has(words[0])) return null;
  // What somebody owns adds up to a total value.
  if (/^total_?value$/i.test(name)) return null;
  const last = words[words.length - 1];
  const before = words[words.length - 2] ?? '';
  if (before !== '' && words.slice(0, -1).some((word) => PERSONAL_PAY.has(word))) return null;
  if (last === 'price' && QUOTED.has(before)) return null;
  if (SURE.has(last)) return last === 'premium' && words.length === 1 && owner === '' ? 'maybe' : 'sure';
  // Several of them are a list, not an amount; "factors" are reasons.
  if (isPlural(name, last) && (FACTOR.has(last) || LISTED.has(last))) return null;
  // What is lent, and how much at most, is no price.
  if (last === 'amount' && words.some((word) => LENT.has(word))) return null;
  // What of a price is paid at once.
  if (last === 'payment' && before === 'down') return null;
  // What somebody is advised to pay or to set aside, nobody has asked for.
  if (ADVISED_OF.has(last) && words.some((word) => ADVISED.has(word))) return null;
  // Of insurances; everything else that is loading is on its way.
  if (last === 'loading' && !LOADED.has(before)) return null;
  if (/^(factor|coefficient|adjustment|multiplier|uplift|markup)$/.test(last) && words.length > 1 && !PRICED.has(before))
    return null;
  if (FACTOR.has(last)) return words.length === 1 || !OTHER.has(before) ? 'factor' : null;
  // "deliveryCents": the unit says that it is money, what is left says what for.
  if (inCurrency && (SELLING.has(last) || ['cost', 'charge', 'total'].some((amount) => PAIRS[amount]?.has(last)))) return 'sure';
  if (!MAYBE.has(last)) return null;
  if (PAIRS[last]?.has(before)) return 'sure';
  if (OTHER.has(before)) return null;
  const own = wordsOf(owner);
  return SELLING.has(own[own.length - 1] ?? '') && last !== 'total' ? 'sure' : 'maybe';
}

const PRICE = 'price';
/** "rentalprice" */
const isPriceOf = (word: string): boolean => word.endsWith(PRICE) && word !== PRICE;

const AVERAGES = wordSet('avg average median mean');

/** What a market says, to everybody. */
const QUOTED = wordSet('gas stock share token oracle market spot asset');
/** "quotes" and "payments" are records; "costs" and "charges" are what they add up to. */
const LISTED = wordSet('offer quote payment rate rental amount total');
const LENT = wordSet(
  'eligible eligibility affordable allowed allowable sanctioned approved loan principal limit max maximum min minimum safe credit',
);

const ADVISED = wordSet('recommended suggested advised advisable affordable');
const ADVISED_OF = wordSet('rent rental deposit payment cost');

/** Whether the word stands in the plural in the name: "risk_factors". */
const isPlural = (name: string, word: string): boolean =>
  new RegExp(`[${word[0]}${word[0].toUpperCase()}]${word.slice(1)}s(?![a-z])`).test(name);

const isAmount = (words: readonly string[]): boolean => {
  const last = words[words.length - 1];
  return SURE.has(last) || (PAIRS[last]?.has(words[words.length - 2] ?? '') ?? false);
};

const PERSONAL_PAY = wordSet('salary wage payroll payslip tip donation dose dosage expense refund tax vat heart');

/** Names of functions, classes and owners in which amounts are no prices. */
export const isNoSale = (name: string): boolean =>
  LEVIED.test(name) ||
  wordsOf(name).some(
    (word) => PERSONAL_PAY.has(word) || word === 'gratuity' || word === 'allowance' || word === 'pension' || word === 'bonus',
  );

/** Taxes that are not called so. */
const LEVIED =
  /(stamp|import|customs|excise)_?dut(y|ies)|lev(y|ies)(?![a-z])|cap(ital)?_?gains?|ltcg|visa_?(fee|cost|charge)|passport|consular|medicare|medicaid/i;

/** Functions that print an amount: what they are given is shown as a price. */
export const showsAmount = (name: string): boolean =>
  /^(format|display|render|print|to)_?(currency|price|money|amount|fare)/i.test(name);
