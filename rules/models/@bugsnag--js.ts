import type { Model } from '../../server/engine/model';
import { each, sends } from './shared/actions';
import { withUser } from './shared/people';
import { surface } from './shared/surface';

const members = {
  notify: { ...sends(['0']), callback: [{ argument: 1, parameters: ['type:event'], result: 'none' as const }] },
  ...each(['setUser', 'addMetadata', 'leaveBreadcrumb', 'addFeatureFlag'], sends(['*'])),
  ...each(['clearMetadata', 'startSession', 'addOnError', 'getPlugin'], {}),
};
const api = surface({
  members: { ...members, start: { sink: { kind: 'third-party', data: ['0.user', '0.metadata'] }, config: 0, returns: 'module' } },
});

export const bugsnagJs: Model = {
  id: '@bugsnag/js',
  title: 'Bugsnag',
  kind: 'error-tracking',
  vendor: 'Bugsnag',
  hosts: ['notify.bugsnag.com', 'sessions.bugsnag.com'],
  packages: ['@bugsnag/*', 'bugsnag-js'],
  exports: api.exports,
  ambient: { Bugsnag: 'module', bugsnag: 'module' },
  types: { ...api.types, event: { members: each(['setUser', 'addMetadata'], sends(['*'])) } },
  source: 'Bugsnag JavaScript API 8 reference (from memory, 2026-11)',
  examples: {
    finds: [
      withUser(
        "import Bugsnag from '@bugsnag/js';",
        'Bugsnag.setUser(user.id, user.email, user.fullName); // ! pii-to-third-party',
      ),
      withUser('', "Bugsnag.leaveBreadcrumb('signed in', { email: user.email }); // ! pii-to-third-party"),
    ],
    silent: [withUser("import Bugsnag from '@bugsnag/js';", 'Bugsnag.setUser(user.id);')],
  },
};
