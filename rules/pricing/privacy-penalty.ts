import type { Finding, Rule } from '../../server/engine/rule';
import type { LesserService } from '../../server/engine/rule/consent';
import type { Denial, Dependence } from '../../server/engine/rule/dependence';

export const privacyPenalty: Rule = {
  id: 'privacy-penalty',
  title: 'Saying no costs money or service',
  family: 'pricing',
  value: 'Autonomy',
  severity: 'error',
  preset: 'recommended',
  since: '0.1.0',
  basis: [
    'May be relevant: GDPR Art. 7(4) and recital 42, consent must be free (checked 2026-11-28)',
    'May be relevant: California Civil Code 1798.125, no retaliation for privacy choices (checked 2026-11-28)',
  ],
  why:
    'A student who counts every euro says no to being followed across the web, and her plan becomes two euros dearer. The next person in the ' +
    'same position learns the lesson and says yes. Neither of them chose; the price chose for them.',
  limits:
    'It sees a service that is closed with an HTTP error (402, 403, 451 or its exception), with a way to a page that says so or with a ' +
    'component named after a wall, and what a service gives less of by its name (`hd`, `maxResolution`, `canDownload`, `uploadsPerDay`); a wall ' +
    'that is drawn over a page by its style alone is not seen. What does what the consent is for (a newsletter, a recommendation) may ask for it. Accepting terms of ' +
    'sale is no privacy choice. A benefit that is declared as such is fine: `pricing.financialIncentives`.',
  fixes: [
    'Ask the same price from those who say yes and those who say no.',
    'Serve those who say no as well, without what needs the consent.',
    'Declare the benefit under `pricing.financialIncentives` in data-ethics.json.',
  ],
  examples: {
    bad: [
      `const price = user.trackingConsent ? plan.price : plan.price + PRIVACY_FEE; // !`,
      `export function monthlyFee(base: number, user: Subscriber) {
  const factor = user.marketingOptIn ? 1 : 1.2;
  return base * factor; // !
}`,
      `if (!consent.marketing) {
  throw new ForbiddenException('Accept marketing to place an order'); // !
}`,
      `return consent.ads ? <Shop /> : <Navigate to="/blocked" />; // !`,
      `if (!consent) return res.status(402).json({ pay: true }); // !`,
      `const maxResolution = viewer.adsConsent ? 1080 : 480; // !`,
      `if (!consent.ads) return <Paywall />; // !`,
    ],
    ok: [
      `if (!permissions.location) return <ManualAddressForm />;`,
      `if (!form.acceptedTerms) throw new BadRequestException('Please accept the terms of sale');`,
      `const extras = consent.personalization ? await recommend(user.id) : bestsellers;`,
      `const price = user.acceptedTerms ? plan.price : 0;`,
      `const price = user.trackingConsent ? plan.price + 2 : plan.price;`,
      `// policy: { "pricing": { "financialIncentives": ["ad-free"] } }
const adFreePrice = user.trackingConsent ? plan.price : plan.price + 3;`,
    ],
  },
  *check(ask) {
    for (const price of ask.dependences.prices()) {
      if (price.excuse !== '' || !price.attribute.classes.includes('consent')) continue;
      // For somebody with a refusal ("opted out") a higher price is the penalty, for somebody with a consent a lower one.
      const worse = isRefusal(price) ? 'surcharge' : 'discount';
      if (price.direction === worse) yield finding(price, 'error', 'Those who say no pay more.');
      if (price.direction === 'unknown') yield finding(price, 'warning', 'Which way, the code does not tell.');
    }
    for (const denial of ask.dependences.denials()) yield shutOut(denial);
    for (const service of ask.lesserServices()) yield less(service);
  },
};

const isRefusal = ({ attribute }: Dependence): boolean =>
  /opt(ed)? ?out|do ?not|denied|reject|refus/i.test(`${attribute.title} ${attribute.words}`);

const LOWER = { error: 'warning', warning: 'info' } as const;

function finding(price: Dependence, worst: 'error' | 'warning', outcome: string): Omit<Finding, 'rule'> {
  const { attribute, at, extent, symbol, path, confidence, value } = price;
  return {
    at,
    extent,
    symbol,
    path,
    confidence,
    severity: confidence === 'high' ? worst : LOWER[worst],
    message: `The price (${value}) depends on a privacy choice (${attribute.words}). ${outcome}`,
    hint: 'Ask the same price whatever the answer is, or declare the benefit with its reason in data-ethics.json.',
    kind: 'price',
    categories: ['consent-record'],
  };
}

const less = ({ how, words, choice, at, extent, symbol }: LesserService): Omit<Finding, 'rule'> => ({
  at,
  extent,
  symbol,
  path: [],
  confidence: 'high',
  severity: 'warning',
  message:
    how === 'wall'
      ? `Those who say no to a privacy choice${named(choice)} meet ${words} here.`
      : `Those who say no to a privacy choice${named(choice)} get less of the service (${words}).`,
  hint: 'Serve them as well, without what needs the consent.',
  kind: 'service',
  categories: ['consent-record'],
});

const named = (choice: string): string => (choice === '' ? '' : ` (${choice})`);

function shutOut({ at, extent, symbol, path, confidence, attribute }: Denial): Omit<Finding, 'rule'> {
  return {
    at,
    extent,
    symbol,
    path,
    confidence,
    severity: 'warning',
    message: `Those who say no to a privacy choice (${attribute.words}) are shut out here.`,
    hint: 'Serve them as well, without what needs the consent.',
    kind: 'service',
    categories: ['consent-record'],
  };
}
