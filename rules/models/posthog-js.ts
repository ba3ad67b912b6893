import type { Model } from '../../server/engine/model';
import { consented } from './shared/people';
import { posthogCalls, posthogTypes } from './shared/posthog';
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
  packages: ['posthog-js', 'posthog-js/*'],
  exports: api.exports,
  ambient: { posthog: 'posthog' },
  types: { ...api.types, ...posthogTypes },
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
    calls: posthogCalls,
    components: ['PostHogProvider(apiKey)'],
    endpoints: ['i.posthog.com/capture', 'i.posthog.com/batch', 'i.posthog.com/i/v0/e', 'app.posthog.com/capture'],
    keepsNothing: { '1.persistence': 'memory', '1.disable_persistence': true, '1.cookieless_mode': 'always' },
    waits: { '1.opt_out_capturing_by_default': true, '1.cookieless_mode': 'on_reject' },
  },
  source: 'posthog.com/docs/libraries/js/reference and /docs/product-analytics/person-properties, read 2026-11',
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
      consented("import posthog from 'posthog-js';", 'posthog.identify(user.id);', "posthog.capture('ordered', { orderId });"),
    ],
  },
};
