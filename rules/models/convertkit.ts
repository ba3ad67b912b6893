import type { Model } from '../../server/engine/model';

/** Reached by plain HTTP: there is no client library of the vendor for Node.js. */
export const convertkit: Model = {
  id: 'convertkit',
  title: 'Kit (ConvertKit)',
  kind: 'marketing',
  vendor: 'Kit',
  hosts: ['api.convertkit.com', 'api.kit.com'],
  packages: [],
  types: {},
  source: 'Kit API 4 reference (from memory, 2026-11)',
  examples: { finds: [], silent: ["export const tags = () => fetch('https://api.kit.com/v4/tags');"] },
};
