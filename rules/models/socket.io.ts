import type { Model } from '../../server/engine/model';
import { cookiesSource, fieldsType } from './shared/web-request';

/** What a socket was opened with is a request; its events stay events (`emit` reaches `on`). Whatever holds a `handshake` of headers is a socket. */
export const socketIo: Model = {
  id: 'socket.io',
  title: 'Socket.IO',
  kind: 'framework',
  packages: [],
  exports: {},
  ambient: { handshake: 'handshake' },
  types: {
    handshake: { members: { headers: 'handshakeHeaders', query: 'fields' } },
    handshakeHeaders: { reads: { cookie: cookiesSource } },
    fields: fieldsType,
  },
  source: 'Socket.IO 4 documentation, socket.io/docs/v4/server-socket-instance/#sockethandshake (from memory, 2026-11)',
  examples: {
    finds: [
      "export function open(client: any) {\n  console.log('opened', client.handshake.headers.cookie); // ! pii-in-logs\n}",
      "import type { Socket } from 'socket.io';\nexport function open(socket: Socket) {\n  console.log('opened', socket.handshake.headers.cookie); // ! pii-in-logs\n}",
      "import type { Socket } from 'socket.io';\nexport function open(socket: Socket) {\n  socket.on('join', (userData: any) => console.log('joined', userData)); // ! pii-in-logs\n}",
    ],
    silent: [
      "import type { Socket } from 'socket.io';\nexport function open(socket: Socket) {\n  console.log('opened', socket.id);\n}",
    ],
  },
};
