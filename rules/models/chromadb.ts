import type { Model } from '../../server/engine/model';
import { each, prompts } from './shared/actions';
import { withUser } from './shared/people';
import { surface } from './shared/surface';

const api = surface({ classes: { ChromaClient: 'local', CloudClient: 'client' } });

/** The plain client speaks with a server of one's own as a rule; the cloud client with the vendor. */
export const chromadb: Model = {
  id: 'chromadb',
  title: 'Chroma',
  kind: 'vector-store',
  vendor: 'Chroma',
  hosts: ['api.trychroma.com'],
  packages: ['chromadb', 'chromadb-client'],
  exports: api.exports,
  types: {
    ...api.types,
    local: { members: each(['getCollection', 'createCollection', 'getOrCreateCollection'], { returns: 'own' }) },
    own: { members: each(['add', 'upsert', 'update', 'query', 'get', 'delete'], {}) },
    client: { members: each(['getCollection', 'createCollection', 'getOrCreateCollection'], { returns: 'collection' }) },
    collection: {
      members: {
        ...each(['add', 'upsert', 'update'], prompts('0.documents', '0.metadatas')),
        query: prompts('0.queryTexts', '0.where'),
        ...each(['get', 'delete', 'count'], {}),
      },
    },
  },
  source: 'chromadb 3 (JavaScript) documentation (from memory, 2026-11)',
  examples: {
    finds: [
      withUser(
        "import { CloudClient } from 'chromadb';\nconst client = new CloudClient({});",
        "const people = await client.getCollection({ name: 'people' });",
        'await people.add({ ids: [user.id], documents: [`${user.fullName}, ${user.email}`] }); // ! pii-in-prompt',
      ),
    ],
    silent: [
      withUser(
        "import { ChromaClient } from 'chromadb';\nconst client = new ChromaClient({});",
        "const people = await client.getCollection({ name: 'people' });",
        'await people.add({ ids: [user.id], documents: [user.fullName] });',
      ),
    ],
  },
};
