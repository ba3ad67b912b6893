import type { Model } from '../../server/engine/model';
import { each, sends } from './shared/actions';
import { withUser } from './shared/people';
import { surface } from './shared/surface';

const names = [
  'saveObject',
  'saveObjects',
  'partialUpdateObject',
  'partialUpdateObjects',
  'replaceAllObjects',
  'addOrUpdateObject',
  'batch',
  'search',
  'searchSingleIndex',
  'browseObjects',
];
const create = { returns: 'client', config: 2 };
const api = surface({ main: 'algoliasearch', members: { algoliasearch: create, liteClient: create, searchClient: create } });

export const algoliasearch: Model = {
  id: 'algoliasearch',
  title: 'Algolia',
  kind: 'search',
  vendor: 'Algolia',
  hosts: ['algolia.net', 'algolianet.com', 'insights.algolia.io'],
  packages: ['algoliasearch', 'algoliasearch/*', '@algolia/client-search'],
  exports: api.exports,
  ambient: { algolia: 'client', algoliaClient: 'client' },
  types: {
    ...api.types,
    client: { members: { initIndex: { returns: 'index' }, ...each(names, sends(['0'])), getObject: {}, deleteObject: {} } },
    index: { members: { ...each(names, sends(['0'])), deleteObject: {}, setSettings: {} } },
  },
  source: 'algoliasearch 5 reference (and 4 for initIndex) (from memory, 2026-11)',
  examples: {
    finds: [
      withUser(
        "import { algoliasearch } from 'algoliasearch';\nconst client = algoliasearch('app', 'key');",
        "await client.saveObject({ indexName: 'people', body: { objectID: user.id, name: user.fullName } }); // ! pii-to-third-party",
      ),
    ],
    silent: [
      withUser(
        "import { algoliasearch } from 'algoliasearch';\nconst client = algoliasearch('app', 'key');",
        "await client.saveObject({ indexName: 'orders', body: { objectID: orderId, buyer: user.id } });",
      ),
    ],
  },
};
