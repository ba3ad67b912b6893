import type { Model } from '../../server/engine/model';
import { sends } from './shared/actions';
import { textNecessary } from './shared/necessary';
import { withPatient, withUser } from './shared/people';
import { surface } from './shared/surface';

const publish = sends(['0'], { '0.PhoneNumber': ['phone'], ...textNecessary('0', ['Message', 'Subject']) });
const api = surface({ classes: { SNSClient: 'client', SNS: 'client' } });
const head = "import { PublishCommand, SNSClient } from '@aws-sdk/client-sns';\nconst sns = new SNSClient({});";

/** Text messages to a phone, and notices to whoever subscribed. */
export const awsSdkClientSns: Model = {
  id: '@aws-sdk/client-sns',
  title: 'Amazon SNS',
  kind: 'messaging',
  vendor: 'Amazon SNS',
  packages: ['@aws-sdk/client-sns'],
  exports: { ...api.exports, PublishCommand: 'PublishCommand' },
  types: { ...api.types, PublishCommand: { construct: publish }, client: { members: { publish, send: {} } } },
  consent: { channel: 'sms', calls: { 'new PublishCommand': 'sends', 'client.publish': 'sends' } },
  source: 'API reference of @aws-sdk/client-sns 3 (from memory, 2026-11)',
  examples: {
    finds: [
      withPatient(
        head,
        'await sns.send(new PublishCommand({ PhoneNumber: patient.phone, Message: `Result: ${patient.diagnosis}` })); // ! pii-to-third-party',
      ),
    ],
    silent: [
      withUser(head, 'await sns.send(new PublishCommand({ PhoneNumber: user.phone, Message: `Hello ${user.fullName}` }));'),
    ],
  },
};
