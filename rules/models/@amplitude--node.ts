import type { Model } from '../../server/engine/model';
import { each, sends } from './shared/actions';
import { consented } from './shared/people';
import { surface } from './shared/surface';

const events = {
  ...each(['track', 'logEvent', 'identify', 'revenue'], sends(['*'])),
  ...each(['groupIdentify', 'setGroup'], sends(['1', '2'])),
  ...each(['flush', 'setOptOut', 'add', 'remove'], {}),
};
const api = surface({
  classes: { Identify: 'properties', Revenue: 'properties' },
  members: {
    ...events,
    init: { returns: 'client', config: 1 },
    createInstance: { returns: 'client' },
  },
});

export const amplitudeNode: Model = {
  id: '@amplitude/node',
  title: 'Amplitude for Node.js',
  kind: 'analytics',
  vendor: 'Amplitude',
  packages: ['@amplitude/node', '@amplitude/analytics-node'],
  exports: api.exports,
  ambient: {},
  types: { ...api.types, client: { members: { ...events, init: {} } }, properties: { members: {} } },
  consent: {
    recipient: 'analytics',
    side: 'server',
    calls: {
      track: 'tracks',
      logEvent: 'tracks',
      identify: 'identifies',
      'client.track': 'tracks',
      'client.logEvent': 'tracks',
      'client.identify': 'identifies',
    },
  },
  source: 'amplitude.com/docs/sdks/analytics/node/node-js-sdk/reference, and @amplitude/node (from memory), read 2026-11',
  examples: {
    finds: [
      consented(
        "import * as amplitude from '@amplitude/analytics-node';",
        "amplitude.track('Ordered', { email: user.email }, { user_id: user.id }); // ! pii-to-third-party",
      ),
      consented(
        "import * as amplitude from '@amplitude/node';\nconst client = amplitude.init('key');",
        "client.logEvent({ event_type: 'Ordered', user_id: user.email }); // ! pii-to-third-party",
      ),
    ],
    silent: [
      consented(
        "import * as amplitude from '@amplitude/node';\nconst client = amplitude.init('key');",
        "client.logEvent({ event_type: 'Ordered', user_id: user.id });",
      ),
    ],
  },
};
