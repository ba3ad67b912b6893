import type { Model } from '../../server/engine/model';
import { each, sends } from './shared/actions';
import { messagingNecessary, subscriberNecessary } from './shared/necessary';
import { withPatient, withUser } from './shared/people';
import { surface } from './shared/surface';

const addresses = ['to', 'from', 'cc', 'bcc', 'replyTo', 'reply_to', 'headers'];
const texts = ['subject', 'text', 'html', 'react', 'template', 'attachments'];
const send = sends(['0'], messagingNecessary('0', addresses, texts));
const contact = sends(['0'], subscriberNecessary('0', ['email', 'firstName', 'lastName', 'first_name', 'last_name']));
const api = surface({ classes: { Resend: 'client' } });

export const resend: Model = {
  id: 'resend',
  title: 'Resend',
  kind: 'messaging',
  vendor: 'Resend',
  hosts: ['api.resend.com'],
  packages: ['resend'],
  exports: api.exports,
  ambient: { resend: 'client', Resend: 'class Resend' },
  types: {
    ...api.types,
    client: { members: { emails: 'emails', batch: 'batch', contacts: 'contacts', sendEmail: send } },
    emails: { members: { ...each(['send', 'create'], send), get: {}, cancel: {} } },
    batch: { members: each(['send', 'create'], sends(['0'], messagingNecessary('0[]', addresses, texts))) },
    contacts: { members: { ...each(['create', 'update'], contact), list: {}, remove: {} } },
  },
  consent: {
    channel: 'email',
    endpoints: ['api.resend.com/emails'],
    calls: {
      'client.sendEmail': 'sends',
      'emails.send': 'sends',
      'emails.create': 'sends',
      'batch.send': 'sends',
      'batch.create': 'sends',
    },
  },
  source: 'resend 6 documentation (from memory, 2026-11)',
  examples: {
    finds: [
      withUser(
        '',
        "await resend.emails.send({ to: user.email, tags: [{ name: 'phone', value: user.phone }] }); // ! pii-to-third-party",
      ),
      withPatient(
        '',
        'await resend.emails.send({ to: patient.email, html: `<p>${patient.diagnosis}</p>` }); // ! pii-to-third-party',
      ),
    ],
    silent: [
      withUser(
        '',
        "await resend.emails.send({ to: user.email, subject: 'Your order is ready', html: `<p>Hello ${user.fullName}</p>` });",
      ),
      withUser(
        "import { Resend } from 'resend';\nconst client = new Resend('key');",
        'await client.emails.send({ to: user.email, text: orderId });',
      ),
    ],
  },
};
