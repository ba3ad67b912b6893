import type { Model } from '../../server/engine/model';
import { sends } from './shared/actions';
import { withUser } from './shared/people';
import { surface } from './shared/surface';

const api = surface({ classes: { LogSnag: 'client' } });

export const logsnag: Model = {
  id: 'logsnag',
  title: 'LogSnag',
  kind: 'analytics',
  vendor: 'LogSnag',
  hosts: ['api.logsnag.com'],
  packages: ['logsnag', '@logsnag/node', '@logsnag/next'],
  exports: api.exports,
  ambient: { logsnag: 'client' },
  types: {
    ...api.types,
    client: { members: { track: sends(['0']), identify: sends(['0']), insight: 'insight' } },
    insight: { members: { track: sends(['0']), increment: sends(['0']) } },
  },
  source: 'LogSnag documentation of its Node.js client (from memory, 2026-11)',
  examples: {
    finds: [
      withUser(
        "import { LogSnag } from 'logsnag';\nconst logsnag = new LogSnag({ token: 'key', project: 'shop' });",
        "await logsnag.track({ channel: 'signups', event: 'New user', description: user.email }); // ! pii-to-third-party",
      ),
    ],
    silent: [
      withUser(
        "import { LogSnag } from 'logsnag';\nconst logsnag = new LogSnag({ token: 'key', project: 'shop' });",
        "await logsnag.track({ channel: 'signups', event: 'New user', user_id: user.id });",
      ),
    ],
  },
};
