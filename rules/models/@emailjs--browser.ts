import type { Model } from '../../server/engine/model';
import { sends } from './shared/actions';
import { messagingNecessary } from './shared/necessary';
import { surface } from './shared/surface';

const api = surface({
  members: {
    send: sends(
      ['2'],
      messagingNecessary('2', ['to', 'to_email', 'email', 'to_name', 'from_name', 'reply_to'], ['message', 'subject']),
    ),
    sendForm: {},
    init: {},
  },
});

export const emailjsBrowser: Model = {
  id: '@emailjs/browser',
  title: 'EmailJS',
  kind: 'messaging',
  vendor: 'EmailJS',

  packages: ['@emailjs/browser', '@emailjs/nodejs', 'emailjs-com'],
  exports: api.exports,
  types: { ...api.types },
  consent: { channel: 'email', calls: { send: 'sends' } },
  source: 'EmailJS SDK reference (from memory, 2026-11)',
  examples: {
    finds: [
      `import emailjs from '@emailjs/browser';
const people = await prisma.customer.findMany({ select: { email: true } });
for (const { email } of people) await emailjs.send('service', 'template', { to_email: email, subject: 'Winter sale: 20% off' }); // ! marketing-without-opt-in`,
    ],
    silent: [
      `import emailjs from '@emailjs/browser';
const people = await prisma.customer.findMany({ where: { marketingOptIn: true }, select: { email: true } });
for (const { email } of people) await emailjs.send('service', 'template', { to_email: email, subject: 'Winter sale: 20% off' });`,
    ],
  },
};
