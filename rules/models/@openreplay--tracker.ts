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
  recorders: [
    {
      starts: ['Tracker', '', 'tracker.configure'],
      options: 0,
      byDefault: [],
      settings: [
        { option: 'defaultInputMode', what: 'inputs', shows: [0], hides: [1, 2] },
        { option: 'obscureTextEmails', what: 'text', shows: [false], hides: [true] },
      ],
      source: 'docs.openreplay.com/en/sdk/sanitize-data (inputs and e-mail addresses are obscured by default), read 2026-11-25',
    },
  ],
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
