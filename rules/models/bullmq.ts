import type { Model } from '../../server/engine/model';
import { logs } from './shared/actions';
import { each } from './shared/functions';
import { withUser } from './shared/snippets';

const processor = { callback: [{ argument: 1, parameters: ['type:job'], result: 'none' as const }] };

/** What is put into a queue is not a finding of its own. A job keeps a log, which everybody who runs the queues can read. */
export const bullmq: Model = {
  id: 'bullmq',
  title: 'job queues',
  kind: 'queue',
  packages: ['bullmq', 'bull', 'bee-queue', 'pg-boss', 'kafkajs', '@nestjs/bullmq', '@nestjs/bull'],
  exports: {
    default: 'Queue',
    Queue: 'Queue',
    FlowProducer: 'Queue',
    Worker: 'Worker',
    Job: 'Job',
    Kafka: 'Kafka',
    Producer: 'Producer',
    '*': 'namespace',
  },
  ambient: { queue: 'queue' },
  types: {
    Queue: { construct: { returns: 'queue' } },
    Worker: { construct: { returns: 'worker', ...processor } },
    Job: { construct: { returns: 'job' } },
    Kafka: { construct: { returns: 'kafka' } },
    kafka: { members: { producer: { returns: 'producer' } }, otherwise: { returns: 'broker' } },
    Producer: { construct: { returns: 'producer' } },
    producer: {
      members: {
        send: { sink: { kind: 'share', data: ['0.messages[].value'] } },
        sendBatch: { sink: { kind: 'share', data: ['0.topicMessages[].messages[].value'] } },
        ...each(['connect', 'disconnect', 'on'], {}),
      },
    },
    namespace: { members: { Queue: 'Queue', Worker: 'Worker' } },
    queue: {
      members: {
        add: { returns: 'job', sink: { kind: 'share', data: ['1'] } },
        process: processor,
        ...each(['getJob', 'getActive', 'getWaiting'], { returns: 'job' }),
        ...each(['addBulk', 'close', 'on', 'pause', 'remove', 'upsertJobScheduler'], {}),
      },
    },
    worker: { members: each(['on', 'close', 'run'], {}) },
    job: { members: { log: logs('0'), ...each(['updateProgress', 'remove', 'retry', 'moveToFailed', 'isCompleted'], {}) } },
    broker: { otherwise: { returns: 'broker' } },
  },
  source: 'documentation of bullmq 5 and kafkajs 2 (from memory, 2026-11)',
  examples: {
    finds: [
      withUser(
        "import { Worker } from 'bullmq';",
        "new Worker('mail', async (job) => {",
        '  await job.log(`written to ${user.email}`); // ! pii-in-logs',
        '});',
      ),
    ],
    silent: [
      withUser(
        "import { Queue } from 'bullmq';",
        "const queue = new Queue('mail');",
        "console.log(await queue.add('welcome', { email: user.email }));",
      ),
    ],
  },
};
