/**
 * What an amount of money is to a person. Only what is asked of somebody for something is a price; the other sorts turn on people
 * by their nature: a tax on the income, a loan on what can be paid back, an insurance on what is insured, help on the need.
 */
import { wordSet, wordsOf } from '../../words';

export type Sort = 'levied' | 'granted' | 'lent' | 'insured' | 'counted' | 'used';

const LENDS = wordSet(
  'affordability affordable afford borrow borrowing dti tdsr msr ltv heloc equity repayment instalment installment emi amortization amortisation principal',
);
const LOANS = wordSet('loan mortgage credit debt');
const AMOUNTS = wordSet('amount payment max maximum min minimum limit capacity eligible size capability monthly');
const MOST = wordSet('max maximum affordable');
/** What a loan costs. */
const COSTS = wordSet('rate apr interest fee charge margin');
const COVERS = wordSet('coverage cover covered insured assured exposure');
const OBJECT = /^(home|house|property|building|dwelling|contents|vehicle|car)_?value$/i;
const HOLDERS = wordSet('tier coverage occupancy passenger traveler traveller guest attendee ticket seat');
/** Names of modules that work out what the state takes. */
export const STATE = wordSet('tax f1040 irs hmrc paye payroll withholding');
const COUNTED = wordSet(
  'report dashboard chart analytic analytics statistic stat kpi metric forecast projection breakdown aggregate',
);
/** What a price is made of is asked of somebody: "priceBreakdown". */
const OF_PRICE = /(price|fare|quote|premium|fee)s?_?breakdown/i;
const GRANTED = wordSet(
  'benefit entitlement allowance pension grant stipend award assistance subsidy relief compensation payout',
);

export const isTaxed = (name: string): boolean => wordsOf(name).some((word) => word === 'tax' || word === 'taxable');

/** Names of what is paid for people of low income, and of the line below which they are: "subsidisedPremium", "fplRatio". */
export const isMeansTested = (name: string): boolean =>
  wordsOf(name).some((word) => /^(subsid|hardship|relief|waiver|scholarship|bursary|stipend|poverty|fpl$)/.test(word)) ||
  /low_?income|means_?test|financial_?aid/i.test(name);

const isLent = (name: string): boolean => {
  const words = wordsOf(name);
  const holds = (all: ReadonlySet<string>): boolean => words.some((word) => all.has(word));
  return holds(LENDS) || (holds(LOANS) && holds(AMOUNTS)) || (words.includes('payment') && holds(MOST));
};

const isInsured = (name: string): boolean => wordsOf(name).some((word) => COVERS.has(word)) || OBJECT.test(name);

/** Names that say what an amount is, nearest first. */
export interface Said {
  /** Of the amount. */
  value: string;
  /** On the way from the amount to the attribute, and beside it in the arithmetic. */
  way: readonly string[];
  /** Of the functions and classes around it. */
  around: readonly string[];
  /** Words of the file and its folders. */
  path: readonly string[];
  /** The attribute is money itself: an income, a wealth, a debt. */
  isMoney: boolean;
  /** The attribute is how many of a family there are. */
  isFamily: boolean;
  /** The attribute goes into arithmetic and nothing is chosen by it: so many prescriptions cost so much. */
  isQuantity: boolean;
}

/** @returns what the amount is as far as names say, or null when it may be a price. */
export function sortOf({ value, way, around, path, isMoney, isFamily, isQuantity }: Said): Sort | null {
  const words = wordsOf(value);
  const last = words.at(-1) ?? '';
  if ((isMoney && way.some(isTaxed)) || path.some((word) => STATE.has(word))) return 'levied';
  if (isQuantity) return 'used';
  if (words.some((word) => GRANTED.has(word))) return 'granted';
  if (/afford/i.test(value)) return 'lent';
  // A rate or a fee is what a loan costs; a price hangs on the loan alone, whatever the function around it is for.
  const isPrice = last === 'price' || last === 'premium' || last === 'fare';
  if (!COSTS.has(last) && ((isMoney && way.some(isLent)) || (!isPrice && [value, ...around].some(isLent)))) return 'lent';
  if (isMoney && words.includes('premium') && way.some(isInsured)) return 'insured';
  // A contract for two costs what two cost.
  if (isFamily && [value, ...way].some((name) => wordsOf(name).some((word) => HOLDERS.has(word)))) return 'insured';
  return !isPrice && around.some((name) => wordsOf(name).some((word) => COUNTED.has(word)) && !OF_PRICE.test(name))
    ? 'counted'
    : null;
}
