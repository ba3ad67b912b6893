import type { Model } from '../../server/engine/model';
import { each, prompts } from './shared/actions';
import { withUser } from './shared/people';
import { surface } from './shared/surface';

const index = { returns: 'index' };
const api = surface({ classes: { Pinecone: 'client' } });

export const pineconeDatabasePinecone: Model = {
  id: '@pinecone-database/pinecone',
  title: 'Pinecone',
  kind: 'vector-store',
  vendor: 'Pinecone',
  hosts: ['api.pinecone.io', 'pinecone.io'],
  packages: ['@pinecone-database/pinecone'],
  exports: api.exports,
  ambient: { pinecone: 'client' },
  types: {
    ...api.types,
    client: {
      members: { index, Index: index, inference: 'inference', ...each(['listIndexes', 'createIndex', 'describeIndex'], {}) },
    },
    index: {
      members: {
        namespace: index,
        ...each(['upsert', 'upsertRecords', 'update', 'searchRecords'], prompts('0')),
        query: prompts('0.filter'),
        ...each(['fetch', 'deleteOne', 'deleteMany', 'deleteAll'], {}),
      },
    },
    inference: { members: { embed: prompts('1', '0.inputs'), rerank: prompts('1', '2') } },
  },
  source: '@pinecone-database/pinecone 6 reference (from memory, 2026-11)',
  examples: {
    finds: [
      withUser(
        '',
        "await pinecone.index('people').upsert([{ id: user.id, values: [0.1], metadata: { email: user.email } }]); // ! pii-in-prompt",
      ),
    ],
    silent: [
      withUser('', "await pinecone.index('orders').upsert([{ id: orderId, values: [0.1], metadata: { buyer: user.id } }]);"),
    ],
  },
};
