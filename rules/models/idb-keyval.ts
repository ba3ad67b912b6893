import type { Model } from '../../server/engine/model';
import { withUser } from './shared/snippets';
import { toStorage } from './shared/browser-types';
import { functions } from './shared/functions';

export const idbKeyval: Model = {
  id: 'idb-keyval',
  title: 'idb-keyval',
  kind: 'browser-storage',
  packages: ['idb-keyval'],
  ...functions({
    set: toStorage(['1'], '0'),
    setMany: toStorage(['0']),
    get: {},
    getMany: {},
    del: {},
    clear: {},
    keys: {},
    entries: {},
  }),
  source: 'idb-keyval 6 documentation, github.com/jakearchibald/idb-keyval (from memory, 2026-11)',
  examples: {
    finds: [withUser("import { set } from 'idb-keyval';", "await set('me', { email: user.email }); // ! pii-in-browser-storage")],
    silent: [withUser("import { set } from 'idb-keyval';", "await set('last-user', user.id);")],
  },
};
