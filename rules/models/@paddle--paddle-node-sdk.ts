import type { Model } from '../../server/engine/model';
import { each, sends } from './shared/actions';
import { paymentNecessary } from './shared/necessary';
import { withUser } from './shared/people';
import { surface } from './shared/surface';

const FIELDS = [
  'email',
  'name',
  'customer',
  'address',
  'firstLine',
  'secondLine',
  'city',
  'postalCode',
  'region',
  'billingDetails',
];
const write = sends(['0', '1'], { ...paymentNecessary('0', FIELDS), ...paymentNecessary('1', FIELDS) });
const api = surface({ classes: { Paddle: 'client' } });
const resources = ['customers', 'addresses', 'transactions', 'subscriptions', 'businesses'];

export const paddlePaddleNodeSdk: Model = {
  id: '@paddle/paddle-node-sdk',
  title: 'Paddle',
  kind: 'payment',
  vendor: 'Paddle',
  hosts: ['api.paddle.com', 'sandbox-api.paddle.com'],
  packages: ['@paddle/paddle-node-sdk'],
  exports: api.exports,
  ambient: { paddle: 'client' },
  types: {
    ...api.types,
    client: { members: Object.fromEntries(resources.map((name) => [name, 'resource'])) },
    resource: { members: { ...each(['create', 'update'], write), ...each(['get', 'list', 'cancel'], {}) } },
  },
  source: '@paddle/paddle-node-sdk 3 README (from memory, 2026-11)',
  examples: {
    finds: [
      withUser('', 'await paddle.transactions.create({ items: [], customData: { phone: user.phone } }); // ! pii-to-third-party'),
    ],
    silent: [withUser('', 'await paddle.customers.create({ email: user.email, name: user.fullName });')],
  },
};
