import type { Model } from '../../server/engine/model';
import { each, sends } from './shared/actions';
import { paymentNecessary } from './shared/necessary';
import { withUser } from './shared/people';
import { surface } from './shared/surface';

const FIELDS = [
  'emailAddress',
  'givenName',
  'familyName',
  'phoneNumber',
  'address',
  'buyerEmailAddress',
  'buyerPhoneNumber',
  'billingAddress',
  'shippingAddress',
  'prePopulatedData',
  'order.fulfillments',
];
const write = sends(['0', '1'], { ...paymentNecessary('0', FIELDS), ...paymentNecessary('1', FIELDS) });
const names = ['create', 'update', 'createCustomer', 'updateCustomer', 'createPayment', 'createOrder', 'createPaymentLink'];
const api = surface({ classes: { Client: 'client', SquareClient: 'client' } });
const resources = ['customers', 'payments', 'orders', 'customersApi', 'paymentsApi', 'ordersApi', 'checkoutApi'];

export const square: Model = {
  id: 'square',
  title: 'Square',
  kind: 'payment',
  vendor: 'Square',
  hosts: ['connect.squareup.com', 'connect.squareupsandbox.com'],
  packages: ['square', 'square/*'],
  exports: api.exports,
  ambient: { square: 'client' },
  types: {
    ...api.types,
    client: { members: Object.fromEntries(resources.map((name) => [name, 'resource'])) },
    resource: { members: { ...each(names, write), search: {}, get: {}, list: {} } },
  },
  source: 'square 43 (Node.js SDK) reference (from memory, 2026-11)',
  examples: {
    finds: [
      withUser(
        '',
        'await square.customers.create({ emailAddress: user.email, note: `call ${user.phone}` }); // ! pii-to-third-party',
      ),
    ],
    silent: [
      withUser('', 'await square.customers.create({ emailAddress: user.email, phoneNumber: user.phone, referenceId: user.id });'),
    ],
  },
};
