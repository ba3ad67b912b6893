import type { AttributeWords } from '../../server/engine/attributes';

export const languageAttribute: AttributeWords = {
  class: 'language',
  categories: ['native-language'],
  specific: ['browser language', 'accept language'],
  generic: [
    'language',
    'preferred language',
    'user language',
    'app language',
    'ui language',
    'device language',
    'system language',
  ],
  not: ['programming language', 'target language', 'source language', 'language pack', 'language course', 'language model'],
  examples: {
    yes: ['user.language', 'customer.preferredLanguage', 'browserLanguage', 'nativeLanguage'],
    no: ['language', 'course.language', 'targetLanguage', 'programmingLanguage', 'user.locale', 'languagePack'],
  },
};
