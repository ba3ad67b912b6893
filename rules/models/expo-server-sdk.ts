import type { Model } from '../../server/engine/model';
import { sends } from './shared/actions';
import { messagingNecessary, pushNecessary } from './shared/necessary';
import { withUser } from './shared/people';
import { surface } from './shared/surface';

const api = surface({ main: 'Expo', classes: { Expo: 'expo' } });

export const expoServerSdk: Model = {
  id: 'expo-server-sdk',
  title: 'Expo push notifications',
  kind: 'messaging',
  vendor: 'Expo',
  hosts: ['exp.host'],
  packages: ['expo-server-sdk'],
  exports: api.exports,
  types: {
    ...api.types,
    expo: {
      members: {
        sendPushNotificationsAsync: sends(['0'], {
          ...messagingNecessary('0[]', [], ['title', 'subtitle', 'body']),
          ...pushNecessary('0', ['']),
        }),
        chunkPushNotifications: { content: 'arguments' },
      },
    },
  },
  consent: {
    channel: 'push',
    endpoints: ['exp.host/--/api/v2/push/send'],
    calls: { 'expo.sendPushNotificationsAsync': 'sends' },
  },
  source: 'expo-server-sdk 4 README (from memory, 2026-11)',
  examples: {
    finds: [
      withUser(
        "import { Expo } from 'expo-server-sdk';\nconst expo = new Expo();",
        "await expo.sendPushNotificationsAsync([{ to: 'token', data: { email: user.email } }]); // ! pii-to-third-party",
      ),
    ],
    silent: [
      withUser(
        "import { Expo } from 'expo-server-sdk';\nconst expo = new Expo();",
        'await expo.sendPushNotificationsAsync([{ to: user.pushToken, body: `Hello ${user.fullName}` }]);',
      ),
    ],
  },
};
