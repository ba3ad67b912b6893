import type { Model } from '../../server/engine/model';
import { withUser } from './shared/snippets';
import { each, functions } from './shared/functions';
import { request } from './shared/http-client';
import { nodeRequest, nodeResponse, requestTypes } from './shared/web-request';

const open = { ...request({ url: '0', returns: 'clientRequest' }), config: 0 };
const listen = {
  callback: [0, 1].map((argument) => ({ argument, parameters: ['type:incoming', 'type:response'], result: 'none' as const })),
};
const actions = functions({ request: open, get: open, createServer: listen });

/** The URL is a string or options with `hostname` and `path`; the body is written afterwards. */
export const http: Model = {
  id: 'http',
  title: 'Node http and https',
  kind: 'http',
  packages: ['node:http', 'node:https', 'http', 'https', 'node:http2', 'http2'],
  exports: { ...actions.exports, IncomingMessage: 'IncomingMessage', ServerResponse: 'ServerResponse' },
  types: {
    ...actions.types,
    IncomingMessage: { construct: { returns: 'incoming' } },
    ServerResponse: { construct: { returns: 'response' } },
    clientRequest: { members: { ...each(['write', 'end'], request({ url: '', data: ['0'], baseUrl: 'hostname' })), on: {} } },
    incoming: nodeRequest,
    response: nodeResponse,
    ...requestTypes,
  },
  source: 'Node.js 24 documentation, nodejs.org/api/http.html (from memory, 2026-11)',
  examples: {
    finds: [
      withUser("import http from 'node:http';", "http.get('http://localhost:3000/lookup?email=' + user.email); // ! pii-in-url"),
    ],
    silent: [withUser("import http from 'node:http';", 'http.get(`http://localhost:3000/users/${user.id}`);')],
  },
};
