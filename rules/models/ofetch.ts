import type { Model } from '../../server/engine/model';
import { withUser } from './shared/snippets';
import { request } from './shared/http-client';

const call = request({ url: '0', data: ['1.body'], params: ['1.query', '1.params'], baseUrl: 'baseURL' });
const type = { call, members: { raw: call, native: call, create: { returns: '$fetch', config: 0 } } };

export const ofetch: Model = {
  id: 'ofetch',
  title: 'ofetch',
  kind: 'http',
  packages: ['ofetch', 'ohmyfetch'],
  exports: { $fetch: '$fetch', ofetch: '$fetch', createFetch: 'createFetch' },
  ambient: { $fetch: '$fetch' },
  types: { $fetch: type, createFetch: { call: { returns: '$fetch' } } },
  source: 'ofetch 1 documentation, github.com/unjs/ofetch (from memory, 2026-11)',
  examples: {
    finds: [
      withUser(
        "import { ofetch } from 'ofetch';",
        "await ofetch('/api/search', { query: { email: user.email } }); // ! pii-in-url",
      ),
      withUser('', 'await $fetch(`/api/members/${user.email}`); // ! pii-in-url'),
    ],
    silent: [withUser('', "await $fetch('/api/profile', { method: 'PUT', body: { email: user.email } });")],
  },
};
