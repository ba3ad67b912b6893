/** All prices of a project that depend on an attribute of a person, and where people see them. */
import type { Attributes } from '../../attributes';
import { functionOf } from '../../link/program';
import type { Config } from '../../policy';
import type { Dependence } from '../../rule/dependence';
import { wordsOf } from '../../words';
import { seenBy } from '../influence/audience';
import { isOwnOfElement } from '../influence/elements';
import { isState } from '../influence/kept-state';
import { isConcession } from '../influence/concessions';
import { createTakes, type Looking, type Taken } from '../influence/dependences';
import { withOthers } from '../influence/others';
import { isOfAge } from '../influence/tariffs';
import { isByNeed, owedFor } from './owed';
import type { Site } from '../influence/site';
import { PREMIUM } from '../influence/somebody';
import { isLikely } from './likely';
import { maySayAmount, pricesIn, withChoice } from './prices';
import { isMadeOf } from '../influence/based';
import { ORDERS } from '../influence/call-steps';
import { isHandedToQuote } from '../influence/remote';
import type { Walking } from '../influence/steps';
import { registrationOf } from '../influence/step-parameters';

export interface Pricing {
  /** Where a price takes a dependence for the first time. */
  taken(): readonly Dependence[];
  /** Where a personal price is shown to a person without a word about it. */
  shown(): readonly Dependence[];
}

export interface PricingParts extends Walking {
  attributes: Attributes;
  config(path: string): Config;
}

/** @param functions the functions to look at, ascending. */
export function createPricing(parts: PricingParts, functions: () => readonly number[]): Pricing {
  const sites = new Map<number, readonly Site[]>();
  const sitesOf = (fn: number): readonly Site[] => {
    const known = sites.get(fn);
    if (known) return known;
    sites.set(fn, []);
    const body = parts.bodies.of(fn);
    if (ordersBy(parts, fn)) return [];
    const own = pricesIn(parts, body, takes.owners.ownerOf).filter((site) => isLikely(parts, body, site, takes.owners.ownerOf));
    const found = withChoice(body, own, (value) => maySayAmount(body, value)).map((site): Site =>
      site.amount === 'maybe' ? { ...site, amount: 'sure' } : site,
    );
    sites.set(fn, found);
    return found;
  };
  const takes = createTakes(parts, parts.attributes, sitesOf);
  let answer: { taken: Dependence[]; shown: Dependence[] } | null = null;

  const solve = (): { taken: Dependence[]; shown: Dependence[] } => {
    const taken = new Map<string, Dependence>();
    const shown: Dependence[] = [];
    const seen = new Map<string, Dependence['shown']>();
    const factors: Site[] = [];
    const sitesTaken = new Map<string, Site>();
    const first = (one: Taken): void => {
      const key = `${one.found.spot.fn}:${one.found.spot.ordinal}`;
      const before = taken.get(key);
      const home = sitesTaken.get(key);
      const isChanged =
        home?.fn === one.site.fn && isMadeOf(parts.bodies.of(home.fn), one.site.value, home.value) && home !== one.site;
      if (before?.excuse === '' && !isChanged && (before.direction === 'surcharge' || home !== one.site)) return;
      sitesTaken.set(key, one.site);
      const own = settled(parts, one, takes.dependence(one, 'money'));
      // Of two conditions on one answer ("low and not charging") the one that makes it dear is told; of two prices the changed one.
      if (
        !before ||
        isChanged ||
        before.excuse !== '' ||
        (own.excuse === '' && own.direction === 'surcharge' && one.site.amount !== 'factor')
      )
        taken.set(key, own);
    };
    for (const fn of functions()) {
      for (const site of sitesOf(fn)) {
        if (site.amount === 'factor') {
          factors.push(site);
          continue;
        }
        const handed: Looking = { records: TELLING, counts: (node) => isHandedToQuote(parts.bodies, node) };
        const all = takes.of(site, { ...handed, own: !site.shown, valued: 'decided' }).filter((one) => isPersonal(parts, one));
        for (const one of all) if (!one.node.claimed) first(one);
        const audience = all.length > 0 && site.shown ? seenBy(parts, site, pricingAt(parts, site.fn)) : 'no';
        if (audience === 'no') continue;
        for (const one of all) seen.set(`${one.found.spot.fn}:${one.found.spot.ordinal}`, audience);
        if (audience !== 'undisclosed') continue;
        const told = all
          // Whoever moves the slider beside the price knows what it turns on.
          .filter(({ found: { spot } }) => spot.fn !== site.fn || !isState(parts.bodies, parts.bodies.of(spot.fn), spot.ordinal))
          .map((one) => settled(parts, one, takes.dependence(one, 'money')));
        // What is no price of theirs does not stand before what is one.
        const telling = told.find(({ excuse }) => excuse === '' || excuse === 'policy-disclosed') ?? told[0];
        if (telling) shown.push(telling);
      }
    }
    for (const site of factors)
      for (const one of takes.of(site, { own: true, valued: 'decided' }).filter((one) => isPersonal(parts, one)))
        if (!one.node.claimed) first(one);
    const functionsOf = new Map<Dependence, number>();
    const found = [...taken].map(([key, dependence]) => {
      const one = { ...dependence, shown: seen.get(key) ?? dependence.shown };
      functionsOf.set(one, sitesTaken.get(key)?.fn ?? -1);
      return one;
    });
    return {
      taken: withOthers(onceEach(found, functionsOf)),
      shown: shown.map((dependence) => ({ ...dependence, shown: 'undisclosed' })),
    };
  };

  return {
    taken: () => (answer ??= solve()).taken,
    shown: () => (answer ??= solve()).shown,
  };
}

/** What is in a whole record by which somebody else may set a price. */
const TELLING = ['protected', 'willingness-to-pay', 'vulnerability', 'body'] as const;

/** What is compared to put a list in order is told where it is made. */
function ordersBy(parts: PricingParts, fn: number): boolean {
  const at = registrationOf(parts, fn);
  return at !== null && ORDERS.has(parts.bodies.of(at.fn).name(at.ordinal, 1));
}

const pricingAt = ({ program, config }: PricingParts, fn: number): Config['pricing'] =>
  config(program.modules[program.moduleOf[fn]].path).pricing;

/** A variable that several branches on one attribute change is one price: told where people pay more, else where it is first. */
function onceEach(all: readonly Dependence[], functionsOf: ReadonlyMap<Dependence, number>): Dependence[] {
  const kept = new Map<string, Dependence>();
  for (const one of all) {
    const key = [functionsOf.get(one), one.value, one.attribute.words, one.excuse].join('\n');
    const before = kept.get(key);
    if (!before || (one.direction === 'surcharge' && before.direction !== 'surcharge')) kept.set(key, one);
  }
  return all.filter((one) => [...kept.values()].includes(one));
}

/** Loyalty, plans and coupons are open to everyone or chosen; an attribute of nobody's is none. */
const isPersonal = ({ bodies }: PricingParts, { found, node }: Taken): boolean =>
  !found.classes.includes('allowed') && !isOwnOfElement(bodies, node);

/** What the policy allows, and the comparison of a document's own price with itself. */
function settled({ program, config, bodies }: PricingParts, one: Taken, dependence: Dependence): Dependence {
  const { site, found } = one;
  const { path } = dependence.at;
  // What people earn and owe is printed as prices are: only one that is more for some people is theirs.
  if (site.isPrinted && dependence.direction === 'unknown') return { ...dependence, excuse: 'printed' };
  if (dependence.direction !== 'surcharge' && isAccount(found)) return { ...dependence, excuse: 'content' };
  const owed = owedFor(bodies, one);
  if (owed !== '') return { ...dependence, excuse: owed };
  if (
    found.classes.includes('consent') &&
    isIncentive(config(path).pricing.financialIncentives, [site.name, functionOf(program, site.fn).name])
  )
    return { ...dependence, excuse: 'policy' };
  // What people of low income, with many to feed on it, or of an age are spared.
  if (
    (found.category === 'income-wealth' || found.category === 'family-members' || isOfAge(found)) &&
    (dependence.direction !== 'surcharge' || isWaiver(site.name)) &&
    isByNeed(bodies, one)
  )
    return { ...dependence, excuse: 'concession' };
  // Tickets have their prices by age: of an age of which only the ticket says that it is somebody's, more for some is told.
  if (found.isLikely && found.category === 'age' && dependence.direction !== 'surcharge' && !isInsurance(program, site))
    return { ...dependence, excuse: 'concession' };
  const allowed = config(path).pricing.allowed.find(
    ({ attribute, direction }) =>
      names(attribute, dependence) && (!direction || direction === 'any' || direction === dependence.direction),
  );
  if (allowed) return { ...dependence, excuse: allowed.disclosure === 'none' ? 'policy' : 'policy-disclosed' };
  if (
    dependence.excuse === '' &&
    dependence.direction !== 'surcharge' &&
    (isConcession(site.name) || isConcession(functionOf(program, site.fn).name))
  )
    return {
      ...dependence,
      excuse: found.classes.includes('protected') && dependence.direction === 'discount' ? 'concession' : '',
    };
  return dependence;
}

/** `debt.perDay`: what is reckoned under the name is no debt that somebody has. */
const isAccount = ({ owner, words, below }: Taken['found']): boolean =>
  owner === '' && /debts?$/i.test(words) && !words.includes('.') && below.length > 0;

const isInsurance = (program: PricingParts['program'], site: Site): boolean =>
  [site.name, functionOf(program, site.fn).name].some((name) => PREMIUM.test(name));

/** Who has more pays more, as something is let off for those who have less. */
const isWaiver = (name: string): boolean => /waiver|subsid|scholarship|bursary/i.test(name);

/** "ad-free" names `adFreePrice`: a benefit for a consent that is declared as one. */
export function isIncentive(declared: readonly string[], around: readonly string[]): boolean {
  const texts = around.map((name) => ` ${wordsOf(name).join(' ')} `);
  return declared.some((said) => texts.some((text) => text.includes(` ${wordsOf(said).join(' ')} `)));
}

/** "isStudent", "loyaltyTier", "age": a name of the attribute, its category or one of its classes. */
function names(said: string, { attribute }: Dependence): boolean {
  const last = attribute.words.slice(attribute.words.lastIndexOf('.') + 1);
  const same = (name: string): boolean => name !== '' && wordsOf(name).join(' ') === wordsOf(said).join(' ');
  return same(last) || same(attribute.category) || same(attribute.title) || attribute.classes.some(same);
}
