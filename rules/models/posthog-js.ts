import type { Model } from '../../server/engine/model';
import { each, sends } from './shared/actions';
import { consented } from './shared/people';
import { surface } from './shared/surface';

const api = surface({
  main: 'posthog',
  classes: { PostHog: 'posthog' },
  members: { posthog: 'posthog', usePostHog: { returns: 'posthog' } },
});

export const posthogJs: Model = {
  id: 'posthog-js',
  title: 'PostHog',
  kind: 'analytics',
  vendor: 'PostHog',
  hosts: ['app.posthog.com', 'us.i.posthog.com', 'eu.i.posthog.com', 'us.posthog.com', 'eu.posthog.com'],
  packages: ['posthog-js', 'posthog-js/*', 'posthog-react-native'],
  exports: api.exports,
  ambient: { posthog: 'posthog' },
  types: {
    ...api.types,
    posthog: {
      members: {
        init: { returns: 'posthog', config: 1 },
        ...each(['capture', 'identify', 'alias', 'group', 'captureException'], sends(['*'])),
        ...each(['register', 'register_once', 'register_for_session', 'setPersonProperties'], sends(['*'])),
        ...each(['setPersonPropertiesForFlags', 'setGroupPropertiesForFlags', 'groupIdentify'], sends(['*'])),
        ...each(
          [
            'reset',
            'opt_in_capturing',
            'opt_out_capturing',
            'optIn',
            'optOut',
            'isFeatureEnabled',
            'getFeatureFlag',
            'flush',
            'shutdown',
          ],
          {},
        ),
        people: 'people',
      },
    },
    people: { members: each(['set', 'set_once'], sends(['*'])) },
  },
  recorders: [
    {
      starts: ['init', 'posthog.init'],
      options: 1,
      byDefault: [],
      settings: [
        { option: 'session_recording.maskAllInputs', what: 'inputs', shows: [false], hides: [true] },
        { option: 'session_recording.maskInputFn', what: 'inputs', hides: '*' },
        { option: 'session_recording.recordBody', what: 'requests', shows: [true] },
        { option: 'session_recording.maskCapturedNetworkRequestFn', what: 'requests', hides: '*' },
        { option: 'disable_session_recording', what: 'inputs', hides: [true] },
        { option: 'disable_session_recording', what: 'requests', hides: [true] },
      ],
      source: 'posthog.com/docs/session-replay/privacy (inputs are masked by default, other text is not), read 2026-11-25',
    },
  ],
  consent: {
    recipient: 'analytics',
    calls: {
      'posthog.init': 'starts',
      'new PostHog': 'starts',
      'posthog.capture': 'tracks',
      'posthog.group': 'tracks',
      'posthog.identify': 'identifies',
      'posthog.alias': 'identifies',
      'posthog.setPersonProperties': 'identifies',
      'people.set': 'identifies',
      'people.set_once': 'identifies',
      'posthog.opt_in_capturing': 'grants',
      'posthog.opt_out_capturing': 'stops',
      'posthog.optIn': 'grants',
      'posthog.optOut': 'stops',
      'posthog.reset': 'stops',
    },
    components: ['PostHogProvider(apiKey)'],
    keepsNothing: { '1.persistence': 'memory', '1.disable_persistence': true },
    waits: { '1.opt_out_capturing_by_default': true, '1.defaultOptIn': false, '1.cookieless_mode': 'on_reject' },
  },
  source:
    'posthog.com/docs/libraries/js/reference and /docs/product-analytics/person-properties, /docs/libraries/react-native (defaultOptIn), read 2026-11',
  examples: {
    finds: [
      consented("import posthog from 'posthog-js';", 'posthog.identify(user.id, { email: user.email }); // ! pii-to-third-party'),
      consented("import posthog from 'posthog-js';", 'posthog.identify(user.email); // ! pii-to-third-party'),
      consented(
        "import { usePostHog } from 'posthog-js/react';",
        'const posthog = usePostHog();',
        "posthog?.capture('invited', { name: user.fullName }); // ! pii-to-third-party",
      ),
    ],
    silent: [
      `import PostHog from 'posthog-react-native';
export const posthog = new PostHog('phc_key', { defaultOptIn: false });`,
      consented("import posthog from 'posthog-js';", 'posthog.identify(user.id);', "posthog.capture('ordered', { orderId });"),
    ],
  },
};
