import type { Model } from '../../server/engine/model';
import { each } from './shared/actions';
import { withUser } from './shared/people';
import { surface } from './shared/surface';

const operations = each(
  [
    'index',
    'create',
    'update',
    'bulk',
    'search',
    'get',
    'delete',
    'indexDocument',
    'addDocuments',
    'updateDocuments',
    'upsert',
    'import',
  ],
  {},
);
const api = surface({ main: 'Client', classes: { Client: 'client', MeiliSearch: 'client', Meilisearch: 'client' } });

/** Engines that a project runs by itself as a rule: a store of its own like a database, so nothing leaves. */
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
        index: { returns: 'client' },
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
