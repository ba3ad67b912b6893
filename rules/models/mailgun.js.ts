import type { Model } from '../../server/engine/model';
import { each, sends } from './shared/actions';
import { messagingNecessary, subscriberNecessary } from './shared/necessary';
import { withUser } from './shared/people';
import { surface } from './shared/surface';

const create = sends(
  ['1'],
  messagingNecessary('1', ['to', 'from', 'cc', 'bcc', 'h:Reply-To'], ['subject', 'text', 'html', 'attachment']),
);
const member = sends(['1', '2'], {
  ...subscriberNecessary('1', ['address', 'name']),
  ...subscriberNecessary('2', ['address', 'name']),
});
const api = surface({ main: 'Mailgun', classes: { Mailgun: 'mailgun' } });

export const mailgunJs: Model = {
  id: 'mailgun.js',
  title: 'Mailgun',
  kind: 'messaging',
  vendor: 'Mailgun',
  hosts: ['api.mailgun.net', 'api.eu.mailgun.net'],
  packages: ['mailgun.js', 'mailgun-js'],
  exports: api.exports,
  ambient: { mailgun: 'client' },
  types: {
    ...api.types,
    mailgun: { members: { client: { returns: 'client', config: 0 } } },
    client: { members: { messages: 'messages', lists: 'lists', validate: 'validate' } },
    messages: { members: { create } },
    lists: { members: { members: 'members' } },
    members: { members: each(['createMember', 'updateMember'], member) },
    validate: { members: { get: sends(['0'], { '0': ['email'] }) } },
  },
  consent: {
    channel: 'email',
    endpoints: ['api.mailgun.net/v3', 'api.eu.mailgun.net/v3'],
    calls: { 'messages.create': 'sends' },
  },
  source: 'mailgun.js 12 README (from memory, 2026-11)',
  examples: {
    finds: [
      withUser(
        "import Mailgun from 'mailgun.js';\nconst mailgun = new Mailgun(FormData).client({ username: 'api', key: 'key' });",
        "await mailgun.messages.create('shop.example', { to: user.email, 'o:tag': [user.phone] }); // ! pii-to-third-party",
      ),
    ],
    silent: [
      withUser(
        "import Mailgun from 'mailgun.js';\nconst mailgun = new Mailgun(FormData).client({ username: 'api', key: 'key' });",
        "await mailgun.messages.create('shop.example', { to: user.email, subject: 'Your order', text: `Hello ${user.fullName}` });",
      ),
    ],
  },
};
