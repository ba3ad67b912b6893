import type { Model } from '../../server/engine/model';
import { each, prompts } from './shared/actions';
import { withUser } from './shared/people';
import { surface } from './shared/surface';

const api = surface({ classes: { Index: 'index' } });

export const upstashVector: Model = {
  id: '@upstash/vector',
  title: 'Upstash Vector',
  kind: 'vector-store',
  vendor: 'Upstash',
  packages: ['@upstash/vector'],
  exports: api.exports,
  types: {
    ...api.types,
    index: {
      members: {
        ...each(['upsert', 'update'], prompts('0')),
        query: prompts('0.data', '0.filter'),
        namespace: { returns: 'receiver' },
        ...each(['fetch', 'delete', 'range', 'reset'], {}),
      },
    },
  },
  source:
    '@upstash/vector 1.2.2 README (app.unpkg.com): upsert of one or many with data and metadata, query with filter, namespaces; upstash.com/docs/vector/sdks/ts, read 2026-11',
  examples: {
    finds: [
      withUser(
        "import { Index } from '@upstash/vector';\nconst index = new Index({ url: 'url', token: 'token' });",
        'await index.upsert({ id: user.id, data: user.fullName }); // ! pii-in-prompt',
      ),
    ],
    silent: [
      withUser(
        "import { Index } from '@upstash/vector';\nconst index = new Index({ url: 'url', token: 'token' });",
        "await index.upsert({ id: orderId, data: 'two croissants' });",
      ),
    ],
  },
};
