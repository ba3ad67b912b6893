import type { Model } from '../../server/engine/model';
import { inHandler } from './shared/origins';

/** The verify callback is called with the token that came with the request. */
export const passportHttpBearer: Model = {
  id: 'passport-http-bearer',
  title: 'passport-http-bearer',
  kind: 'framework',
  packages: ['passport-http-bearer'],
  exports: { default: 'Strategy', Strategy: 'Strategy' },
  ambient: { BearerStrategy: 'Strategy' },
  types: {
    Strategy: {
      construct: {
        callback: [0, 1].map((argument) => ({ argument, parameters: ['type:bearer'], result: 'none' as const })),
      },
    },
    bearer: { source: { category: 'access-token', words: 'the bearer token of the request' } },
  },
  source: 'passport-http-bearer 1 documentation (from memory, 2026-11)',
  examples: {
    finds: [
      inHandler(
        "import { Strategy } from 'passport-http-bearer';",
        'export const strategy = new Strategy((token, done) => {',
        "console.log('token', token); // ! pii-in-logs",
        '});',
      ),
    ],
    silent: [
      inHandler(
        "import { Strategy } from 'passport-http-bearer';",
        'export const strategy = new Strategy((token, done) => {',
        "console.log('asked for a page');",
        '});',
      ),
    ],
  },
};
