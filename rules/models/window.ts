import type { Model } from '../../server/engine/model';
import { withUser } from './shared/snippets';
import { documentType, storageType, toStorage } from './shared/browser-types';
import { historyType, locationType, toUrl } from './shared/navigation';

/** The page itself. Other members of `window` are the ambient names of their own models. */
export const window: Model = {
  id: 'window',
  title: 'browser window',
  kind: 'framework',
  packages: [],
  ambient: {
    window: 'window',
    self: 'window',
    globalThis: 'window',
    location: 'location',
    history: 'history',
    document: 'document',
  },
  types: {
    window: {
      globals: true,
      members: {
        open: toUrl('0'),
        location: 'location',
        history: 'history',
        document: 'document',
        localStorage: 'storage',
        sessionStorage: 'storage',
      },
      assigns: { location: toUrl('0'), name: toStorage(['0']) },
    },
    location: locationType,
    history: historyType,
    document: documentType,
    storage: storageType,
  },
  components: { a: toUrl('0.href'), form: toUrl('0.action') },
  source: 'HTML standard, developer.mozilla.org/docs/Web/API/Window (from memory, 2026-11)',
  examples: {
    finds: [
      withUser('', "window.location.href = '/welcome?email=' + user.email; // ! pii-in-url"),
      withUser('', 'document.cookie = `email=${user.email}; path=/`; // ! pii-in-browser-storage'),
      withUser('', 'return <a href={`/members?email=${user.email}`}>profile</a>; // ! pii-in-url'),
    ],
    silent: [
      withUser('', 'return <a href={`mailto:${user.email}`}>{user.fullName}</a>;'),
      withUser('', "document.cookie = 'theme=dark';", 'location.assign(`/users/${user.id}`);'),
    ],
  },
};
