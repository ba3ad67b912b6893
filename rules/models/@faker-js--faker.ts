import type { Model } from '../../server/engine/model';
/** Invented people: nothing that comes from here is personal. */
export const faker: Model = {
  id: '@faker-js/faker',
  title: 'Faker',
  kind: 'utility',
  packages: ['@faker-js/faker', '@faker-js/faker/*', 'faker', 'chance', 'casual', '@ngneat/falso'],
  exports: { faker: 'faker', default: 'faker', '*': 'faker' },
  ambient: { faker: 'faker' },
  types: {
    faker: {
      members: Object.fromEntries(
        ['person', 'internet', 'phone', 'location', 'date', 'finance', 'helpers', 'name', 'address'].map((name) => [
          name,
          'module',
        ]),
      ),
      construct: { returns: 'faker' },
      otherwise: {},
    },
    module: { otherwise: {} },
  },
  source: '@faker-js/faker 10 documentation, fakerjs.dev/api (from memory, 2026-11)',
  examples: {
    finds: [],
    silent: [
      "import { faker } from '@faker-js/faker';\nexport const show = () => console.log('sample', faker.internet.email(), faker.person.fullName());",
    ],
  },
};
