import type { Model } from '../../server/engine/model';
import { withUser } from './shared/snippets';

/** What is stored here is not a finding of its own; what is read back is not known to be personal. */
export const nodeCache: Model = {
  id: 'node-cache',
  title: 'in-memory caches',
  kind: 'cache',
  packages: ['node-cache', 'lru-cache', 'cache-manager', 'keyv', 'quick-lru'],
  exports: { default: 'Cache', LRUCache: 'Cache', Keyv: 'Cache', createCache: 'createCache', caching: 'createCache' },
  types: {
    Cache: { construct: { returns: 'cache' } },
    createCache: { call: { returns: 'cache' } },
    cache: { otherwise: {} },
  },
  source: 'node-cache 5, lru-cache 11, cache-manager 7 documentation (from memory, 2026-11)',
  examples: {
    finds: [],
    silent: [
      withUser(
        "import NodeCache from 'node-cache';",
        'const cache = new NodeCache();',
        "console.log(cache.set('last', user.email));",
      ),
    ],
  },
};
