import type { Model } from '../../server/engine/model';
import { each, logs } from './shared/actions';
import { withUser } from './shared/people';
import { surface } from './shared/surface';

const SEVERITIES = ['write', 'debug', 'info', 'notice', 'warning', 'error', 'critical', 'alert', 'emergency'];
const writers = each(SEVERITIES, logs('0'));
const api = surface({ classes: { Logging: 'logging' } });

export const googleCloudLogging: Model = {
  id: '@google-cloud/logging',
  title: 'Google Cloud Logging',
  kind: 'logger',
  hosts: ['logging.googleapis.com'],
  packages: ['@google-cloud/logging'],
  exports: api.exports,
  types: {
    ...api.types,
    logging: { members: { log: { returns: 'log' }, logSync: { returns: 'log' }, entry: { content: 'arguments' } } },
    log: { members: { ...writers, entry: { content: 'arguments' } } },
  },
  source: '@google-cloud/logging 11 reference (from memory, 2026-11)',
  examples: {
    finds: [
      withUser(
        "import { Logging } from '@google-cloud/logging';\nconst log = new Logging().log('shop');",
        'await log.write(log.entry({}, { email: user.email })); // ! pii-in-logs',
      ),
    ],
    silent: [
      withUser(
        "import { Logging } from '@google-cloud/logging';\nconst log = new Logging().log('shop');",
        'await log.write(log.entry({}, { userId: user.id }));',
      ),
    ],
  },
};
