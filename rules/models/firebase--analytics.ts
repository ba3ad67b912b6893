import type { Model, Role } from '../../server/engine/model';
import { each, sends } from './shared/actions';
import { consented } from './shared/people';
import { surface } from './shared/surface';

/** Ready-made events of the React Native SDK. */
const READY = [
  'logPurchase',
  'logSignUp',
  'logLogin',
  'logAddToCart',
  'logBeginCheckout',
  'logScreenView',
  'logSearch',
  'logShare',
];

const api = surface({
  members: {
    getAnalytics: {},
    initializeAnalytics: { config: 1 },
    logEvent: sends(['1', '2']),
    ...each(READY, sends(['1'])),
    setUserId: sends(['0', '1']),
    setUserProperties: sends(['0', '1']),
    setUserProperty: sends(['1', '2']),
    setDefaultEventParameters: sends(['0']),
    setAnalyticsCollectionEnabled: {},
  },
});

/** What `analytics()` gives back in React Native and in the namespaced SDKs. */
const instance: Model['types'][string] = {
  members: {
    ...each(['logEvent', ...READY], sends(['*'])),
    ...each(['setUserId', 'setUserProperties', 'setDefaultEventParameters'], sends(['0'])),
    setUserProperty: sends(['1']),
    ...each(['setAnalyticsCollectionEnabled', 'resetAnalyticsData'], {}),
  },
};

const below = (names: string[], role: Role): Record<string, Role> =>
  Object.fromEntries(names.flatMap((name) => [name, `analytics.${name}`].map((call) => [call, role])));

export const firebaseAnalytics: Model = {
  id: 'firebase/analytics',
  title: 'Google Analytics for Firebase',
  kind: 'analytics',
  vendor: 'Google Analytics',
  packages: [
    'firebase/analytics',
    '@firebase/analytics',
    '@angular/fire/analytics',
    '@react-native-firebase/analytics',
    'expo-firebase-analytics',
    'firebase/compat/app',
    '@react-native-firebase/app',
  ],
  exports: { ...api.exports, default: 'namespace', firebase: 'namespace' },
  ambient: { firebase: 'namespace' },
  types: {
    ...api.types,
    namespace: { call: { returns: 'analytics' }, members: { analytics: { returns: 'analytics' } } },
    analytics: instance,
  },
  consent: {
    recipient: 'analytics',
    calls: {
      getAnalytics: 'starts',
      initializeAnalytics: 'starts',
      ...below(['logEvent', ...READY], 'tracks'),
      ...below(['setUserId', 'setUserProperties', 'setUserProperty'], 'identifies'),
      ...below(['setAnalyticsCollectionEnabled'], 'defaults'),
      ...below(['resetAnalyticsData'], 'stops'),
    },
  },
  source:
    'Firebase JavaScript SDK 12 reference of analytics; rnfirebase.io/reference/analytics, modular and namespaced (from memory, 2026-11)',
  examples: {
    finds: [
      consented(
        "import { getAnalytics, logEvent } from 'firebase/analytics';",
        'const tracker = getAnalytics();',
        "logEvent(tracker, 'sign_up', { email: user.email }); // ! pii-to-third-party",
      ),
      consented(
        "import analytics from '@react-native-firebase/analytics';",
        "await analytics().setUserProperty('phone', user.phone); // ! pii-to-third-party",
      ),
      `import analytics from '@react-native-firebase/analytics';
export const openScreen = (name: string) => analytics().logEvent('screen', { name }); // ! tracking-without-consent`,
    ],
    silent: [
      consented(
        "import { getAnalytics, setUserId } from 'firebase/analytics';",
        'const tracker = getAnalytics();',
        'setUserId(tracker, user.id);',
      ),
      consented(
        "import analytics from '@react-native-firebase/analytics';",
        "await analytics().logEvent('ordered', { orderId });",
      ),
    ],
  },
};
