import type { Model } from '../../server/engine/model';
import { withUser } from './shared/snippets';
import { each } from './shared/functions';
import { request } from './shared/http-client';

const members = {
  ...each(['get', 'head'], request({ url: '0' })),
  ...each(['post', 'put', 'patch', 'delete'], request({ url: '0', data: ['1'] })),
  request: request({ url: '1', data: ['2'] }),
};

export const needle: Model = {
  id: 'needle',
  title: 'needle',
  kind: 'http',
  packages: ['needle'],
  exports: { default: 'needle', '*': 'needle', get: 'get', post: 'post', put: 'put' },
  types: {
    needle: { call: request({ url: '1', data: ['2'] }), members },
    get: { call: members.get },
    post: { call: members.post },
    put: { call: members.put },
  },
  source: 'needle 3 documentation, github.com/tomas/needle (from memory, 2026-11)',
  examples: {
    finds: [
      withUser("import needle from 'needle';", "await needle('get', '/search?email=' + user.email); // ! pii-in-url"),
      withUser(
        "import needle from 'needle';",
        "await needle('post', 'https://partner.example/import', { email: user.email }); // ! pii-to-third-party",
      ),
    ],
    silent: [withUser("import needle from 'needle';", "await needle('get', `/users/${user.id}`);")],
  },
};
