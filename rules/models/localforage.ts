import type { Model } from '../../server/engine/model';
import { withUser } from './shared/snippets';
import { storageType } from './shared/browser-types';

export const localforage: Model = {
  id: 'localforage',
  title: 'localForage',
  kind: 'browser-storage',
  packages: ['localforage'],
  exports: { default: 'storage', '*': 'storage' },
  ambient: { localforage: 'storage' },
  types: { storage: { members: { ...storageType.members, createInstance: { returns: 'storage' }, config: {} } } },
  source: 'localForage 1.10 documentation, localforage.github.io/localForage (from memory, 2026-11)',
  examples: {
    finds: [
      withUser(
        "import localforage from 'localforage';",
        "await localforage.setItem('me', { email: user.email }); // ! pii-in-browser-storage",
      ),
    ],
    silent: [withUser("import localforage from 'localforage';", "await localforage.setItem('last-user', user.id);")],
  },
};
