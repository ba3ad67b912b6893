import type { Model } from '../../server/engine/model';
import { withUser } from './shared/snippets';
import { each } from './shared/functions';
import { request } from './shared/http-client';
import { toUrl } from './shared/navigation';
import { webTypes, nodeResponse, webRequest } from './shared/web-request';

/** A body that is read is an answer, of which its names tell; one that is written goes to the person herself. */
const { json: _written, ...answer } = nodeResponse.members ?? {};

const call = request({ url: '0', data: ['1.body'], returns: 'response' });

/** The standard function and its packages. `Response` also serves annotations of frameworks whose import is missing. */
export const fetch: Model = {
  id: 'fetch',
  title: 'fetch',
  kind: 'http',
  packages: ['node-fetch', 'cross-fetch', 'isomorphic-fetch', 'whatwg-fetch', 'isomorphic-unfetch'],
  exports: { default: 'fetch', fetch: 'fetch', '*': 'namespace', Request: 'Request', Response: 'Response', Headers: 'Headers' },
  ambient: { fetch: 'fetch', Request: 'Request', Response: 'Response', Headers: 'Headers' },
  types: {
    fetch: { call },
    namespace: { call, members: { fetch: call, default: call } },
    Request: { construct: { ...call, returns: 'request' } },
    Response: {
      construct: { content: 'arguments', returns: 'response' },
      members: { json: {}, error: {}, redirect: toUrl('0') },
    },
    Headers: { construct: { content: 'arguments', returns: 'fields' } },
    request: webRequest,
    response: {
      members: { ...answer, ...each(['blob', 'arrayBuffer', 'formData'], {}), headers: 'headers' },
    },
    ...webTypes,
  },
  source:
    'Fetch standard, developer.mozilla.org/docs/Web/API/Fetch_API; node-fetch 3 and cross-fetch 4 documentation (from memory, 2026-11)',
  examples: {
    finds: [
      withUser('', 'await fetch(`/api/orders?email=${encodeURIComponent(user.email)}`); // ! pii-in-url'),
      withUser(
        "import fetch from 'node-fetch';",
        "await fetch('https://partner.example/import', { method: 'POST', body: user.email }); // ! pii-to-third-party",
      ),
    ],
    silent: [
      withUser('', "await fetch('/api/profile', { method: 'PUT', body: JSON.stringify({ email: user.email }) });"),
      withUser('', 'const answer = await fetch(`/api/users/${user.id}`);', 'return answer.json();'),
    ],
  },
};
