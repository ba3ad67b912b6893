import type { Model } from '../../server/engine/model';
import { each, sends } from './shared/actions';
import { instrumentNecessary, paymentNecessary } from './shared/necessary';
import { withUser } from './shared/people';
import { surface } from './shared/surface';

const necessary = {
  ...paymentNecessary('0', ['shopperEmail', 'shopperName', 'billingAddress', 'deliveryAddress', 'telephoneNumber', 'deliverAt']),
  ...instrumentNecessary('0', ['paymentMethod', 'card', 'bankAccount']),
  '0.shopperIP': ['ip-address'],
  '0.browserInfo': ['user-agent'],
};
const names = ['payments', 'sessions', 'paymentLinks', 'donations', 'orders', 'paymentsDetails', 'authorise'];
const api = surface({ classes: { Client: 'client', CheckoutAPI: 'checkout', PaymentAPI: 'checkout' } });

export const adyenApiLibrary: Model = {
  id: '@adyen/api-library',
  title: 'Adyen',
  kind: 'payment',
  vendor: 'Adyen',
  hosts: ['checkout-test.adyen.com', 'checkout-live.adyenpayments.com'],
  packages: ['@adyen/api-library'],
  exports: api.exports,
  ambient: { adyen: 'checkout' },
  types: {
    ...api.types,
    client: { members: {} },
    checkout: { members: { PaymentsApi: 'payments', PaymentLinksApi: 'payments', ...each(names, sends(['0'], necessary)) } },
    payments: { members: each(names, sends(['0'], necessary)) },
  },
  source: '@adyen/api-library 28 README (from memory, 2026-11)',
  examples: {
    finds: [
      withUser(
        "import { Client, CheckoutAPI } from '@adyen/api-library';\nconst checkout = new CheckoutAPI(new Client({}));",
        'await checkout.PaymentsApi.sessions({ reference: orderId, metadata: { phone: user.phone } }); // ! pii-to-third-party',
      ),
    ],
    silent: [
      withUser(
        "import { Client, CheckoutAPI } from '@adyen/api-library';\nconst checkout = new CheckoutAPI(new Client({}));",
        'await checkout.PaymentsApi.sessions({ reference: orderId, shopperEmail: user.email });',
      ),
    ],
  },
};
