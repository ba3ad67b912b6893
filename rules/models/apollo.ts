import type { Model } from '../../server/engine/model';

/** Reached by plain HTTP. The GraphQL client of that name is something else, so nothing is known by name. */
export const apollo: Model = {
  id: 'apollo',
  title: 'Apollo.io',
  kind: 'enrichment',
  vendor: 'Apollo.io',
  hosts: ['api.apollo.io'],
  packages: [],
  types: {},
  source: 'Apollo.io API reference (people enrichment) (from memory, 2026-11)',
  examples: { finds: [], silent: ["export const health = () => fetch('https://api.apollo.io/v1/auth/health');"] },
};
