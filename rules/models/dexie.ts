import type { Model } from '../../server/engine/model';
import { withUser } from './shared/snippets';
import { toStorage } from './shared/browser-types';
import { each } from './shared/functions';

/** Tables are properties of the database: whatever member writes, writes to the browser. */
const writes = {
  ...each(['put', 'add', 'bulkPut', 'bulkAdd'], toStorage(['0'], '1')),
  ...each(['update', 'modify'], toStorage(['1'], '0')),
  ...each(['get', 'delete', 'clear', 'count', 'bulkDelete', 'toArray', 'first'], {}),
};

export const dexie: Model = {
  id: 'dexie',
  title: 'Dexie',
  kind: 'browser-storage',
  packages: ['dexie'],
  exports: { default: 'Dexie', Dexie: 'Dexie', Table: 'Table', EntityTable: 'Table' },
  types: {
    Dexie: { construct: { returns: 'database' } },
    Table: { construct: { returns: 'table' } },
    database: { members: { table: { returns: 'table' }, version: { returns: 'version' }, open: {}, close: {}, ...writes } },
    version: { members: { stores: { returns: 'version' }, upgrade: {} } },
    table: { members: { ...writes, where: { returns: 'table' }, equals: { returns: 'table' } } },
  },
  source: 'Dexie 4 documentation, dexie.org/docs/API-Reference (from memory, 2026-11)',
  examples: {
    finds: [
      withUser(
        "import Dexie from 'dexie';",
        "const database = new Dexie('shop');",
        "await database.table('members').put({ id: user.id, email: user.email }); // ! pii-in-browser-storage",
      ),
    ],
    silent: [
      withUser(
        "import Dexie from 'dexie';",
        "const database = new Dexie('shop');",
        "await database.table('cart').put({ owner: user.id });",
      ),
    ],
  },
};
