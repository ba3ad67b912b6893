import type { Model } from '../../server/engine/model';
import { each, sends } from './shared/actions';
import { consented } from './shared/people';
import { surface } from './shared/surface';

const api = surface({ classes: { Mixpanel: 'client' } });

export const mixpanelReactNative: Model = {
  id: 'mixpanel-react-native',
  title: 'Mixpanel for React Native',
  kind: 'analytics',
  vendor: 'Mixpanel',
  packages: ['mixpanel-react-native'],
  exports: api.exports,
  types: {
    ...api.types,
    'class Mixpanel': { construct: { returns: 'client' }, members: { init: { returns: 'client' } } },
    client: {
      members: {
        ...each(['track', 'trackWithGroups', 'identify', 'alias'], sends(['*'])),
        ...each(['registerSuperProperties', 'registerSuperPropertiesOnce'], sends(['0'])),
        ...each(['init', 'optInTracking', 'optOutTracking', 'hasOptedOutTracking', 'reset', 'flush', 'timeEvent'], {}),
        getPeople: { returns: 'people' },
      },
    },
    people: { members: each(['set', 'setOnce', 'append', 'union', 'increment', 'trackCharge'], sends(['*'])) },
  },
  consent: {
    recipient: 'analytics',
    sdk: 'mixpanel-react-native',
    calls: {
      'client.init': 'starts',
      'class Mixpanel.init': 'starts',
      'client.track': 'tracks',
      'client.trackWithGroups': 'tracks',
      'client.identify': 'identifies',
      'client.alias': 'identifies',
      'people.set': 'identifies',
      'people.setOnce': 'identifies',
      'client.optInTracking': 'grants',
      'client.optOutTracking': 'stops',
      'client.reset': 'stops',
    },
    waits: { '0': true },
  },
  source: 'mixpanel-react-native 3 reference: init(optOutTrackingDefault, superProperties, serverURL) (from memory, 2026-11)',
  examples: {
    finds: [
      consented(
        "import { Mixpanel } from 'mixpanel-react-native';",
        "const mixpanel = new Mixpanel('token', true);",
        "mixpanel.getPeople().set('$email', user.email); // ! pii-to-third-party",
      ),
      `import { Mixpanel } from 'mixpanel-react-native';
const mixpanel = new Mixpanel('token', true);
mixpanel.init(); // ! tracking-without-consent`,
    ],
    silent: [
      `import { Mixpanel } from 'mixpanel-react-native';
const mixpanel = new Mixpanel('token', true);
mixpanel.init(true);`,
      consented(
        "import { Mixpanel } from 'mixpanel-react-native';",
        "const mixpanel = new Mixpanel('token', true);",
        "mixpanel.track('Ordered', { orderId });",
      ),
    ],
  },
};
