import type { Action, Model } from '../../server/engine/model';
import { each, sends } from './shared/actions';
import { consented } from './shared/people';
import { surface } from './shared/surface';

const collects: Action = { mutatesReceiver: true, content: 'all', returns: 'receiver' };
const api = surface({
  classes: { Identify: 'properties', Revenue: 'properties' },
  members: {
    init: { ...sends(['1']), config: 2 },
    initAll: { config: 1 },
    ...each(['track', 'logEvent', 'identify', 'setUserId', 'revenue'], sends(['*'])),
    ...each(['groupIdentify', 'setGroup'], sends(['1', '2'])),
    ...each(['reset', 'flush', 'setOptOut', 'add', 'setDeviceId', 'setSessionId'], {}),
    getInstance: { returns: 'module' },
    createInstance: { returns: 'module' },
  },
});

export const amplitudeAnalyticsBrowser: Model = {
  id: '@amplitude/analytics-browser',
  title: 'Amplitude',
  kind: 'analytics',
  vendor: 'Amplitude',
  hosts: ['api2.amplitude.com', 'api.eu.amplitude.com', 'api.amplitude.com'],
  packages: [
    '@amplitude/analytics-browser',
    '@amplitude/analytics-react-native',
    '@amplitude/marketing-analytics-browser',
    '@amplitude/unified',
    'amplitude-js',
  ],
  exports: api.exports,
  ambient: { amplitude: 'module' },
  types: {
    ...api.types,
    properties: {
      members: each(
        ['set', 'setOnce', 'add', 'append', 'prepend', 'preInsert', 'postInsert', 'setProductId', 'setEventProperties'],
        collects,
      ),
    },
  },
  consent: {
    recipient: 'analytics',
    calls: {
      init: 'starts',
      initAll: 'starts',
      track: 'tracks',
      logEvent: 'tracks',
      revenue: 'tracks',
      identify: 'identifies',
      setUserId: 'identifies',
      groupIdentify: 'identifies',
      setOptOut: 'stops',
      reset: 'stops',
    },
    waits: { '2.optOut': true, '1.optOut': true },
    scripts: ['cdn.amplitude.com'],
    endpoints: ['api2.amplitude.com/2/httpapi', 'api.amplitude.com/httpapi', 'api.eu.amplitude.com/2/httpapi'],
  },
  source: 'Amplitude Browser SDK 2 and Node SDK documentation (from memory, 2026-11)',
  examples: {
    finds: [
      consented(
        "import * as amplitude from '@amplitude/analytics-browser';",
        'amplitude.setUserId(user.email); // ! pii-to-third-party',
      ),
      consented(
        "import { identify, Identify } from '@amplitude/analytics-browser';",
        "identify(new Identify().set('name', user.fullName)); // ! pii-to-third-party",
      ),
    ],
    silent: [consented("import * as amplitude from '@amplitude/analytics-browser';", 'amplitude.setUserId(user.id);')],
  },
};
