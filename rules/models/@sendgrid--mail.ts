import type { Model } from '../../server/engine/model';
import { each, sends } from './shared/actions';
import { messagingNecessary } from './shared/necessary';
import { withPatient, withUser } from './shared/people';
import { surface } from './shared/surface';

const necessary = messagingNecessary('0', undefined, [
  'subject',
  'text',
  'html',
  'content',
  'personalizations',
  'dynamicTemplateData',
  'templateData',
  'substitutions',
  'attachments',
]);
const send = sends(['0'], necessary);
const api = surface({ classes: { MailService: 'module' }, members: { setApiKey: {}, setClient: {}, send, sendMultiple: send } });

export const sendgridMail: Model = {
  id: '@sendgrid/mail',
  title: 'SendGrid',
  kind: 'messaging',
  vendor: 'SendGrid',
  hosts: ['api.sendgrid.com', 'api.eu.sendgrid.com'],
  packages: ['@sendgrid/mail'],
  exports: api.exports,
  ambient: { sgMail: 'module', sendgrid: 'module' },
  types: { ...api.types, module: { members: { ...api.types.module.members, ...each(['setTimeout'], {}) } } },
  consent: {
    channel: 'email',
    endpoints: ['api.sendgrid.com/v3/mail/send', 'api.eu.sendgrid.com/v3/mail/send'],
    calls: { send: 'sends', sendMultiple: 'sends' },
  },
  source: '@sendgrid/mail 8 documentation (from memory, 2026-11)',
  examples: {
    finds: [
      withUser(
        "import sgMail from '@sendgrid/mail';",
        "await sgMail.send({ to: user.email, from: 'a@shop.example', customArgs: { phone: user.phone } }); // ! pii-to-third-party",
      ),
      withPatient(
        "import sgMail from '@sendgrid/mail';",
        'await sgMail.send({ to: patient.email, text: patient.diagnosis }); // ! pii-to-third-party',
      ),
    ],
    silent: [
      withUser(
        "import sgMail from '@sendgrid/mail';",
        "await sgMail.send({ to: user.email, from: 'a@shop.example', subject: 'Your order', text: `Hello ${user.fullName}` });",
      ),
    ],
  },
};
