import type { Model } from '../../server/engine/model';
import { each } from './shared/functions';
import { withUser } from './shared/snippets';

const connects = { returns: 'connection' };

/** What is published to a broker is kept and read by whoever listens. */
export const amqplib: Model = {
  id: 'amqplib',
  title: 'AMQP brokers',
  kind: 'queue',
  packages: ['amqplib', 'amqplib/*'],
  exports: { default: 'namespace', '*': 'namespace', connect: 'connect()', Channel: 'Channel', ConfirmChannel: 'Channel' },
  types: {
    namespace: { members: { connect: connects } },
    'connect()': { call: connects },
    connection: {
      members: { ...each(['createChannel', 'createConfirmChannel'], { returns: 'channel' }), ...each(['on', 'close'], {}) },
    },
    Channel: { construct: { returns: 'channel' } },
    channel: {
      members: {
        publish: { sink: { kind: 'share', data: ['2'] } },
        sendToQueue: { sink: { kind: 'share', data: ['1'] } },
        ...each(['assertQueue', 'assertExchange', 'bindQueue', 'prefetch', 'consume', 'ack', 'nack', 'close', 'on'], {}),
      },
    },
  },
  source: 'documentation of amqplib 0.10, amqp-node.github.io/amqplib (from memory, 2026-11)',
  examples: {
    finds: [],
    silent: [
      withUser(
        "import amqp from 'amqplib';",
        "const channel = await (await amqp.connect('amqp://broker')).createChannel();",
        "channel.publish('users', 'welcome', Buffer.from(JSON.stringify({ userId: user.id })));",
      ),
    ],
  },
};
