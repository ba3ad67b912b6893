import type { Model } from '../../server/engine/model';
import { each, sends } from './shared/actions';
import { consented } from './shared/people';
import { surface } from './shared/surface';

const api = surface({ classes: { PostHog: 'client' }, members: { setupExpressErrorHandler: {} } });

export const posthogNode: Model = {
  id: 'posthog-node',
  title: 'PostHog for Node.js',
  kind: 'analytics',
  vendor: 'PostHog',
  packages: ['posthog-node'],
  exports: { ...api.exports, default: 'class PostHog' },
  ambient: { posthogClient: 'client', PostHog: 'class PostHog' },
  types: {
    ...api.types,
    'class PostHog': { construct: { returns: 'client', config: 1 } },
    client: {
      members: {
        ...each(['capture', 'captureImmediate', 'identify', 'identifyImmediate', 'alias', 'groupIdentify'], sends(['0'])),
        captureException: sends(['*']),
        ...each(['isFeatureEnabled', 'getFeatureFlag', 'getFeatureFlagPayload', 'getAllFlags'], sends(['*'])),
        ...each(['flush', 'shutdown', 'on'], {}),
      },
    },
  },
  consent: {
    recipient: 'analytics',
    side: 'server',
    calls: {
      'client.capture': 'tracks',
      'client.captureImmediate': 'tracks',
      'client.groupIdentify': 'tracks',
      'client.identify': 'identifies',
      'client.identifyImmediate': 'identifies',
      'client.alias': 'identifies',
    },
  },
  source: 'posthog-node 5 reference (from memory); posthog.com/docs/product-analytics/person-properties, read 2026-11',
  examples: {
    finds: [
      consented(
        "import { PostHog } from 'posthog-node';\nconst client = new PostHog('key');",
        "client.capture({ distinctId: user.email, event: 'signed up' }); // ! pii-to-third-party",
      ),
    ],
    silent: [
      consented(
        "import { PostHog } from 'posthog-node';\nconst client = new PostHog('key');",
        "client.capture({ distinctId: user.id, event: 'signed up' });",
      ),
    ],
  },
};
