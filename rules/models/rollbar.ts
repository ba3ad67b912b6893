import type { Model } from '../../server/engine/model';
import { each, sends } from './shared/actions';
import { withUser } from './shared/people';
import { surface } from './shared/surface';

const members = {
  ...each(['log', 'debug', 'info', 'warn', 'warning', 'error', 'critical', 'captureEvent'], sends(['*'])),
  configure: { sink: { kind: 'third-party' as const, data: ['0.payload'] }, config: 0 },
};
const api = surface({ main: 'Rollbar', classes: { Rollbar: 'client' }, members: { init: { returns: 'client', config: 0 } } });

export const rollbar: Model = {
  id: 'rollbar',
  title: 'Rollbar',
  kind: 'error-tracking',
  vendor: 'Rollbar',
  hosts: ['api.rollbar.com'],
  packages: ['rollbar', '@rollbar/react'],
  exports: api.exports,
  ambient: { Rollbar: 'client', rollbar: 'client' },
  types: { ...api.types, client: { members } },
  source: 'Rollbar.js 2 documentation (from memory, 2026-11)',
  examples: {
    finds: [
      withUser(
        "import Rollbar from 'rollbar';\nconst rollbar = new Rollbar({ accessToken: 'key' });",
        'rollbar.configure({ payload: { person: { id: user.id, email: user.email } } }); // ! pii-to-third-party',
      ),
      withUser('', "rollbar.error('payment refused', { user }); // ! pii-to-third-party"),
    ],
    silent: [
      withUser(
        "import Rollbar from 'rollbar';\nconst rollbar = new Rollbar({ accessToken: 'key' });",
        "rollbar.error('payment refused', { userId: user.id });",
      ),
    ],
  },
};
