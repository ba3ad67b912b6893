import type { Model } from '../../server/engine/model';
import { withUser } from './shared/snippets';

/** A store keeps what it is set to, for whoever subscribes to it. */
export const svelteStore: Model = {
  id: 'svelte/store',
  title: 'Svelte stores',
  kind: 'utility',
  packages: ['svelte/store'],
  exports: { writable: 'store', readable: 'store', derived: 'derived', get: 'get' },
  types: {
    store: { call: { reader: 'stream' } },
    derived: { call: { reader: 'derived-store' } },
    get: { call: { reader: 'latest' } },
  },
  source: 'Svelte 5 documentation, svelte.dev/docs/svelte/svelte-store (from memory, 2026-11)',
  examples: {
    finds: [
      withUser(
        "import { writable } from 'svelte/store';",
        "const last = writable('');",
        'last.set(user.email);',
        'last.subscribe((value) => console.log(value)); // ! pii-in-logs',
      ),
    ],
    silent: [
      withUser(
        "import { writable } from 'svelte/store';",
        "const last = writable('');",
        'last.set(user.id);',
        'last.subscribe((value) => console.log(value));',
      ),
    ],
  },
};
