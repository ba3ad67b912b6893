import type { Category } from '../../server/engine/category';

export const nativeLanguage: Category = {
  id: 'native-language',
  title: 'native language',
  group: 'demographic',
  special: false,
  grave: false,
  identifies: 'quasi',
  specific: [
    'native language',
    'mother tongue',
    'home language',
    'spoken language',
    'native tongue',
    'is native speaker',
    'muttersprache',
    'langue maternelle',
    'lengua materna',
    'lingua madre',
    'madrelingua',
    'moedertaal',
  ],
  generic: ['accent', 'first language', 'language spoken'],
  not: ['accent color', 'accent colour', 'user accent', 'accent theme'],
  examples: {
    yes: ['nativeLanguage', 'applicant.motherTongue', 'spokenLanguages', 'muttersprache', 'caller.accent'],
    no: ['language', 'locale', 'accentColor', 'userAccent', 'accent', 'programmingLanguage', 'Theme.accent', 'uiLanguage'],
  },
};
