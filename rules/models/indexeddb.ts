import type { Model } from '../../server/engine/model';
import { withUser } from './shared/snippets';
import { toStorage } from './shared/browser-types';
import { each } from './shared/functions';

/** `open` answers by event; the database is reached through `result` or the event's target. */
export const indexedDb: Model = {
  id: 'indexeddb',
  title: 'IndexedDB',
  kind: 'browser-storage',
  packages: ['fake-indexeddb'],
  exports: { default: 'factory' },
  ambient: { indexedDB: 'factory', IDBDatabase: 'IDBDatabase', IDBObjectStore: 'IDBObjectStore' },
  types: {
    factory: { members: { open: { returns: 'openRequest' }, deleteDatabase: {} } },
    openRequest: { members: { result: 'database' } },
    IDBDatabase: { construct: { returns: 'database' } },
    database: { members: { transaction: { returns: 'transaction' }, createObjectStore: { returns: 'store' }, close: {} } },
    transaction: { members: { objectStore: { returns: 'store' } } },
    IDBObjectStore: { construct: { returns: 'store' } },
    store: {
      members: { ...each(['put', 'add'], toStorage(['0'], '1')), ...each(['get', 'getAll', 'delete', 'clear', 'count'], {}) },
    },
  },
  source: 'developer.mozilla.org/docs/Web/API/IndexedDB_API (from memory, 2026-11)',
  examples: {
    finds: [
      withUser(
        '',
        "const database = indexedDB.open('shop').result;",
        "database.transaction('members', 'readwrite').objectStore('members').put({ email: user.email }); // ! pii-in-browser-storage",
      ),
    ],
    silent: [
      withUser(
        '',
        "const database = indexedDB.open('shop').result;",
        "database.transaction('cart', 'readwrite').objectStore('cart').put({ owner: user.id });",
      ),
    ],
  },
};
