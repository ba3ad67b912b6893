import type { Model } from '../../server/engine/model';
import { each, sends } from './shared/actions';
import { withUser } from './shared/people';
import { surface } from './shared/surface';

const api = surface({
  members: {
    configure: { config: 0, returns: 'module' },
    ...each(['notify', 'notifyAsync', 'addBreadcrumb', 'event'], sends(['*'])),
    setContext: { ...sends(['0']), returns: 'module' },
    clear: {},
  },
});

export const honeybadgerIoJs: Model = {
  id: '@honeybadger-io/js',
  title: 'Honeybadger',
  kind: 'error-tracking',
  vendor: 'Honeybadger',
  hosts: ['api.honeybadger.io'],
  packages: ['@honeybadger-io/*'],
  exports: api.exports,
  ambient: { Honeybadger: 'module', honeybadger: 'module' },
  types: api.types,
  source: 'Honeybadger JavaScript 6 documentation (from memory, 2026-11)',
  examples: {
    finds: [
      withUser(
        "import Honeybadger from '@honeybadger-io/js';",
        'Honeybadger.setContext({ user_email: user.email }); // ! pii-to-third-party',
      ),
    ],
    silent: [withUser("import Honeybadger from '@honeybadger-io/js';", 'Honeybadger.setContext({ user_id: user.id });')],
  },
};
