import type { Model } from '../../server/engine/model';
import { toStorage } from './shared/browser-types';
import { each } from './shared/functions';
import { withUser } from './shared/snippets';

/** A JSON file in the person's profile; `encryptionKey` only obscures it. */
export const electronStore: Model = {
  id: 'electron-store',
  title: 'electron-store',
  kind: 'browser-storage',
  packages: ['electron-store', 'conf'],
  exports: { default: 'Store', '*': 'Store' },
  types: {
    Store: { construct: { returns: 'store', config: 0 } },
    store: {
      members: {
        set: toStorage(['0', '1'], '0'),
        appendToArray: toStorage(['1'], '0'),
        ...each(['get', 'delete', 'clear', 'has'], {}),
      },
      assigns: { store: toStorage(['0']) },
    },
  },
  source: 'electron-store 11 documentation, github.com/sindresorhus/electron-store (from memory, 2026-11)',
  examples: {
    finds: [
      withUser(
        "import Store from 'electron-store';",
        'const store = new Store();',
        "store.set('profile', { email: user.email }); // ! pii-in-browser-storage",
      ),
    ],
    silent: [withUser("import Store from 'electron-store';", 'const store = new Store();', "store.set('last', user.id);")],
  },
};
