import type { Model } from '../../server/engine/model';
import { each, sends } from './shared/actions';
import { instrumentNecessary, paymentNecessary } from './shared/necessary';
import { withUser } from './shared/people';
import { surface } from './shared/surface';

const PEOPLE = ['payer', 'payment_source', 'paymentSource', 'purchase_units[].shipping', 'purchaseUnits[].shipping'];
const body = sends(['0'], { ...paymentNecessary('0', PEOPLE), ...instrumentNecessary('0', ['payment_source.card']) });
const order = sends(['0'], { ...paymentNecessary('0.body', PEOPLE), ...instrumentNecessary('0.body', ['paymentSource.card']) });
const api = surface({
  classes: { Client: 'client', OrdersController: 'controller', PaymentsController: 'controller' },
  members: { orders: 'orders', payments: 'orders', core: 'core' },
});

export const paypalCheckoutServerSdk: Model = {
  id: '@paypal/checkout-server-sdk',
  title: 'PayPal',
  kind: 'payment',
  vendor: 'PayPal',
  hosts: ['api-m.paypal.com', 'api-m.sandbox.paypal.com', 'api.paypal.com'],
  packages: ['@paypal/checkout-server-sdk', '@paypal/paypal-server-sdk'],
  exports: api.exports,
  ambient: { paypal: 'module' },
  types: {
    ...api.types,
    core: { members: { PayPalHttpClient: 'class PayPalHttpClient' } },
    'class PayPalHttpClient': { construct: { returns: 'client' } },
    client: { members: { execute: {} } },
    orders: { members: each(['OrdersCreateRequest', 'OrdersPatchRequest', 'OrdersCaptureRequest'], { returns: 'request' }) },
    request: { members: { requestBody: body, prefer: {} } },
    controller: { members: each(['createOrder', 'captureOrder', 'patchOrder', 'ordersCreate'], order) },
  },
  source: '@paypal/paypal-server-sdk 1 and @paypal/checkout-server-sdk 1 README (from memory, 2026-11)',
  examples: {
    finds: [
      withUser(
        "import { Client, OrdersController } from '@paypal/paypal-server-sdk';\nconst orders = new OrdersController(new Client({}));",
        'await orders.createOrder({ body: { purchaseUnits: [{ description: user.email }] } }); // ! pii-to-third-party',
      ),
    ],
    silent: [
      withUser(
        "import { Client, OrdersController } from '@paypal/paypal-server-sdk';\nconst orders = new OrdersController(new Client({}));",
        'await orders.createOrder({ body: { payer: { emailAddress: user.email }, purchaseUnits: [{ referenceId: orderId }] } });',
      ),
    ],
  },
};
