import type { Model } from '../../server/engine/model';
import { each, sends } from './shared/actions';
import { instrumentNecessary, paymentNecessary } from './shared/necessary';
import { withUser } from './shared/people';
import { surface } from './shared/surface';

const PEOPLE = [
  'firstName',
  'lastName',
  'email',
  'phone',
  'customer',
  'billing',
  'shipping',
  'billingAddress',
  'streetAddress',
  'postalCode',
];
const create = sends(['0'], { ...paymentNecessary('0', PEOPLE), ...instrumentNecessary('0', ['creditCard', 'number']) });
const update = sends(['1'], { ...paymentNecessary('1', PEOPLE), ...instrumentNecessary('1', ['creditCard', 'number']) });
const api = surface({ classes: { BraintreeGateway: 'gateway' } });

export const braintree: Model = {
  id: 'braintree',
  title: 'Braintree',
  kind: 'payment',
  vendor: 'Braintree',
  hosts: ['api.braintreegateway.com', 'payments.braintree-api.com'],
  packages: ['braintree'],
  exports: api.exports,
  ambient: { braintree: 'module', gateway: 'gateway' },
  types: {
    ...api.types,
    gateway: {
      members: {
        customer: 'resource',
        transaction: 'resource',
        address: 'resource',
        creditCard: 'resource',
        paymentMethod: 'resource',
      },
    },
    resource: { members: { ...each(['create', 'sale'], create), update, find: {}, delete: {} } },
  },
  source: 'braintree 3 (Node.js) reference (from memory, 2026-11)',
  examples: {
    finds: [
      withUser(
        "import braintree from 'braintree';\nconst gateway = new braintree.BraintreeGateway({});",
        "await gateway.transaction.sale({ amount: '10.00', customFields: { email: user.email } }); // ! pii-to-third-party",
      ),
    ],
    silent: [
      withUser(
        "import braintree from 'braintree';\nconst gateway = new braintree.BraintreeGateway({});",
        "await gateway.transaction.sale({ amount: '10.00', customer: { email: user.email, phone: user.phone } });",
      ),
    ],
  },
};
