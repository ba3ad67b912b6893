import type { Model } from '../../server/engine/model';
import { sends } from './shared/actions';
import { messagingNecessary } from './shared/necessary';
import { surface } from './shared/surface';

const api = surface({ main: 'SparkPost', classes: { SparkPost: 'client' } });

export const sparkpost: Model = {
  id: 'sparkpost',
  title: 'SparkPost',
  kind: 'messaging',
  vendor: 'SparkPost',
  hosts: ['api.sparkpost.com', 'api.eu.sparkpost.com'],
  packages: ['sparkpost'],
  exports: api.exports,
  types: {
    ...api.types,
    client: { members: { transmissions: 'transmissions' } },
    transmissions: { members: { send: sends(['0'], messagingNecessary('0', ['recipients', 'content'], ['substitution_data'])) } },
  },
  consent: {
    channel: 'email',
    endpoints: ['api.sparkpost.com/api/v1/transmissions', 'api.eu.sparkpost.com/api/v1/transmissions'],
    calls: { 'transmissions.send': 'sends' },
  },
  source: 'sparkpost 2 README (from memory, 2026-11)',
  examples: {
    finds: [
      `import SparkPost from 'sparkpost';
const client = new SparkPost('key');
const people = await prisma.customer.findMany({ select: { email: true } });
for (const { email } of people) await client.transmissions.send({ content: { subject: 'Winter sale: 20% off' }, recipients: [{ address: email }] }); // ! marketing-without-opt-in`,
    ],
    silent: [
      `import SparkPost from 'sparkpost';
const client = new SparkPost('key');
const people = await prisma.customer.findMany({ where: { marketingOptIn: true }, select: { email: true } });
for (const { email } of people) await client.transmissions.send({ content: { subject: 'Winter sale: 20% off' }, recipients: [{ address: email }] });`,
    ],
  },
};
