import type { Model } from '../../server/engine/model';
import { sends } from './shared/actions';
import { messagingNecessary, subscriberNecessary } from './shared/necessary';
import { withUser } from './shared/people';

const message = messagingNecessary(
  '0.Messages[]',
  ['From', 'To', 'Cc', 'Bcc', 'ReplyTo', 'Sender', 'Headers'],
  ['Subject', 'TextPart', 'HTMLPart', 'Variables', 'Attachments', 'InlinedAttachments'],
);

export const nodeMailjet: Model = {
  id: 'node-mailjet',
  title: 'Mailjet',
  kind: 'messaging',
  vendor: 'Mailjet',
  hosts: ['api.mailjet.com', 'api.us.mailjet.com'],
  packages: ['node-mailjet'],
  exports: { default: 'class', '*': 'class', Client: 'class' },
  ambient: { mailjet: 'client' },
  types: {
    class: {
      construct: { returns: 'client' },
      members: { apiConnect: { returns: 'client' }, smsConnect: { returns: 'client' } },
    },
    client: { members: { post: { returns: 'request' }, put: { returns: 'request' }, get: {}, delete: {} } },
    request: {
      members: {
        request: sends(['0'], { ...message, ...subscriberNecessary('0', ['Email', 'Name']) }),
        id: { returns: 'request' },
      },
    },
  },
  consent: {
    channel: 'email',
    endpoints: ['api.mailjet.com/v3.1/send', 'api.mailjet.com/v3/send', 'api.us.mailjet.com/v3.1/send'],
    calls: { 'request.request': 'sends' },
  },
  source: 'node-mailjet 6 documentation, github.com/mailjet/mailjet-apiv3-nodejs (from memory, 2026-11)',
  examples: {
    finds: [
      withUser(
        "import Mailjet from 'node-mailjet';\nconst client = new Mailjet({ apiKey: 'key', apiSecret: 'secret' });",
        "await client.post('send', { version: 'v3.1' }).request({ Messages: [{ To: [{ Email: user.email }], CustomID: user.phone }] }); // ! pii-to-third-party",
      ),
    ],
    silent: [
      withUser(
        "import Mailjet from 'node-mailjet';\nconst client = new Mailjet({ apiKey: 'key', apiSecret: 'secret' });",
        "await client.post('send', { version: 'v3.1' }).request({ Messages: [{ To: [{ Email: user.email, Name: user.fullName }], Subject: 'Your order' }] });",
      ),
    ],
  },
};
