import type { Action, Model } from '../../server/engine/model';
import { each } from './shared/actions';
import { withUser } from './shared/people';
import { surface } from './shared/surface';

const keeps = (...data: string[]): Action => ({ sink: { kind: 'share', data } });
const operations = {
  ...each(['search', 'get', 'delete'], {}),
  create: keeps('0.document', '0.body', '0'),
  update: keeps('0.doc', '0.body', '0.partial'),
  bulk: keeps('0.operations', '0.body'),
  ...each(['indexDocument', 'addDocuments', 'updateDocuments', 'upsert', 'import'], keeps('0')),
};
const api = surface({ main: 'Client', classes: { Client: 'client', MeiliSearch: 'client', Meilisearch: 'client' } });

/** Engines that a project runs by itself as a rule: a store of its own like a database, so nothing leaves; what is in it is found by whoever searches. */
export const elasticElasticsearch: Model = {
  id: '@elastic/elasticsearch',
  title: 'Elasticsearch, OpenSearch, Meilisearch, Typesense',
  kind: 'search',
  packages: ['@elastic/elasticsearch', '@opensearch-project/opensearch', 'meilisearch', 'typesense'],
  exports: api.exports,
  ambient: { elasticsearch: 'client', meilisearch: 'client', typesense: 'client', esClient: 'client' },
  types: {
    ...api.types,
    client: {
      members: {
        ...operations,
        index: { returns: 'client', ...keeps('0.document', '0.body') },
        collections: { returns: 'client' },
        documents: { returns: 'client' },
      },
    },
  },
  source: '@elastic/elasticsearch 9, meilisearch 0.53 and typesense 2 README (from memory, 2026-11)',
  examples: {
    finds: [],
    silent: [
      withUser(
        "import { Client } from '@elastic/elasticsearch';\nconst elasticsearch = new Client({ node: 'http://localhost:9200' });",
        "await elasticsearch.create({ index: 'people', id: user.id, document: { name: user.fullName } });",
      ),
    ],
  },
};
