import type { Model } from '../../server/engine/model';
import { each, sends } from './shared/actions';
import { consented } from './shared/people';
import { surface } from './shared/surface';

const calls = each(
  ['track', 'updateUser', 'updateUserEmail', 'updateSubscriptions', 'trackPurchase', 'updateCart'],
  sends(['0']),
);
const api = surface({
  members: { initialize: { returns: 'session' }, initializeWithConfig: { returns: 'session', config: 0 }, ...calls },
});

export const iterableWebSdk: Model = {
  id: '@iterable/web-sdk',
  title: 'Iterable',
  kind: 'marketing',
  vendor: 'Iterable',
  hosts: ['api.iterable.com', 'api.eu.iterable.com'],
  packages: ['@iterable/web-sdk'],
  exports: api.exports,
  ambient: { iterable: 'module' },
  types: { ...api.types, session: { members: { ...each(['setEmail', 'setUserID'], sends(['0'])), logout: {} } } },
  source: '@iterable/web-sdk 2 README (from memory, 2026-11)',
  examples: {
    finds: [
      consented(
        "import { updateUser } from '@iterable/web-sdk';",
        'await updateUser({ dataFields: { phone: user.phone } }); // ! pii-to-third-party',
      ),
    ],
    silent: [
      consented("import { track } from '@iterable/web-sdk';", "await track({ eventName: 'ordered', dataFields: { orderId } });"),
    ],
  },
};
