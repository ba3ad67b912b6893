import type { Model } from '../../server/engine/model';
import { each } from './shared/functions';
import { withUser } from './shared/snippets';

/** Counters and queues of the project itself: what is put in is not a finding of its own. */
export const upstashRatelimit: Model = {
  id: '@upstash/ratelimit',
  title: 'Upstash',
  kind: 'cache',
  packages: ['@upstash/ratelimit', '@upstash/qstash', '@upstash/workflow'],
  exports: { Ratelimit: 'Ratelimit', Client: 'Client' },
  types: {
    Ratelimit: { construct: { returns: 'limit' } },
    limit: { members: each(['limit', 'blockUntilReady', 'resetUsedTokens', 'getRemaining'], {}) },
    Client: { construct: { returns: 'queue' } },
    queue: {
      members: {
        ...each(['publish', 'publishJSON', 'enqueue', 'enqueueJSON', 'trigger', 'batch', 'batchJSON'], {}),
        queue: { returns: 'queue' },
      },
    },
  },
  source:
    '@upstash/ratelimit 2.0.5, dist/index.d.mts: limit(identifier), its analytics kept in the Redis it is given; @upstash/qstash 2.5 to 2.8, ' +
    'upstash.com/docs/qstash/sdks/ts: publishJSON to an address, queue().enqueueJSON, read 2026-11; @upstash/workflow (from memory, 2026-11)',
  examples: {
    finds: [],
    silent: [
      withUser(
        "import { Ratelimit } from '@upstash/ratelimit';",
        'const limit = new Ratelimit({ redis });',
        'console.log(await limit.limit(user.email));',
      ),
    ],
  },
};
