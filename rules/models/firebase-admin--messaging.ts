import type { Model } from '../../server/engine/model';
import { each, sends } from './shared/actions';
import { messagingNecessary, pushNecessary } from './shared/necessary';
import { withUser } from './shared/people';
import { surface } from './shared/surface';

/** One message, or a list of them. */
const necessary = Object.assign(
  {},
  ...['0', '0[]'].map((message) => ({
    ...messagingNecessary(message, [], ['notification']),
    ...pushNecessary(message, ['token', 'tokens']),
  })),
);
const api = surface({ members: { getMessaging: { returns: 'messaging' } } });

export const firebaseAdminMessaging: Model = {
  id: 'firebase-admin/messaging',
  title: 'Firebase Cloud Messaging',
  kind: 'messaging',
  vendor: 'Firebase',
  hosts: ['fcm.googleapis.com'],
  packages: ['firebase-admin/messaging', 'firebase-admin'],
  exports: { ...api.exports, default: 'admin', '*': 'admin', messaging: 'messaging()' },
  types: {
    ...api.types,
    admin: { members: { messaging: { returns: 'messaging' } } },
    'messaging()': { call: { returns: 'messaging' } },
    messaging: {
      members: {
        ...each(
          ['send', 'sendEach', 'sendEachForMulticast', 'sendMulticast', 'sendToDevice', 'sendToTopic'],
          sends(['0', '1'], necessary),
        ),
        ...each(['subscribeToTopic', 'unsubscribeFromTopic'], {}),
      },
    },
  },
  consent: {
    channel: 'push',
    calls: {
      'messaging.send': 'sends',
      'messaging.sendEach': 'sends',
      'messaging.sendMulticast': 'sends',
      'messaging.sendEachForMulticast': 'sends',
    },
  },
  source: 'firebase-admin 13 reference of messaging (from memory, 2026-11)',
  examples: {
    finds: [
      withUser(
        "import { getMessaging } from 'firebase-admin/messaging';",
        "await getMessaging().send({ token: 'token', data: { email: user.email } }); // ! pii-to-third-party",
      ),
    ],
    silent: [
      withUser(
        "import { getMessaging } from 'firebase-admin/messaging';",
        "await getMessaging().send({ token: 'token', notification: { title: `Hello ${user.fullName}` }, data: { orderId } });",
      ),
      withUser(
        "import { getMessaging } from 'firebase-admin/messaging';",
        'await getMessaging().sendEach(fcmTokens.map((token) => ({ token, notification: { title: user.fullName } })));',
      ),
    ],
  },
};
