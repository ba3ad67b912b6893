import type { Model } from '../../server/engine/model';
import { each, sends } from './shared/actions';
import { withUser } from './shared/people';
import { surface } from './shared/surface';

const api = surface({
  members: {
    getCrashlytics: {},
    ...each(['log', 'setUserId', 'recordError', 'setAttributes'], sends(['1'])),
    setAttribute: sends(['2']),
    setCrashlyticsCollectionEnabled: {},
  },
});

export const crashlytics: Model = {
  id: '@react-native-firebase/crashlytics',
  title: 'Firebase Crashlytics',
  kind: 'error-tracking',
  vendor: 'Firebase Crashlytics',
  packages: ['@react-native-firebase/crashlytics'],
  exports: { ...api.exports, default: 'namespace' },
  types: {
    ...api.types,
    namespace: { call: { returns: 'crashlytics' } },
    crashlytics: {
      members: {
        ...each(['log', 'setUserId', 'recordError', 'setAttributes'], sends(['0'])),
        setAttribute: sends(['1']),
        ...each(['crash', 'setCrashlyticsCollectionEnabled', 'sendUnsentReports'], {}),
      },
    },
  },
  source: 'rnfirebase.io/reference/crashlytics, modular and namespaced (from memory, 2026-11)',
  examples: {
    finds: [
      withUser(
        "import crashlytics from '@react-native-firebase/crashlytics';",
        "crashlytics().setAttribute('email', user.email); // ! pii-to-third-party",
      ),
      withUser(
        "import { getCrashlytics, log } from '@react-native-firebase/crashlytics';",
        'log(getCrashlytics(), `signed in as ${user.email}`); // ! pii-to-third-party',
      ),
    ],
    silent: [withUser("import crashlytics from '@react-native-firebase/crashlytics';", 'crashlytics().setUserId(user.id);')],
  },
};
