import type { Model } from '../../server/engine/model';

/**
 * What a token's callback returns is printed with every request; the format cannot say so yet, hence no sink.
 * The predefined formats print the address of the client and the URL, which other findings cover.
 */
export const morgan: Model = {
  id: 'morgan',
  title: 'morgan',
  kind: 'logger',
  packages: ['morgan'],
  exports: { default: 'morgan', '*': 'morgan' },
  ambient: { morgan: 'morgan' },
  types: { morgan: { call: { config: 1 }, members: { token: {}, format: {}, compile: {}, default: 'morgan' } } },
  source: 'morgan 1.10 README (from memory, 2026-11)',
  examples: { finds: [], silent: ["import morgan from 'morgan';\nexport const middleware = morgan('tiny');"] },
};
