import type { Model } from '../../server/engine/model';
import { withUser } from './shared/snippets';

/** What is stored here is not a finding of its own; what is read back is not known to be personal. */
export const bullmq: Model = {
  id: 'bullmq',
  title: 'job queues',
  kind: 'queue',
  packages: ['bullmq', 'bull', 'bee-queue', 'pg-boss', 'amqplib', 'kafkajs'],
  exports: {
    default: 'Queue',
    Queue: 'Queue',
    Worker: 'Queue',
    FlowProducer: 'Queue',
    Kafka: 'Queue',
    '*': 'namespace',
    connect: 'connect',
  },
  types: {
    Queue: { construct: { returns: 'queue' } },
    connect: { call: { returns: 'queue' } },
    namespace: { members: { connect: { returns: 'queue' } } },
    queue: { otherwise: { returns: 'queue' } },
  },
  source: 'bullmq 5 documentation, docs.bullmq.io; amqplib 0.10, kafkajs 2, 2026-11',
  examples: {
    finds: [],
    silent: [
      withUser(
        "import { Queue } from 'bullmq';",
        "const queue = new Queue('mail');",
        "console.log(await queue.add('welcome', { email: user.email }));",
      ),
    ],
  },
};
