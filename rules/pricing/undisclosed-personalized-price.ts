import type { Finding, Rule } from '../../server/engine/rule';
import type { Dependence } from '../../server/engine/rule/dependence';

export const undisclosedPersonalizedPrice: Rule = {
  id: 'undisclosed-personalized-price',
  title: 'A personalised price is shown without saying so',
  family: 'pricing',
  value: 'Autonomy',
  severity: 'warning',
  preset: 'recommended',
  since: '0.1.0',
  basis: [
    'May be relevant: Directive 2011/83/EU Art. 6(1)(ea), personalised prices must be disclosed (checked 2026-11-28)',
    'May be relevant: New York General Business Law §349-a, algorithmic pricing disclosure (checked 2026-11-28)',
    'May be relevant: GDPR Art. 13(2)(f), information about automated decisions (checked 2026-11-28)',
  ],
  why:
    'A subscriber is about to leave and is shown "your price: 7 euros". His sister, who never complains, pays 12 and has never heard ' +
    'that there is another price. Neither of them can know that a score about them made it, so neither can ask for it to be put right.',
  limits:
    'It looks for a word about the price in the same function or component: a field such as `priceReason`, a notice component, a sentence. ' +
    'A notice that stands on another page is not seen: name it under `pricing.disclosure`. Prices by a loyalty tier or by a coupon that the ' +
    'person typed in need no notice.',
  fixes: [
    'Say in the response why the price is what it is: `priceReason`.',
    'Show a notice beside the price, and name the component under `pricing.disclosure.component`.',
    'Give everybody the same price.',
  ],
  examples: {
    bad: [
      `app.get('/offer', auth, async (req, res) => {
  const p = await pricingModel.predict({ churnRisk: req.user.churnRisk });
  res.json({ price: p.offer }); // !
});`,
      `function Offer({ user, base }: { user: User; base: number }) {
  const retention = user.churnScore > 0.8 ? base * 0.7 : base;
  return <strong>{formatCurrency(retention)}</strong>; // !
}`,
      `const offer = basePrice * (1 - upliftModel.score(user.browsingHistory));
await sendOffer({ to: user.email, price: offer }); // !`,
    ],
    ok: [
      `res.json({ price: p.offer, personalized: true, priceReason: 'Based on your membership history' });`,
      `return <><Price value={retention} /><AlgorithmicPricingNotice /></>;`,
      `const total = applyCoupon(cart, form.couponCode);
res.json({ total });`,
    ],
  },
  whole: true,
  *check(ask) {
    for (const price of ask.dependences.shownPrices()) {
      if (price.excuse !== '' && price.excuse !== 'policy-disclosed') continue;
      if (!price.attribute.classes.some((own) => PERSONAL.includes(own))) continue;
      // A surcharge, or any price by a protected attribute, is told about as personalized-price.
      const isGrave = price.direction === 'surcharge' || price.attribute.classes.includes('protected');
      const isOpen = price.direction === 'unknown' && !['score', 'remote'].includes(price.form);
      if (price.excuse === '' && (isGrave || isOpen)) continue;
      yield finding(price);
    }
  },
};

const PERSONAL = [
  'willingness-to-pay',
  'vulnerability',
  'body',
  'location',
  'device',
  'behaviour',
  'experiment',
  'emotion',
  'protected',
];

function finding({ attribute, direction, value, at, extent, symbol, path }: Dependence): Omit<Finding, 'rule'> {
  const lower = direction === 'discount' ? 'lower ' : '';
  return {
    at,
    extent,
    symbol,
    path,
    confidence: 'high',
    severity: 'warning',
    message: `The person sees a ${lower}price (${value}) that depends on the ${attribute.title} (${attribute.words}), and nothing here says so.`,
    hint: 'Say beside the price why it is what it is, such as a priceReason in the response.',
    kind: direction,
    categories: attribute.category === '' ? [] : [attribute.category],
  };
}
