import type { Model } from '../../server/engine/model';
import { withUser } from './shared/snippets';
import { functions } from './shared/functions';
import { request } from './shared/http-client';

const actions = functions({
  fetch: request({ url: '0', data: ['1.body'] }),
  request: request({ url: '0', data: ['1.body'], params: ['1.query'] }),
  stream: request({ url: '0', data: ['1.body'], params: ['1.query'] }),
  setGlobalDispatcher: {},
});

export const undici: Model = {
  id: 'undici',
  title: 'undici',
  kind: 'http',
  packages: ['undici'],
  exports: { ...actions.exports, Client: 'Client', Pool: 'Client' },
  types: {
    ...actions.types,
    Client: { construct: { returns: 'client' } },
    client: { members: { request: request({ url: '0.path', data: ['0.body'], params: ['0.query'] }), close: {}, destroy: {} } },
  },
  source: 'undici 7 documentation, undici.nodejs.org (from memory, 2026-11)',
  examples: {
    finds: [
      withUser(
        "import { request } from 'undici';",
        "await request('/api/search', { query: { email: user.email } }); // ! pii-in-url",
      ),
    ],
    silent: [withUser("import { request } from 'undici';", 'await request(`/api/users/${user.id}`);')],
  },
};
