import type { AttributeClass, Dependence } from '../../server/engine/rule/dependence';
import type { Finding, Rule } from '../../server/engine/rule';

export const personalizedPrice: Rule = {
  id: 'personalized-price',
  title: 'A price depends on who the person is',
  family: 'pricing',
  value: 'Fairness',
  severity: 'error',
  preset: 'starter',
  since: '0.1.0',
  basis: [
    'May be relevant: GDPR Art. 5(1)(a) and Art. 22, fairness and automated decisions (checked 2026-11-28)',
    'May be relevant: Directive 2004/113/EC and CJEU C-236/09 (Test-Achats), no prices by gender (checked 2026-11-28)',
    'May be relevant: Directive 2011/83/EU Art. 6(1)(ea), personalised prices must be disclosed (checked 2026-11-28)',
  ],
  why:
    'A woman orders a ride from the hospital. Her phone is new and its battery nearly empty, and the app has learnt that people like her pay. ' +
    'The neighbour who stands beside her is asked two euros less for the same ride. She cannot see it, cannot compare, and cannot ask why.',
  limits:
    'It follows a price back through arithmetic, branches, tables and helpers of the project, and to what a price that comes from a server or ' +
    'a helper out of sight is asked with, not through a database. ' +
    'Loyalty tiers, quantities, contracts, coupons, tax, shipping, peak times, birthdays and published concessions (children, students, pensioners) are ' +
    'fine. Whether a price by risk is lawful is for people to say: name the attribute in `pricing.allowedAttributes` with the reason.',
  fixes: [
    'Use the same price for everybody: drop the factor and keep the base.',
    'Make it a published concession that anybody can read and claim.',
    'Declare the attribute with its reason under `pricing.allowedAttributes` in data-ethics.json.',
  ],
  examples: {
    bad: [
      `export function ticketPrice(base: number, user: Traveller) {
  const markup = user.deviceModel.startsWith('iPhone') ? 1.08 : 1;
  return base * markup; // !
}`,
      `const tiers: Record<string, number> = { low: 1, mid: 1.1, high: 1.25 };
function quote(p: Product, c: Customer) {
  return { unitPrice: p.price * tiers[c.incomeBand] }; // !
}`,
      `let fee = BASE_FEE;
if (isAffluentArea(rider.homePostcode)) {
  fee += 2.5; // !
}`,
      `export const gymFee = (m: Member) => (m.gender === 'female' ? 29 : 39); // !`,
      `const views = await redis.incr(\`seen:\${userId}:\${hotel.id}\`);
const nightly = views > 3 ? hotel.rate * 1.07 : hotel.rate; // !`,
    ],
    ok: [
      `const discount = customer.loyaltyTier === 'gold' ? 0.1 : 0;
const total = cart.subtotal * (1 - discount);`,
      `const fare = isSenior(passenger.birthDate) ? base * (1 - SENIOR_DISCOUNT) : base;`,
      `const vat = VAT_RATES[customer.billingAddress.country] ?? 0;
const gross = Money.of(net).times(1 + vat);
const shipping = shippingZone(customer.postcode).rate * parcel.weightKg;`,
      `const unit = qty >= 100 ? list * 0.8 : list;
const contractPrice = account.contract ? account.contract.unitPrice : unit;`,
      `const peak = isPeakHour(new Date(), store.openingHours);
const price = peak ? menu.price + PEAK_SUPPLEMENT : menu.price;`,
    ],
  },
  *check(ask) {
    for (const price of ask.dependences.prices()) {
      // A feeling that is made out by a machine is told as emotion-driven-action.
      if (price.excuse !== '' || !isPersonal(price) || price.attribute.isInferred) continue;
      if (isGrave(price)) {
        yield finding(price, 'error');
        continue;
      }
      // A lower price, and what only a model knows, is a question of saying so: undisclosed-personalized-price.
      if (price.direction === 'discount' || isModelled(price)) {
        if (price.direction === 'discount' || price.shown !== 'no') continue;
      }
      yield finding(price, 'warning');
    }
  },
};

const PERSONAL: readonly AttributeClass[] = [
  'protected',
  'willingness-to-pay',
  'vulnerability',
  'body',
  'location',
  'device',
  'behaviour',
  'experiment',
  'emotion',
];

/** What stands for where somebody comes from. A locale says as well which currency a page shows, and rows are looked up by name. */
const standsForOrigin = ({ classes, category }: Dependence['attribute']): boolean =>
  category === 'person-name' || classes.includes('language');

const isPersonal = ({ attribute, direction }: Dependence): boolean =>
  attribute.classes.some((own) => PERSONAL.includes(own)) || (direction === 'surcharge' && standsForOrigin(attribute));

const isGrave = ({ attribute, direction }: Dependence): boolean =>
  direction === 'surcharge' || attribute.classes.includes('protected');

const isModelled = ({ form }: Dependence): boolean => form === 'score' || form === 'remote';

const lower: Record<string, Finding['severity']> = { error: 'warning', warning: 'info' };

function finding(price: Dependence, worst: 'error' | 'warning'): Omit<Finding, 'rule'> {
  const also = price.alsoOn(PERSONAL);
  const { attribute, direction, confidence, at, extent, symbol, path } = price;
  const ways = {
    surcharge: `people pay more because of the ${attribute.title}`,
    discount: `people pay less because of the ${attribute.title}`,
    unknown: `which way, the code does not tell`,
  };
  return {
    at,
    extent,
    symbol,
    path,
    confidence,
    severity: confidence === 'high' ? worst : lower[worst],
    message: `The price (${price.value}) depends on the ${attribute.title}${/\bperson$/.test(attribute.title) ? '' : ' of the person'} (${attribute.words}): ${ways[direction]}.${also && ` ${also}`}`,
    hint: 'Use the same price for everybody, or declare the attribute with its reason in data-ethics.json.',
    kind: direction,
    categories: attribute.category === '' ? [] : [attribute.category],
  };
}
