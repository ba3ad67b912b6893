import type { Model } from '../../server/engine/model';
import { each, sends } from './shared/actions';
import { consented } from './shared/people';
import { surface } from './shared/surface';

const api = surface({ classes: { Mixpanel: 'client' }, members: { init: { returns: 'client', config: 1 } } });

export const mixpanel: Model = {
  id: 'mixpanel',
  title: 'Mixpanel for Node.js',
  kind: 'analytics',
  vendor: 'Mixpanel',
  packages: ['mixpanel'],
  exports: api.exports,
  ambient: { Mixpanel: 'module' },
  types: {
    ...api.types,
    client: {
      members: {
        ...each(['track', 'import', 'alias', 'track_batch', 'import_batch'], sends(['*'])),
        people: 'people',
        groups: 'people',
      },
    },
    people: { members: each(['set', 'set_once', 'append', 'union', 'increment', 'track_charge'], sends(['*'])) },
  },
  consent: {
    recipient: 'analytics',
    side: 'server',
    calls: {
      'client.track': 'tracks',
      'client.track_batch': 'tracks',
      'people.set': 'identifies',
      'people.set_once': 'identifies',
      'client.alias': 'identifies',
    },
  },
  source: 'mixpanel 0.18 README (from memory, 2026-11)',
  examples: {
    finds: [
      consented(
        "import Mixpanel from 'mixpanel';\nconst client = Mixpanel.init('token');",
        'client.people.set(user.id, { $email: user.email }); // ! pii-to-third-party',
      ),
    ],
    silent: [
      consented(
        "import Mixpanel from 'mixpanel';\nconst client = Mixpanel.init('token');",
        "client.track('Ordered', { distinct_id: user.id });",
      ),
    ],
  },
};
