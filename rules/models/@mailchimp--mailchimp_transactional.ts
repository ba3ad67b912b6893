import type { Model } from '../../server/engine/model';
import { each, sends } from './shared/actions';
import { messagingNecessary } from './shared/necessary';
import { withUser } from './shared/people';
import { surface } from './shared/surface';

const necessary = {
  ...messagingNecessary(
    '0.message',
    ['to', 'from_email', 'from_name'],
    ['subject', 'text', 'html', 'global_merge_vars', 'merge_vars'],
  ),
  ...messagingNecessary('0', [], ['template_content']),
};
const api = surface({ main: 'mandrill', members: { mandrill: { returns: 'client' } } });

export const mailchimpMailchimpTransactional: Model = {
  id: '@mailchimp/mailchimp_transactional',
  title: 'Mailchimp Transactional',
  kind: 'messaging',
  vendor: 'Mailchimp',
  hosts: ['mandrillapp.com'],
  packages: ['@mailchimp/mailchimp_transactional'],
  exports: api.exports,
  ambient: { mandrill: 'client' },
  types: {
    ...api.types,
    client: { members: { messages: 'messages' } },
    messages: { members: each(['send', 'sendTemplate'], sends(['0'], necessary)) },
  },
  consent: {
    channel: 'email',
    endpoints: ['mandrillapp.com/api/1.0/messages'],
    calls: { 'messages.send': 'sends', 'messages.sendTemplate': 'sends' },
  },
  source: 'Mailchimp Transactional API 1 reference (from memory, 2026-11)',
  examples: {
    finds: [
      withUser(
        '',
        'await mandrill.messages.send({ message: { to: [{ email: user.email }], metadata: { phone: user.phone } } }); // ! pii-to-third-party',
      ),
    ],
    silent: [
      withUser('', "await mandrill.messages.send({ message: { to: [{ email: user.email }], text: 'Your order is ready' } });"),
    ],
  },
};
