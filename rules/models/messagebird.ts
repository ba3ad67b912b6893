import type { Model } from '../../server/engine/model';
import { sends } from './shared/actions';
import { messagingNecessary } from './shared/necessary';
import { withUser } from './shared/people';
import { surface } from './shared/surface';

const create = sends(
  ['0'],
  messagingNecessary('0', ['originator', 'recipients', 'recipient', 'to', 'from'], ['body', 'content']),
);
const verify = sends(['0'], { '0': ['phone', 'email'] });
const api = surface({ main: 'initClient', members: { initClient: { returns: 'client' } } });

export const messagebird: Model = {
  id: 'messagebird',
  title: 'MessageBird',
  kind: 'messaging',
  vendor: 'Bird',
  hosts: ['rest.messagebird.com', 'api.bird.com'],
  packages: ['messagebird'],
  exports: api.exports,
  ambient: { messagebird: 'client' },
  types: {
    ...api.types,
    client: { members: { messages: 'messages', verify: 'verify', conversations: 'conversations' } },
    messages: { members: { create } },
    verify: { members: { create: verify, verify: {} } },
    conversations: { members: { start: create, reply: sends(['1'], messagingNecessary('1', [], ['content'])) } },
  },
  consent: { channel: 'sms', endpoints: ['rest.messagebird.com/messages'], calls: { 'messages.create': 'sends' } },
  source: 'messagebird 4 README (from memory, 2026-11)',
  examples: {
    finds: [
      withUser(
        '',
        "messagebird.messages.create({ recipients: [user.phone], body: 'Hello', reference: user.email }); // ! pii-to-third-party",
      ),
    ],
    silent: [withUser('', "messagebird.messages.create({ originator: 'Shop', recipients: [user.phone], body: 'Hello' });")],
  },
};
