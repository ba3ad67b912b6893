import type { AttributeWords } from '../../server/engine/attributes';

export const experimentAttribute: AttributeWords = {
  class: 'experiment',
  categories: [],
  specific: [
    'price variant',
    'pricing variant',
    'price experiment',
    'pricing experiment',
    'price bucket',
    'pricing bucket',
    'price test group',
    'price cohort',
  ],
  generic: [],
  not: [],
  examples: {
    yes: ['priceVariant', 'user.pricingExperiment', 'pricingBucket', 'priceTestGroup'],
    no: ['variant', 'experiment', 'productVariant', 'bucket'],
  },
};
