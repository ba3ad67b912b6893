import type { Model } from '../../server/engine/model';
import { withUser } from './shared/snippets';
import { toStorage } from './shared/browser-types';
import { each } from './shared/functions';

export const cacheApi: Model = {
  id: 'cache-api',
  title: 'Cache API',
  kind: 'browser-storage',
  packages: [],
  ambient: { caches: 'caches' },
  types: {
    caches: { members: { open: { returns: 'cache' }, ...each(['match', 'has', 'delete', 'keys'], {}) } },
    cache: { members: { put: toStorage(['0', '1'], '0'), ...each(['add', 'addAll', 'match', 'delete', 'keys'], {}) } },
  },
  source: 'developer.mozilla.org/docs/Web/API/Cache (from memory, 2026-11)',
  examples: {
    finds: [
      withUser(
        '',
        "const cache = await caches.open('v1');",
        "await cache.put('/me', new Response(user.email)); // ! pii-in-browser-storage",
      ),
    ],
    silent: [withUser('', "const cache = await caches.open('v1');", "await cache.put('/me', new Response(user.id));")],
  },
};
