import type { Model } from '../../server/engine/model';
import { withUser } from './shared/snippets';
import { storageType } from './shared/browser-types';

export const webStorage: Model = {
  id: 'web-storage',
  title: 'localStorage and sessionStorage',
  kind: 'browser-storage',
  packages: [],
  ambient: { localStorage: 'storage', sessionStorage: 'storage' },
  types: { storage: storageType },
  source: 'HTML standard, developer.mozilla.org/docs/Web/API/Web_Storage_API (from memory, 2026-11)',
  examples: {
    finds: [
      withUser('', "localStorage.setItem('profile', JSON.stringify({ email: user.email })); // ! pii-in-browser-storage"),
      withUser('', 'sessionStorage.email = user.email; // ! pii-in-browser-storage'),
      withUser('', "window.localStorage.setItem('me', JSON.stringify(user)); // ! pii-in-browser-storage"),
    ],
    silent: [withUser('', "localStorage.setItem('last-user', user.id);", "localStorage.setItem('theme', 'dark');")],
  },
};
