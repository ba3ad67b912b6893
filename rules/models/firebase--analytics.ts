import type { Model } from '../../server/engine/model';
import { sends } from './shared/actions';
import { consented } from './shared/people';
import { surface } from './shared/surface';

const api = surface({
  members: {
    getAnalytics: {},
    initializeAnalytics: { config: 1 },
    logEvent: sends(['2']),
    setUserId: sends(['1']),
    setUserProperties: sends(['1']),
    setDefaultEventParameters: sends(['0']),
    setAnalyticsCollectionEnabled: {},
  },
});

export const firebaseAnalytics: Model = {
  id: 'firebase/analytics',
  title: 'Google Analytics for Firebase',
  kind: 'analytics',
  vendor: 'Google Analytics',
  packages: ['firebase/analytics', '@firebase/analytics'],
  exports: api.exports,
  types: api.types,
  consent: {
    recipient: 'analytics',
    calls: {
      getAnalytics: 'starts',
      initializeAnalytics: 'starts',
      logEvent: 'tracks',
      setUserId: 'identifies',
      setUserProperties: 'identifies',
      setAnalyticsCollectionEnabled: 'stops',
    },
  },
  source: 'Firebase JavaScript SDK 12 reference of analytics (from memory, 2026-11)',
  examples: {
    finds: [
      consented(
        "import { getAnalytics, logEvent } from 'firebase/analytics';",
        'const tracker = getAnalytics();',
        "logEvent(tracker, 'sign_up', { email: user.email }); // ! pii-to-third-party",
      ),
    ],
    silent: [
      consented(
        "import { getAnalytics, setUserId } from 'firebase/analytics';",
        'const tracker = getAnalytics();',
        'setUserId(tracker, user.id);',
      ),
    ],
  },
};
