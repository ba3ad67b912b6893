import type { AttributeWords } from '../../server/engine/attributes';

export const proxyAttribute: AttributeWords = {
  class: 'proxy',
  categories: ['postcode', 'person-name', 'native-language', 'photo-voice', 'postal-address'],
  specific: [
    'zip',
    'home zip',
    'neighbourhood',
    'neighborhood',
    'school attended',
    'university attended',
    'alma mater',
    'career gap',
    'employment gap',
    'life event',
    'parental leave',
    'maternity leave',
    'name origin',
    'device model',
    'phone model',
    'handset model',
  ],
  generic: ['accent', 'school', 'university', 'postal prefix', 'locale', 'email domain', 'browser locale', 'browser language'],
  not: ['zip file', 'zip stream', 'accent color', 'school bus'],
  examples: {
    yes: ['homePostcode', 'applicant.zip', 'candidate.school', 'careerGap', 'app.zip', 'neighbourhood'],
    no: ['zipFile', 'accentColor', 'Product.name', 'storeName', 'language'],
  },
};
