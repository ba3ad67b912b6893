import type { AttributeWords } from '../../server/engine/attributes';

export const willingnessToPay: AttributeWords = {
  class: 'willingness-to-pay',
  categories: ['income-wealth', 'credit', 'profile-score'],
  specific: [
    'willingness to pay',
    'wtp',
    'price sensitivity',
    'price elasticity',
    'affluence',
    'affluent',
    'affluent area',
    'income band',
    'income tier',
    'wealth band',
    'spend score',
    'spending power',
    'purchasing power',
    'lifetime value',
    'clv',
    'churn risk',
    'churn score',
    'propensity score',
    'wealthy',
    'rich neighbourhood',
    'high value customer',
    'big spender',
    'uplift score',
    'customer value',
  ],
  // Of a loan it is what is lent against what is pledged.
  generic: ['spend', 'segment', 'propensity', 'value tier', 'ltv'],
  not: ['incoming', 'market segment', 'path segment'],
  examples: {
    yes: ['wtpScore', 'user.priceSensitivity', 'incomeBand', 'customer.ltv', 'isAffluentArea', 'churnRisk'],
    no: ['path.segment', 'pathSegment', 'income statement page', 'price', 'segments'],
  },
};
