import type { AttributeWords } from '../../server/engine/attributes';

/** Measures and habits by which a premium is raised. What a clinic or a coach makes of them is for the person: no decision is asked about. */
export const bodyAttribute: AttributeWords = {
  class: 'body',
  categories: [],
  specific: [
    'bmi',
    'body mass index',
    'blood pressure',
    'cholesterol level',
    'alcohol consumption',
    'alcohol use',
    'alcohol intake',
    'diabetic',
  ],
  generic: ['diabete', 'hypertension', 'drink alcohol', 'drinker', 'health risk', 'cholesterol'],
  not: [],
  titles: {
    bmi: 'body mass index',
    diabetic: 'diabetes',
    diabete: 'diabetes',
    'alcohol consumption': 'drinking',
    'alcohol use': 'drinking',
    'alcohol intake': 'drinking',
    'drinks alcohol': 'drinking',
    drinker: 'drinking',
  },
  examples: {
    yes: ['applicant.bmi', 'bmi', 'alcoholConsumption', 'customer.healthRisk', 'applicant.drinksAlcohol'],
    no: ['healthRisk', 'Product.alcohol', 'bmiTable', 'pressure', 'Service.health'],
  },
};
