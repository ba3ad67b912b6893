import type { Model } from '../../server/engine/model';
import { each, sends, type Necessary } from './shared/actions';
import { instrumentNecessary, paymentNecessary } from './shared/necessary';
import { withUser } from './shared/people';
import { surface } from './shared/surface';

const RESOURCES = [
  'paymentIntents',
  'setupIntents',
  'charges',
  'subscriptions',
  'invoices',
  'invoiceItems',
  'paymentMethods',
  'paymentLinks',
  'sources',
  'tokens',
  'refunds',
  'payouts',
  'transfers',
  'quotes',
  'orders',
  'products',
  'prices',
  'coupons',
];
const PEOPLE = [
  'email',
  'name',
  'phone',
  'address',
  'shipping',
  'billing_details',
  'receipt_email',
  'customer_email',
  'customer_details',
];
const MEANS = ['card', 'bank_account', 'source', 'payment_method', 'payment_method_data', 'sepa_debit', 'external_account'];

/** Who is paid out must be identified by law; that is what these accounts are for. */
function identified(prefix: string): Necessary {
  const person = [
    'email',
    'person-name',
    'phone',
    'postal-address',
    'postcode',
    'birth-date',
    'national-id',
    'tax-id',
    'bank-account',
  ];
  return Object.fromEntries(
    ['email', 'individual', 'company', 'external_account', 'person'].map((field) => [`${prefix}.${field}`, person]),
  );
}
function needed(prefix: string): Necessary {
  // A customer of Stripe, named to Stripe, is no news.
  return { ...paymentNecessary(prefix, PEOPLE), ...instrumentNecessary(prefix, MEANS), [`${prefix}.customer`]: '*' };
}
const create = sends(['0'], needed('0'));
const update = sends(['1'], needed('1'));
const find = sends(['0'], { '0.customer': '*', '0.query': ['email', 'person-name', 'phone'], '0.email': ['email'] });
const reads = each(['retrieve', 'del', 'cancel', 'listLineItems'], {});
/** What Stripe knows about a person: name, address, e-mail address. */
const customer = { category: 'record', owner: 'customer', words: 'the customer record of Stripe' };
const eventSource = { category: 'record', owner: 'customer', words: 'the event of Stripe' };
const api = surface({ main: 'Stripe', classes: { Stripe: 'client' } });

export const stripe: Model = {
  id: 'stripe',
  title: 'Stripe',
  kind: 'payment',
  vendor: 'Stripe',
  hosts: ['api.stripe.com'],
  packages: ['stripe'],
  exports: api.exports,
  ambient: { stripe: 'client', Stripe: 'class Stripe' },
  types: {
    ...api.types,
    'class Stripe': { construct: { returns: 'client', config: 1 }, call: { returns: 'client', config: 1 } },
    client: {
      members: {
        ...Object.fromEntries(RESOURCES.map((name) => [name, 'resource'])),
        customers: 'customers',
        checkout: 'checkout',
        billingPortal: 'checkout',
        accounts: 'accounts',
        webhooks: 'webhooks',
      },
    },
    customers: {
      members: {
        create: { ...create, source: customer },
        update: { ...update, source: customer },
        ...each(['retrieve'], { source: customer }),
        list: find,
        search: find,
        ...each(['del'], {}),
      },
    },
    resource: { members: { create, update, confirm: update, list: find, search: find, ...reads } },
    checkout: { members: { sessions: 'resource' } },
    accounts: {
      members: {
        create: sends(['0'], identified('0')),
        update: sends(['1'], identified('1')),
        createPerson: sends(['1'], { '1': identified('1')['1.person'] }),
        ...reads,
      },
    },
    webhooks: { members: each(['constructEvent', 'constructEventAsync'], { returns: 'event' }) },
    event: { members: { data: 'eventData' }, source: eventSource },
    eventData: { reads: { object: eventSource, previous_attributes: eventSource } },
  },
  source: 'stripe 19 (Node.js) API reference (from memory); stripe.com/docs/api/customers/retrieve, read 2026-11',
  examples: {
    finds: [
      withUser(
        '',
        'await stripe.customers.create({ email: user.email, metadata: { phone: user.phone } }); // ! pii-to-third-party',
      ),
      withUser(
        '',
        "await stripe.paymentIntents.create({ amount: 100, currency: 'eur', description: user.fullName }); // ! pii-to-third-party",
      ),
    ],
    silent: [
      withUser(
        '',
        "await stripe.paymentIntents.create({ amount: 100, currency: 'eur', receipt_email: user.email, shipping: { name: user.fullName } });",
      ),
      withUser(
        "import Stripe from 'stripe';\nconst client = new Stripe('key');",
        'await client.customers.update(orderId, { name: user.fullName, phone: user.phone, metadata: { orderId } });',
      ),
    ],
  },
};
