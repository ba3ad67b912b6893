import type { Model } from '../../server/engine/model';
import { sends } from './shared/actions';
import { withUser } from './shared/people';
import { surface } from './shared/surface';

const api = surface({ classes: { Notifier: 'notifier' } });

export const airbrakeNode: Model = {
  id: '@airbrake/node',
  title: 'Airbrake',
  kind: 'error-tracking',
  vendor: 'Airbrake',
  hosts: ['api.airbrake.io'],
  packages: ['@airbrake/node', '@airbrake/browser'],
  exports: api.exports,
  ambient: { airbrake: 'notifier' },
  types: { ...api.types, notifier: { members: { notify: sends(['0']), addFilter: {}, flush: {} } } },
  source: 'Airbrake JavaScript notifier 2 README (from memory, 2026-11)',
  examples: {
    finds: [
      withUser(
        "import { Notifier } from '@airbrake/node';\nconst airbrake = new Notifier({ projectId: 1, projectKey: 'key' });",
        'airbrake.notify({ error: new Error(), context: { user: { email: user.email } } }); // ! pii-to-third-party',
      ),
    ],
    silent: [
      withUser(
        "import { Notifier } from '@airbrake/node';\nconst airbrake = new Notifier({ projectId: 1, projectKey: 'key' });",
        'airbrake.notify({ error: new Error(), context: { user: { id: user.id } } });',
      ),
    ],
  },
};
