import type { Model } from '../../server/engine/model';
import { each, sends } from './shared/actions';
import { messagingNecessary, subscriberNecessary } from './shared/necessary';
import { withUser } from './shared/people';
import { surface } from './shared/surface';

const send = sends(
  ['0'],
  messagingNecessary(
    '0',
    ['to', 'sender', 'cc', 'bcc', 'replyTo', 'recipient'],
    ['subject', 'htmlContent', 'textContent', 'params', 'content'],
  ),
);
const contact = sends(['0', '1'], {
  ...subscriberNecessary('0', ['email', 'attributes']),
  ...subscriberNecessary('1', ['email', 'attributes']),
});
const api = surface({
  classes: { TransactionalEmailsApi: 'api', TransactionalSMSApi: 'api', ContactsApi: 'api', BrevoClient: 'client' },
});

export const getbrevoBrevo: Model = {
  id: '@getbrevo/brevo',
  title: 'Brevo',
  kind: 'marketing',
  vendor: 'Brevo',
  hosts: ['api.brevo.com', 'api.sendinblue.com'],
  packages: ['@getbrevo/brevo', 'sib-api-v3-sdk'],
  exports: api.exports,
  ambient: { brevo: 'client' },
  types: {
    ...api.types,
    api: {
      members: { ...each(['sendTransacEmail', 'sendTransacSms'], send), ...each(['createContact', 'updateContact'], contact) },
    },
    client: { members: { transactionalEmails: 'api', transactionalSms: 'api', contacts: 'api' } },
  },
  consent: {
    channel: 'email',
    endpoints: ['api.brevo.com/v3/smtp', 'api.sendinblue.com/v3/smtp', 'api.brevo.com/v3/transactionalSMS'],
    calls: { 'api.sendTransacEmail': 'sends', 'api.sendTransacSms': 'sends' },
  },
  source: '@getbrevo/brevo 3 README (from memory, 2026-11)',
  examples: {
    finds: [
      withUser(
        "import { TransactionalEmailsApi } from '@getbrevo/brevo';\nconst emails = new TransactionalEmailsApi();",
        'await emails.sendTransacEmail({ to: [{ email: user.email }], tags: [user.phone] }); // ! pii-to-third-party',
      ),
    ],
    silent: [
      withUser(
        "import { TransactionalEmailsApi } from '@getbrevo/brevo';\nconst emails = new TransactionalEmailsApi();",
        'await emails.sendTransacEmail({ to: [{ email: user.email }], params: { name: user.fullName } });',
      ),
    ],
  },
};
