import type { Model } from '../../server/engine/model';
import { each, sends } from './shared/actions';
import { consented } from './shared/people';
import { surface } from './shared/surface';

const api = surface({ members: { FirebaseAnalytics: 'analytics' } });

export const capacitorFirebaseAnalytics: Model = {
  id: '@capacitor-firebase/analytics',
  title: 'Google Analytics for Firebase (Capacitor)',
  kind: 'analytics',
  vendor: 'Google Analytics',
  packages: ['@capacitor-firebase/analytics', '@capacitor-community/firebase-analytics'],
  exports: api.exports,
  types: {
    ...api.types,
    analytics: {
      members: {
        ...each(['logEvent', 'setUserId', 'setUserProperty', 'setCurrentScreen', 'setScreenName'], sends(['0'])),
        ...each(['setEnabled', 'setCollectionEnabled', 'setConsent', 'resetAnalyticsData', 'initializeFirebase'], {}),
      },
    },
  },
  consent: {
    recipient: 'analytics',
    calls: {
      'analytics.logEvent': 'tracks',
      'analytics.setCurrentScreen': 'tracks',
      'analytics.setScreenName': 'tracks',
      'analytics.setUserId': 'identifies',
      'analytics.setUserProperty': 'identifies',
      'analytics.resetAnalyticsData': 'stops',
    },
  },
  source: 'capawesome.io/plugins/firebase/analytics, version 7 (from memory, 2026-11)',
  examples: {
    finds: [
      consented(
        "import { FirebaseAnalytics } from '@capacitor-firebase/analytics';",
        "await FirebaseAnalytics.setUserProperty({ key: 'email', value: user.email }); // ! pii-to-third-party",
      ),
    ],
    silent: [
      consented(
        "import { FirebaseAnalytics } from '@capacitor-firebase/analytics';",
        "await FirebaseAnalytics.logEvent({ name: 'ordered', params: { orderId } });",
      ),
    ],
  },
};
