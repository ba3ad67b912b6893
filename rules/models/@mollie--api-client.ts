import type { Model } from '../../server/engine/model';
import { each, sends } from './shared/actions';
import { instrumentNecessary, paymentNecessary } from './shared/necessary';
import { withUser } from './shared/people';
import { surface } from './shared/surface';

const PEOPLE = ['name', 'email', 'billingEmail', 'billingAddress', 'shippingAddress', 'consumerName', 'consumerDateOfBirth'];
const create = sends(['0'], { ...paymentNecessary('0', PEOPLE), ...instrumentNecessary('0', ['consumerAccount', 'cardToken']) });
const update = sends(['1'], paymentNecessary('1', PEOPLE));
const api = surface({ main: 'createMollieClient', members: { createMollieClient: { returns: 'client', config: 0 } } });
const resources = [
  'payments',
  'customers',
  'orders',
  'paymentLinks',
  'customerMandates',
  'customerSubscriptions',
  'customerPayments',
];

export const mollieApiClient: Model = {
  id: '@mollie/api-client',
  title: 'Mollie',
  kind: 'payment',
  vendor: 'Mollie',
  hosts: ['api.mollie.com'],
  packages: ['@mollie/api-client'],
  exports: api.exports,
  ambient: { mollie: 'client', mollieClient: 'client' },
  types: {
    ...api.types,
    client: { members: Object.fromEntries(resources.map((name) => [name, 'resource'])) },
    resource: { members: { create, update, ...each(['get', 'page', 'iterate', 'cancel'], {}) } },
  },
  source: '@mollie/api-client 4 README and Mollie API reference (from memory, 2026-11)',
  examples: {
    finds: [withUser('', 'await mollie.payments.create({ description: `Order of ${user.fullName}` }); // ! pii-to-third-party')],
    silent: [withUser('', 'await mollie.customers.create({ name: user.fullName, email: user.email, metadata: { orderId } });')],
  },
};
