import type { Model } from '../../server/engine/model';
import { each, prompts } from './shared/actions';
import { withUser } from './shared/people';
import { surface } from './shared/surface';

const connect = { returns: 'client', config: 1 };
const api = surface({
  main: 'weaviate',
  members: {
    weaviate: 'module',
    ...each(['connectToWeaviateCloud', 'connectToCustom', 'client'], connect),
    connectToLocal: { returns: 'local' },
  },
});

export const weaviateClient: Model = {
  id: 'weaviate-client',
  title: 'Weaviate',
  kind: 'vector-store',
  vendor: 'Weaviate',
  hosts: ['weaviate.cloud', 'weaviate.network'],
  packages: ['weaviate-client', 'weaviate-ts-client'],
  exports: api.exports,
  types: {
    ...api.types,
    local: {},
    client: { members: { collections: 'collections', data: 'legacy' } },
    collections: { members: each(['get', 'use', 'create'], { returns: 'collection' }) },
    collection: { members: { data: 'data', query: 'query', generate: 'query' } },
    data: { members: { ...each(['insert', 'insertMany', 'update', 'replace'], prompts('0')), deleteById: {} } },
    query: { members: { ...each(['nearText', 'hybrid', 'bm25'], prompts('0', '1')), fetchObjects: {} } },
    legacy: { members: each(['creator', 'updater', 'merger'], { returns: 'builder' }) },
    builder: {
      members: {
        withProperties: { ...prompts('0'), returns: 'receiver' },
        ...each(['withClassName', 'withId'], { returns: 'receiver' }),
        do: {},
      },
    },
  },
  source: 'weaviate-client 3 documentation (from memory, 2026-11)',
  examples: {
    finds: [
      withUser(
        "import weaviate from 'weaviate-client';",
        "const client = await weaviate.connectToWeaviateCloud('url', {});",
        "await client.collections.get('People').data.insert({ name: user.fullName }); // ! pii-in-prompt",
      ),
    ],
    silent: [
      withUser(
        "import weaviate from 'weaviate-client';",
        "const client = await weaviate.connectToWeaviateCloud('url', {});",
        "await client.collections.get('Orders').data.insert({ orderId });",
      ),
    ],
  },
};
