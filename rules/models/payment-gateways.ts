import type { Model } from '../../server/engine/model';
import { withUser } from './shared/people';

/** Payment services that are mostly reached by plain HTTP: they need who pays, and with what. */
export const paymentGateways: Model = {
  id: 'payment-gateways',
  title: 'Payment services',
  kind: 'payment',
  hosts: [
    'api.paystack.co',
    'api.gocardless.com',
    'api-sandbox.gocardless.com',
    'api.flutterwave.com',
    'api.mercadopago.com',
    'api.xendit.co',
    'api.midtrans.com',
    'api.iyzipay.com',
    'api.checkout.com',
    'api.cashfree.com',
    'api.sumup.com',
    'safaricom.co.ke',
  ],
  packages: [],
  needs: ['email', 'phone', 'person-name', 'postal-address', 'postcode', 'bank-account', 'card', 'credential'],
  types: {},
  source: 'API references of the services named by their hosts (from memory, 2026-11)',
  examples: {
    finds: [
      withUser(
        '',
        "await fetch('https://api.paystack.co/transaction/initialize', { method: 'POST', body: JSON.stringify({ email: user.email, birthDate: user.birthDate }) }); // ! pii-to-third-party",
      ),
    ],
    silent: [
      withUser(
        '',
        "await fetch('https://api.paystack.co/transaction/initialize', { method: 'POST', body: JSON.stringify({ email: user.email }) });",
      ),
    ],
  },
};
