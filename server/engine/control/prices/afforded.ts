/** Amounts that turn on what somebody earns or owns because of what they are: what can be borrowed on it, what is insured of it. */
import { wordSet, wordsOf } from '../../words';

const LENDS = wordSet(
  'affordability affordable afford borrow borrowing lending dti tdsr msr ltv heloc equity repayment instalment installment emi',
);
const LOANS = wordSet('loan mortgage credit debt');
const AMOUNTS = wordSet('amount payment max maximum min minimum limit capacity eligible size capability monthly');
const MOST = wordSet('max maximum affordable');
/** What a loan costs. */
const COSTS = wordSet('rate apr interest fee charge margin');
const COVERS = wordSet('coverage cover covered insured assured exposure');
const OBJECT = /^(home|house|property|building|dwelling|contents|vehicle|car)_?value$/i;

const isLent = (name: string): boolean => {
  const words = wordsOf(name);
  const holds = (all: ReadonlySet<string>): boolean => words.some((word) => all.has(word));
  return holds(LENDS) || (holds(LOANS) && holds(AMOUNTS)) || (words.includes('payment') && holds(MOST));
};

const isInsured = (name: string): boolean => wordsOf(name).some((word) => COVERS.has(word)) || OBJECT.test(name);

/**
 * @param value the amount's name
 * @param way names on the way from the amount to an income, a wealth or a credit history
 * @param around names of the functions and classes around the amount
 * @returns in a word what the amount is, or '' when it may be a price
 */
export function affordedAs(value: string, way: readonly string[], around: readonly string[]): 'lent' | 'insured' | '' {
  const last = wordsOf(value).at(-1) ?? '';
  if (/afford/i.test(value)) return 'lent';
  // A rate or a fee is what a loan costs; a price hangs on the loan alone, whatever the function around it is for.
  const isPrice = last === 'price' || last === 'premium';
  if (!COSTS.has(last) && (isPrice ? way : [...way, value, ...around]).some(isLent)) return 'lent';
  return wordsOf(value).includes('premium') && way.some(isInsured) ? 'insured' : '';
}
