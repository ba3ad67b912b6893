import type { Model } from '../../server/engine/model';
import { each, sends } from './shared/actions';
import { consented } from './shared/people';
import { surface } from './shared/surface';

const members = {
  ...each(['setUserID', 'setMetadata', 'setUserAnonymousID', 'event', 'issue', 'handleError'], sends(['*'])),
  ...each(['start', 'stop'], {}),
};
const api = surface({ main: 'Tracker', classes: { Tracker: 'tracker' }, members: { tracker: 'tracker' } });

export const openreplayTracker: Model = {
  id: '@openreplay/tracker',
  title: 'OpenReplay',
  kind: 'replay',
  vendor: 'OpenReplay',
  hosts: ['api.openreplay.com'],
  packages: ['@openreplay/tracker'],
  exports: api.exports,
  types: { ...api.types, tracker: { members: { ...members, configure: { config: 0 } } } },
  consent: { recipient: 'replay', calls: { 'tracker.start': 'starts' } },
  source: 'OpenReplay tracker documentation (from memory, 2026-11)',
  examples: {
    finds: [
      consented(
        "import Tracker from '@openreplay/tracker';\nconst tracker = new Tracker({ projectKey: 'key' });",
        'tracker.setUserID(user.email); // ! pii-to-third-party',
      ),
    ],
    silent: [
      consented(
        "import Tracker from '@openreplay/tracker';\nconst tracker = new Tracker({ projectKey: 'key' });",
        'tracker.setUserID(user.id);',
      ),
    ],
  },
};
