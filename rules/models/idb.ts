import type { Model } from '../../server/engine/model';
import { withUser } from './shared/snippets';
import { toStorage } from './shared/browser-types';
import { each } from './shared/functions';

const get = each(['get', 'getAll', 'getAllFromIndex', 'getFromIndex', 'delete', 'clear', 'count'], {});

export const idb: Model = {
  id: 'idb',
  title: 'idb',
  kind: 'browser-storage',
  packages: ['idb'],
  exports: { openDB: 'openDB', deleteDB: 'nothing', wrap: 'openDB', IDBPDatabase: 'IDBPDatabase' },
  types: {
    openDB: { call: { returns: 'database' } },
    nothing: { call: {} },
    IDBPDatabase: { construct: { returns: 'database' } },
    database: {
      members: { ...each(['put', 'add'], toStorage(['1'], '2')), ...get, transaction: { returns: 'transaction' }, close: {} },
    },
    transaction: { members: { objectStore: { returns: 'store' }, store: 'store' } },
    store: { members: { ...each(['put', 'add'], toStorage(['0'], '1')), ...get } },
  },
  source: 'idb 8 documentation, github.com/jakearchibald/idb (from memory, 2026-11)',
  examples: {
    finds: [
      withUser(
        "import { openDB } from 'idb';",
        "const database = await openDB('shop', 1);",
        "await database.put('members', { email: user.email }, user.id); // ! pii-in-browser-storage",
      ),
    ],
    silent: [
      withUser(
        "import { openDB } from 'idb';",
        "const database = await openDB('shop', 1);",
        "await database.put('cart', { owner: user.id });",
      ),
    ],
  },
};
