import type { Model } from '../../server/engine/model';
import { sends } from './shared/actions';
import { messagingNecessary } from './shared/necessary';
import { surface } from './shared/surface';

const api = surface({ classes: { EmailClient: 'client' } });

export const azureCommunicationEmail: Model = {
  id: '@azure/communication-email',
  title: 'Azure Communication Services',
  kind: 'messaging',
  vendor: 'Azure',

  packages: ['@azure/communication-email'],
  exports: api.exports,
  types: {
    ...api.types,
    client: {
      members: {
        beginSend: sends(['0'], messagingNecessary('0', ['recipients', 'senderAddress', 'replyTo'], ['content', 'attachments'])),
      },
    },
  },
  consent: { channel: 'email', calls: { 'client.beginSend': 'sends' } },
  source: '@azure/communication-email 1 README (from memory, 2026-11)',
  examples: {
    finds: [
      `import { EmailClient } from '@azure/communication-email';
const client = new EmailClient('endpoint=x');
const people = await prisma.customer.findMany({ select: { email: true } });
for (const { email } of people) await client.beginSend({ recipients: { to: [{ address: email }] }, content: { subject: 'Winter sale: 20% off' } }); // ! marketing-without-opt-in`,
    ],
    silent: [
      `import { EmailClient } from '@azure/communication-email';
const client = new EmailClient('endpoint=x');
const people = await prisma.customer.findMany({ where: { marketingOptIn: true }, select: { email: true } });
for (const { email } of people) await client.beginSend({ recipients: { to: [{ address: email }] }, content: { subject: 'Winter sale: 20% off' } });`,
    ],
  },
};
