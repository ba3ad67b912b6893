import type { Model } from '../../server/engine/model';
import { each, sends } from './shared/actions';
import { consented } from './shared/people';
import { surface } from './shared/surface';

const api = surface({ members: { AppEventsLogger: 'events', Settings: 'settings' } });

export const reactNativeFbsdkNext: Model = {
  id: 'react-native-fbsdk-next',
  title: 'Meta app events',
  kind: 'ads',
  vendor: 'Meta',
  packages: ['react-native-fbsdk-next', 'react-native-fbsdk'],
  exports: api.exports,
  types: {
    ...api.types,
    events: {
      members: {
        ...each(['logEvent', 'logPurchase', 'logPushNotificationOpen', 'logProductItem'], sends(['*'])),
        ...each(['setUserID', 'setUserData'], sends(['0'])),
        ...each(['clearUserID', 'flush', 'getAnonymousID'], {}),
      },
    },
    settings: {
      members: each(
        ['initializeSDK', 'setAdvertiserTrackingEnabled', 'setAutoLogAppEventsEnabled', 'setAdvertiserIDCollectionEnabled'],
        {},
      ),
    },
  },
  consent: {
    recipient: 'ads',
    calls: {
      'settings.initializeSDK': 'starts',
      'events.logEvent': 'tracks',
      'events.logPurchase': 'tracks',
      'events.setUserID': 'identifies',
      'events.setUserData': 'identifies',
      'events.clearUserID': 'stops',
    },
  },
  source: 'react-native-fbsdk-next 13: AppEventsLogger and Settings (from memory, 2026-11)',
  examples: {
    finds: [
      consented(
        "import { AppEventsLogger } from 'react-native-fbsdk-next';",
        'AppEventsLogger.setUserData({ email: user.email }); // ! pii-to-third-party',
      ),
      `import { Settings } from 'react-native-fbsdk-next';
Settings.initializeSDK(); // ! tracking-without-consent`,
    ],
    silent: [
      consented(
        "import { AppEventsLogger } from 'react-native-fbsdk-next';",
        "AppEventsLogger.logPurchase(12, 'EUR', { orderId });",
      ),
    ],
  },
};
