import type { Model } from '../../server/engine/model';
import { each, sends } from './shared/actions';
import { consented } from './shared/people';
import { surface } from './shared/surface';

const api = surface({ main: 'mixpanel', members: { mixpanel: 'mixpanel' } });
const properties = each(['set', 'set_once', 'append', 'union', 'increment', 'track_charge', 'unset', 'remove'], sends(['*']));

export const mixpanelBrowser: Model = {
  id: 'mixpanel-browser',
  title: 'Mixpanel',
  kind: 'analytics',
  vendor: 'Mixpanel',
  hosts: ['api.mixpanel.com', 'api-js.mixpanel.com', 'api-eu.mixpanel.com'],
  packages: ['mixpanel-browser'],
  exports: api.exports,
  ambient: { mixpanel: 'mixpanel' },
  types: {
    ...api.types,
    mixpanel: {
      members: {
        init: { returns: 'mixpanel', config: 1 },
        ...each(['track', 'identify', 'alias', 'register', 'register_once', 'track_pageview', 'track_with_groups'], sends(['*'])),
        ...each(['set_group', 'add_group', 'track_links', 'track_forms'], sends(['1', '2'])),
        ...each(['reset', 'opt_in_tracking', 'opt_out_tracking', 'has_opted_in_tracking', 'time_event', 'get_distinct_id'], {}),
        get_group: { ...sends(['1']), returns: 'properties' },
        people: 'properties',
      },
    },
    properties: { members: properties },
  },
  consent: {
    recipient: 'analytics',
    calls: {
      'mixpanel.init': 'starts',
      'mixpanel.track': 'tracks',
      'mixpanel.track_pageview': 'tracks',
      'mixpanel.track_links': 'tracks',
      'mixpanel.track_forms': 'tracks',
      'mixpanel.track_with_groups': 'tracks',
      'mixpanel.identify': 'identifies',
      'mixpanel.alias': 'identifies',
      'properties.set': 'identifies',
      'properties.set_once': 'identifies',
      'mixpanel.opt_in_tracking': 'grants',
      'mixpanel.opt_out_tracking': 'stops',
      'mixpanel.reset': 'stops',
    },
    keepsNothing: { '1.disable_persistence': true },
    waits: { '1.opt_out_tracking_by_default': true },
    scripts: ['cdn.mxpnl.com'],
    endpoints: ['api.mixpanel.com/track', 'api-js.mixpanel.com/track', 'api-eu.mixpanel.com/track'],
  },
  source: 'mixpanel-browser 2 documentation (from memory, 2026-11)',
  examples: {
    finds: [
      consented(
        "import mixpanel from 'mixpanel-browser';",
        "mixpanel.track('Signed up', { email: user.email }); // ! pii-to-third-party",
      ),
      consented(
        "import mixpanel from 'mixpanel-browser';",
        'mixpanel.people.set({ $name: user.fullName }); // ! pii-to-third-party',
      ),
    ],
    silent: [
      consented("import mixpanel from 'mixpanel-browser';", 'mixpanel.identify(user.id);', "mixpanel.track('Signed up');"),
    ],
  },
};
