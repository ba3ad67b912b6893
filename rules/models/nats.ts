import type { Model } from '../../server/engine/model';
import { each } from './shared/functions';
import { withUser } from './shared/people';

const connects = { returns: 'connection' };
const publishes = { sink: { kind: 'share' as const, data: ['1'] } };

/** What is published goes to whoever listens; a codec only changes how it is written. */
export const nats: Model = {
  id: 'nats',
  title: 'NATS',
  kind: 'queue',
  packages: ['nats', '@nats-io/*', 'nats.ws'],
  exports: { '*': 'namespace', connect: 'connect()', JSONCodec: 'JSONCodec()', StringCodec: 'JSONCodec()' },
  types: {
    namespace: { members: { connect: connects, ...each(['JSONCodec', 'StringCodec'], { returns: 'codec' }) } },
    'connect()': { call: connects },
    'JSONCodec()': { call: { returns: 'codec' } },
    codec: { members: { encode: { content: 'arguments' }, decode: {} } },
    connection: {
      members: {
        ...each(['publish', 'request'], publishes),
        jetstream: { returns: 'stream' },
        ...each(['subscribe', 'drain', 'close', 'flush', 'closed'], {}),
      },
    },
    stream: { members: { publish: publishes } },
  },
  source: 'documentation of nats 2 and @nats-io/transport-node 3 (from memory, 2026-11)',
  examples: {
    finds: [
      withUser(
        "import { connect, JSONCodec } from 'nats';",
        'const connection = await connect();',
        "connection.publish('users', JSONCodec().encode({ user })); // ! whole-record-shared",
      ),
    ],
    silent: [
      withUser(
        "import { connect, JSONCodec } from 'nats';",
        'const connection = await connect();',
        "connection.publish('users', JSONCodec().encode({ userId: user.id }));",
      ),
    ],
  },
};
