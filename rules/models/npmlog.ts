import type { Model } from '../../server/engine/model';
import { logs } from './shared/actions';
import { withUser } from './shared/people';
import { logLevels } from './shared/logger';

export const npmlog: Model = {
  id: 'npmlog',
  title: 'npmlog',
  kind: 'logger',
  packages: ['npmlog'],
  exports: { default: 'logger', '*': 'logger' },
  ambient: { npmlog: 'logger' },
  types: {
    logger: {
      members: {
        ...logLevels(['silly', 'verbose', 'info', 'timing', 'http', 'notice', 'warn', 'error']),
        log: logs('1*'),
        default: 'logger',
      },
    },
  },
  source: 'npmlog 7 README (from memory, 2026-11)',
  examples: {
    finds: [withUser("import log from 'npmlog';", "log.log('info', 'auth', 'signed in %j', user); // ! pii-in-logs")],
    silent: [withUser("import log from 'npmlog';", "log.info('auth', 'signed in %s', user.id);")],
  },
};
