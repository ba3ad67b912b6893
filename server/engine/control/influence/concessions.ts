/** Names of groups for which prices are published, and of those who pay what everybody else pays. */
import { wordsOf } from '../../words';
import type { Sum } from './arithmetic';

/** Those who pay what everybody else pays. */
export const isUsual = (name: string): boolean =>
  /^(default|standard|normal|regular|base|basic|none|other|adult|full|neutral|average|low)$/i.test(name);

/** "senior", "child": what a published tariff calls the ages for which it has a price. */
export const isAgeGroup = (text: string): boolean =>
  /^(seniors?|child(ren)?|kids?|youth|teen(ager)?s?|infants?|bab(y|ies)|toddlers?|pensioners?|juniors?|students?|pre_?school(er)?s?|newborns?)$/i.test(
    text,
  );

const CONCESSIONS = new Set(
  (
    'senior student child kid youth teen teenager infant baby toddler pensioner retiree retired elderly military veteran disability disabled ' +
    'wheelchair carer caregiver concession concessionary reduced nhs teacher apprentice unemployed junior minor family social young old'
  ).split(' '),
);

/** Names of published concessions: lower prices for children, students, pensioners. */
export const isConcession = (name: string): boolean => wordsOf(name).some((word) => CONCESSIONS.has(word));

/** `rate.child` on one way, `rate.adult` on the other: what differs has the names of ages. */
export function isListedByAge(yes: readonly Sum[], no: readonly Sum[]): boolean {
  const namesIn = (all: readonly Sum[]): string[] => all.flatMap(({ terms }) => [...terms.keys()]);
  const [ours, theirs] = [namesIn(yes), namesIn(no)];
  const apart = [...ours.filter((name) => !theirs.includes(name)), ...theirs.filter((name) => !ours.includes(name))];
  const words = apart.map((name) => wordsOf(name.slice(name.lastIndexOf('.') + 1)));
  if (!words.some((own) => own.some(isAgeGroup)) || words.some((own) => own.includes('premium'))) return false;
  const isOfAges = (word: string): boolean => isAgeGroup(word) || word === 'adult';
  // `event.juniorFee` beside `event.fee`.
  const bare = words.map((own) => own.filter((word) => !isOfAges(word)).join(' '));
  return words.every((own) => own.some(isOfAges)) || (bare[0] !== '' && bare.every((own) => own === bare[0]));
}
