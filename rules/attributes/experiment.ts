import type { AttributeWords } from '../../server/engine/attributes';

export const experimentAttribute: AttributeWords = {
  class: 'experiment',
  categories: [],
  specific: ['price experiment', 'pricing experiment', 'price bucket', 'pricing bucket', 'price test group', 'price cohort'],
  // The variants of a product have prices as well.
  generic: ['price variant', 'pricing variant'],
  not: [],
  examples: {
    yes: ['user.priceVariant', 'user.pricingExperiment', 'pricingBucket', 'priceTestGroup'],
    no: ['priceVariant', 'listing.priceVariants', 'variant', 'experiment', 'productVariant', 'bucket'],
  },
};
