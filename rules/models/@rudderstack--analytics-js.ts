import type { Model } from '../../server/engine/model';
import { each, sends } from './shared/actions';
import { consented } from './shared/people';
import { surface } from './shared/surface';

const api = surface({
  classes: { RudderAnalytics: 'client' },
  members: {
    load: { config: 2 },
    setup: { config: 1 },
    optOut: {},
    ready: {},
    ...each(['identify', 'track', 'page', 'screen', 'group', 'alias'], sends(['*'])),
  },
});

export const rudderstackAnalyticsJs: Model = {
  id: '@rudderstack/analytics-js',
  title: 'RudderStack',
  kind: 'analytics',
  vendor: 'RudderStack',
  hosts: ['hosted.rudderlabs.com', 'api.rudderstack.com'],
  packages: [
    '@rudderstack/analytics-js',
    '@rudderstack/rudder-sdk-node',
    '@rudderstack/rudder-sdk-react-native',
    'rudder-sdk-js',
  ],
  exports: { ...api.exports, rudderClient: 'client' },
  ambient: { rudderanalytics: 'client', RudderAnalytics: 'class RudderAnalytics' },
  types: {
    ...api.types,
    module: { ...api.types.module, construct: { returns: 'client' } },
    client: {
      members: {
        ...each(['identify', 'track', 'page', 'screen', 'group', 'alias', 'setAnonymousId'], sends(['*'])),
        ...each(['load', 'setup', 'ready', 'reset', 'flush', 'optOut'], {}),
      },
    },
  },
  consent: {
    recipient: 'analytics',
    calls: {
      load: 'starts',
      setup: 'starts',
      optOut: 'stops',
      'client.load': 'starts',
      'client.setup': 'starts',
      'client.optOut': 'stops',
      track: 'tracks',
      page: 'tracks',
      screen: 'tracks',
      'client.track': 'tracks',
      'client.page': 'tracks',
      'client.screen': 'tracks',
      identify: 'identifies',
      group: 'identifies',
      alias: 'identifies',
      'client.identify': 'identifies',
      'client.group': 'identifies',
      'client.alias': 'identifies',
    },
    scripts: ['cdn.rudderlabs.com'],
  },
  source: 'RudderStack JavaScript SDK 3 documentation (from memory, 2026-11)',
  examples: {
    finds: [
      consented(
        "import { RudderAnalytics } from '@rudderstack/analytics-js';\nconst tracker = new RudderAnalytics();",
        'tracker.identify(user.id, { phone: user.phone }); // ! pii-to-third-party',
      ),
    ],
    silent: [consented('', "rudderanalytics.track('Ordered', { orderId });")],
  },
};
