import type { Model } from '../../server/engine/model';
import { each, sends } from './shared/actions';
import { instrumentNecessary, paymentNecessary } from './shared/necessary';
import { withUser } from './shared/people';
import { surface } from './shared/surface';

const PEOPLE = ['name', 'email', 'contact', 'customer', 'customer_details', 'shipping_address', 'billing_address'];
const create = sends(['0'], {
  ...paymentNecessary('0', PEOPLE),
  ...instrumentNecessary('0', ['bank_account', 'card', 'fund_account']),
});
const api = surface({ main: 'Razorpay', classes: { Razorpay: 'client' } });
const resources = ['orders', 'customers', 'paymentLink', 'invoices', 'subscriptions', 'payments', 'fundAccount'];

export const razorpay: Model = {
  id: 'razorpay',
  title: 'Razorpay',
  kind: 'payment',
  vendor: 'Razorpay',
  hosts: ['api.razorpay.com'],
  packages: ['razorpay'],
  exports: api.exports,
  ambient: { razorpay: 'client', Razorpay: 'class Razorpay' },
  types: {
    ...api.types,
    client: { members: Object.fromEntries(resources.map((name) => [name, 'resource'])) },
    resource: {
      members: { create, edit: sends(['1'], paymentNecessary('1', PEOPLE)), ...each(['fetch', 'all', 'capture'], {}) },
    },
  },
  source: 'razorpay 2 (Node.js) README (from memory, 2026-11)',
  examples: {
    finds: [
      withUser(
        '',
        "await razorpay.orders.create({ amount: 100, currency: 'INR', notes: { email: user.email } }); // ! pii-to-third-party",
      ),
    ],
    silent: [withUser('', 'await razorpay.customers.create({ name: user.fullName, email: user.email, contact: user.phone });')],
  },
};
