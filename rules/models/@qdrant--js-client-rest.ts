import type { Model } from '../../server/engine/model';
import { each, prompts } from './shared/actions';
import { withUser } from './shared/people';
import { surface } from './shared/surface';

const api = surface({ classes: { QdrantClient: 'client' } });

export const qdrantJsClientRest: Model = {
  id: '@qdrant/js-client-rest',
  title: 'Qdrant',
  kind: 'vector-store',
  vendor: 'Qdrant',
  hosts: ['cloud.qdrant.io'],
  packages: ['@qdrant/js-client-rest', '@qdrant/qdrant-js'],
  exports: api.exports,
  ambient: { qdrant: 'client' },
  types: {
    ...api.types,
    client: {
      members: {
        ...each(['upsert', 'setPayload', 'overwritePayload', 'batchUpdate', 'updateVectors'], prompts('1')),
        ...each(['search', 'query', 'scroll', 'recommend'], prompts('1.filter')),
        ...each(['createCollection', 'getCollection', 'delete', 'retrieve'], {}),
      },
    },
  },
  source: '@qdrant/js-client-rest 1 README (from memory, 2026-11)',
  examples: {
    finds: [
      withUser(
        '',
        "await qdrant.upsert('people', { points: [{ id: 1, vector: [0.1], payload: { email: user.email } }] }); // ! pii-in-prompt",
      ),
    ],
    silent: [
      withUser('', "await qdrant.upsert('orders', { points: [{ id: 1, vector: [0.1], payload: { orderId } }] });"),
      withUser(
        "import { QdrantClient } from '@qdrant/js-client-rest';\nconst store = new QdrantClient({ url: 'http://localhost:6333' });",
        "await store.upsert('people', { points: [{ id: 1, vector: [0.1], payload: { buyer: user.id } }] });",
      ),
    ],
  },
};
