import type { Model } from '../../server/engine/model';
import { withUser } from './shared/people';
import { surface } from './shared/surface';

/** All of it: what the API calls its members says nothing of what is in them. */
const sends = { sink: { kind: 'share' as const, data: ['0'] } };
const api = surface({ classes: { SQSClient: 'client', SQS: 'client', EventBridgeClient: 'client', EventBridge: 'client' } });
const head = "import { SendMessageCommand, SQSClient } from '@aws-sdk/client-sqs';\nconst sqs = new SQSClient({});";

/** Queues and buses: a message waits there, and whoever listens gets all of it. */
export const awsSdkClientSqs: Model = {
  id: '@aws-sdk/client-sqs',
  title: 'Amazon SQS and EventBridge',
  kind: 'queue',
  packages: ['@aws-sdk/client-sqs', '@aws-sdk/client-eventbridge'],
  exports: {
    ...api.exports,
    SendMessageCommand: 'SendMessageCommand',
    SendMessageBatchCommand: 'SendMessageBatchCommand',
    PutEventsCommand: 'PutEventsCommand',
  },
  types: {
    ...api.types,
    SendMessageCommand: { construct: sends },
    SendMessageBatchCommand: { construct: sends },
    PutEventsCommand: { construct: sends },
    client: { members: { send: {}, sendMessage: sends, sendMessageBatch: sends, putEvents: sends } },
  },
  source: 'API reference of @aws-sdk/client-sqs 3 and @aws-sdk/client-eventbridge 3 (from memory, 2026-11)',
  examples: {
    finds: [
      withUser(
        head,
        "await sqs.send(new SendMessageCommand({ QueueUrl: 'q', MessageBody: JSON.stringify({ user }) })); // ! whole-record-shared",
      ),
    ],
    silent: [
      withUser(
        head,
        "await sqs.send(new SendMessageCommand({ QueueUrl: 'q', MessageBody: JSON.stringify({ userId: user.id }) }));",
      ),
    ],
  },
};
