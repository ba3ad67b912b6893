import type { Model } from '../../server/engine/model';
import { withUser } from './shared/snippets';
import { each } from './shared/functions';
import { request } from './shared/http-client';

export const xmlHttpRequest: Model = {
  id: 'xmlhttprequest',
  title: 'XMLHttpRequest',
  kind: 'http',
  packages: ['xmlhttprequest', 'xhr2'],
  exports: { XMLHttpRequest: 'XMLHttpRequest' },
  ambient: { XMLHttpRequest: 'XMLHttpRequest' },
  types: {
    XMLHttpRequest: { construct: { returns: 'request' } },
    request: {
      members: {
        open: request({ url: '1' }),
        send: request({ url: '', data: ['0'] }),
        ...each(['setRequestHeader', 'abort', 'addEventListener', 'getResponseHeader'], {}),
      },
    },
  },
  source: 'XMLHttpRequest standard, developer.mozilla.org/docs/Web/API/XMLHttpRequest (from memory, 2026-11)',
  examples: {
    finds: [
      withUser(
        '',
        'const request = new XMLHttpRequest();',
        "request.open('GET', `/search?email=${user.email}`); // ! pii-in-url",
      ),
    ],
    silent: [
      withUser('', 'const request = new XMLHttpRequest();', "request.open('POST', '/profile');", 'request.send(user.email);'),
    ],
  },
};
