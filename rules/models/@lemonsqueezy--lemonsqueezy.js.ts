import type { Model } from '../../server/engine/model';
import { each, sends } from './shared/actions';
import { paymentNecessary } from './shared/necessary';
import { withUser } from './shared/people';
import { surface } from './shared/surface';

const FIELDS = ['email', 'name', 'billingAddress', 'taxNumber', 'city', 'region', 'country'];
const customer = sends(['1'], paymentNecessary('1', FIELDS));
const api = surface({
  members: {
    lemonSqueezySetup: { config: 0 },
    createCheckout: sends(['2'], paymentNecessary('2.checkoutData', FIELDS)),
    ...each(['createCustomer', 'updateCustomer'], customer),
    ...each(['getCustomer', 'getOrder', 'listOrders', 'getSubscription', 'cancelSubscription'], {}),
  },
});

export const lemonsqueezyLemonsqueezyJs: Model = {
  id: '@lemonsqueezy/lemonsqueezy.js',
  title: 'Lemon Squeezy',
  kind: 'payment',
  vendor: 'Lemon Squeezy',
  hosts: ['api.lemonsqueezy.com'],
  packages: ['@lemonsqueezy/lemonsqueezy.js'],
  exports: api.exports,
  types: api.types,
  source: '@lemonsqueezy/lemonsqueezy.js 4 wiki (from memory, 2026-11)',
  examples: {
    finds: [
      withUser(
        "import { createCheckout } from '@lemonsqueezy/lemonsqueezy.js';",
        "await createCheckout('store', 'variant', { checkoutData: { custom: { phone: user.phone } } }); // ! pii-to-third-party",
      ),
    ],
    silent: [
      withUser(
        "import { createCheckout } from '@lemonsqueezy/lemonsqueezy.js';",
        "await createCheckout('store', 'variant', { checkoutData: { email: user.email, name: user.fullName, custom: { orderId } } });",
      ),
    ],
  },
};
