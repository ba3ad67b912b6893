import type { Model } from '../../server/engine/model';
import { each, sends } from './shared/actions';
import { instrumentNecessary } from './shared/necessary';
import { withUser } from './shared/people';

const PEOPLE = [
  'billing_details',
  'receipt_email',
  'shipping',
  'payment_method',
  'payment_method_data',
  'owner',
  'name',
  'email',
  'phone',
  'address',
];
const needed = (prefix: string) => ({
  ...instrumentNecessary(prefix, PEOPLE),
  ...instrumentNecessary(`${prefix}.confirmParams`, PEOPLE),
});
const pays = sends(['0', '1'], { ...needed('0'), ...needed('1') });

/** Payment in the browser: who pays and with what is needed; `metadata` and free text are not. */
export const stripeStripeJs: Model = {
  id: '@stripe/stripe-js',
  title: 'Stripe.js',
  kind: 'payment',
  vendor: 'Stripe',
  hosts: ['js.stripe.com', 'm.stripe.network'],
  packages: ['@stripe/stripe-js', '@stripe/react-stripe-js'],
  exports: { loadStripe: 'load', useStripe: 'load' },
  types: {
    load: { call: { returns: 'stripe' } },
    stripe: {
      members: {
        ...each(
          [
            'confirmPayment',
            'confirmSetup',
            'confirmCardPayment',
            'confirmCardSetup',
            'createPaymentMethod',
            'createToken',
            'createSource',
          ],
          pays,
        ),
        ...each(['elements', 'redirectToCheckout', 'retrievePaymentIntent'], {}),
      },
    },
  },
  source: 'reference of Stripe.js 8 (from memory, 2026-11)',
  examples: {
    finds: [
      withUser(
        "import { loadStripe } from '@stripe/stripe-js';",
        "const stripe = await loadStripe('key');",
        "await stripe.createPaymentMethod({ type: 'card', metadata: { email: user.email } }); // ! pii-to-third-party",
      ),
    ],
    silent: [
      withUser(
        "import { loadStripe } from '@stripe/stripe-js';",
        "const stripe = await loadStripe('key');",
        "await stripe.confirmCardPayment('secret', { payment_method: { billing_details: { email: user.email, name: user.fullName } } });",
      ),
    ],
  },
};
