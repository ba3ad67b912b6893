import type { Model } from '../../server/engine/model';
import { withUser } from './shared/snippets';
import { each } from './shared/functions';
import { optionMethods, request } from './shared/http-client';

const body = ['json', 'form', 'body'];
const members = {
  ...optionMethods('searchParams', body, 'prefixUrl'),
  ...each(['stream', 'paginate'], request({ url: '0', data: body.map((name) => `1.${name}`), params: ['1.searchParams'] })),
  extend: { returns: 'got', config: 0 },
};

export const got: Model = {
  id: 'got',
  title: 'got',
  kind: 'http',
  packages: ['got'],
  exports: { default: 'got', got: 'got', '*': 'got' },
  ambient: { got: 'got' },
  types: { got: { call: members.get, members } },
  source: 'got 14 documentation, github.com/sindresorhus/got (from memory, 2026-11)',
  examples: {
    finds: [
      withUser("import got from 'got';", "await got('api/search', { searchParams: { email: user.email } }); // ! pii-in-url"),
      withUser(
        "import got from 'got';",
        "await got.post('https://partner.example/import', { json: { email: user.email } }); // ! pii-to-third-party",
      ),
    ],
    silent: [withUser("import got from 'got';", 'await got(`api/users/${user.id}`).json();')],
  },
};
