import type { Model } from '../../server/engine/model';
import { posthogCalls, posthogTypes } from './shared/posthog';
import { surface } from './shared/surface';

const api = surface({
  main: 'PostHog',
  classes: { PostHog: 'posthog' },
  members: { usePostHog: { returns: 'posthog' } },
});

/** The class is the default export, and a new one sends what opens and closes an application. */
export const posthogReactNative: Model = {
  id: 'posthog-react-native',
  title: 'PostHog for React Native',
  kind: 'analytics',
  vendor: 'PostHog',
  packages: ['posthog-react-native'],
  exports: api.exports,
  types: {
    ...posthogTypes,
    ...api.types,
    'class PostHog': { ...api.types['class PostHog'], members: { initAsync: { returns: 'posthog', config: 1 } } },
  },
  consent: {
    recipient: 'analytics',
    sdk: 'posthog-js',
    calls: { ...posthogCalls, 'class PostHog.initAsync': 'starts' },
    components: ['PostHogProvider(apiKey)'],
    waits: { '1.defaultOptIn': false },
    keepsNothing: { '1.persistence': 'memory' },
  },
  source: 'posthog.com/docs/libraries/react-native (defaultOptIn, initAsync of version 2), read 2026-11',
  examples: {
    finds: [
      "import PostHog from 'posthog-react-native';\nexport const posthog = new PostHog('phc_key'); // ! tracking-without-consent",
      "import PostHog from 'posthog-react-native';\nexport const starting = PostHog.initAsync('phc_key'); // ! tracking-without-consent",
    ],
    silent: [
      `import PostHog from 'posthog-react-native';
export const posthog = new PostHog('phc_key', { defaultOptIn: false });`,
    ],
  },
};
