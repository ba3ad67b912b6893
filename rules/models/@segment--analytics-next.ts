import type { Model } from '../../server/engine/model';
import { each, sends } from './shared/actions';
import { consented } from './shared/people';
import { surface } from './shared/surface';

const api = surface({
  main: 'Analytics',
  classes: { Analytics: 'client' },
  members: {
    AnalyticsBrowser: 'class AnalyticsBrowser',
    useAnalytics: { returns: 'client' },
    createClient: { returns: 'client', config: 0 },
  },
});

/** In a browser the id, traits and properties are separate arguments, on a server one object. */
export const segmentAnalyticsNext: Model = {
  id: '@segment/analytics-next',
  title: 'Segment',
  kind: 'analytics',
  vendor: 'Segment',
  hosts: ['api.segment.io', 'events.eu1.segmentapis.com', 'cdn.segment.com'],
  packages: ['@segment/analytics-next', '@segment/analytics-node', '@segment/analytics-react-native', 'analytics-node'],
  exports: api.exports,
  ambient: { analytics: 'client', segment: 'client', AnalyticsBrowser: 'class AnalyticsBrowser' },
  types: {
    ...api.types,
    'class AnalyticsBrowser': {
      construct: { returns: 'client', config: 0 },
      members: { load: { returns: 'client', config: 1 } },
    },
    client: {
      members: {
        ...each(['identify', 'track', 'page', 'screen', 'group', 'alias'], sends(['*'])),
        ...each(['setAnonymousId', 'addSourceMiddleware', 'ready', 'reset', 'flush', 'closeAndFlush', 'load'], {}),
      },
    },
  },
  consent: {
    recipient: 'analytics',
    calls: {
      createClient: 'starts',
      'class AnalyticsBrowser.load': 'starts',
      'client.load': 'starts',
      'client.track': 'tracks',
      'client.page': 'tracks',
      'client.screen': 'tracks',
      'client.identify': 'identifies',
      'client.group': 'identifies',
      'client.alias': 'identifies',
    },
    scripts: ['cdn.segment.com/analytics.js'],
    endpoints: ['api.segment.io/v1'],
  },
  source: 'Segment documentation of analytics.js 2 and analytics-node 2 (from memory, 2026-11)',
  examples: {
    finds: [
      consented('', 'analytics.identify(user.id, { email: user.email }); // ! pii-to-third-party'),
      consented(
        "import { Analytics } from '@segment/analytics-node';\nconst segment = new Analytics({ writeKey: 'key' });",
        "segment.track({ userId: user.id, event: 'Ordered', properties: { name: user.fullName } }); // ! pii-to-third-party",
      ),
    ],
    silent: [consented('', "analytics.track({ userId: user.id, event: 'Ordered', properties: { hasPhone: !!user.phone } });")],
  },
};
