import type { Model } from '../../server/engine/model';

/** A socket that this program opens leads to a server: its remote address is the server's. One that is accepted leads to somebody. */
export const net: Model = {
  id: 'net',
  title: 'net and tls',
  kind: 'utility',
  packages: ['net', 'node:net', 'tls', 'node:tls'],
  exports: { default: 'module', '*': 'module', connect: 'connect', createConnection: 'connect' },
  types: {
    module: { members: { connect: 'connect', createConnection: 'connect' } },
    connect: { call: { returns: 'opened' } },
    opened: { members: { remoteAddress: 'address', localAddress: 'address' } },
    address: { nobody: true },
  },
  source: 'Node.js 20 documentation of net and tls (from memory, 2026-11)',
  examples: {
    finds: [
      "import { createServer } from 'node:net';\ncreateServer((socket) => {\n  console.log(`from ${socket.remoteAddress}`); // ! pii-in-logs\n});",
    ],
    silent: [
      "import net from 'node:net';\nconst socket = net.connect(25, 'mail.internal', () => {\n  console.log(`connected to ${socket.remoteAddress}`);\n});",
      "import { connect } from 'node:tls';\nexport class Link {\n  private socket = connect(465, 'mail.internal');\n  ready() {\n    console.log(this.socket.remoteAddress);\n  }\n}",
    ],
  },
};
