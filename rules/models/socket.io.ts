import type { Model } from '../../server/engine/model';
import { each } from './shared/functions';
import { cookiesSource, headersSource, ipSource, webTypes } from './shared/web-request';

/** What a socket was opened with is a request; whatever holds a `handshake` of headers is a socket. */
export const socketIo: Model = {
  id: 'socket.io',
  title: 'Socket.IO',
  kind: 'framework',
  packages: ['socket.io'],
  exports: { Socket: 'Socket' },
  ambient: { handshake: 'anyHandshake' },
  types: {
    Socket: { construct: { returns: 'socket' } },
    socket: {
      members: { handshake: 'handshake', ...each(['on', 'once', 'off', 'emit', 'join', 'leave', 'to', 'disconnect'], {}) },
    },
    handshake: { members: { query: 'fields' }, reads: { headers: headersSource, address: ipSource } },
    anyHandshake: { members: { headers: 'handshakeHeaders', query: 'fields' } },
    handshakeHeaders: { reads: { cookie: cookiesSource } },
    ...webTypes,
  },
  source: 'Socket.IO 4 documentation, socket.io/docs/v4/server-socket-instance/#sockethandshake (from memory, 2026-11)',
  examples: {
    finds: [
      "export function open(client: any) {\n  console.log('opened', client.handshake.headers.cookie); // ! pii-in-logs\n}",
      "import type { Socket } from 'socket.io';\nexport function open(socket: Socket) {\n  console.log('opened', socket.handshake.headers); // ! pii-in-logs\n}",
    ],
    silent: [
      "import type { Socket } from 'socket.io';\nexport function open(socket: Socket) {\n  console.log('opened', socket.id);\n}",
    ],
  },
};
