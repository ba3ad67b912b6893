import type { Model } from '../../server/engine/model';
import { withUser } from './shared/people';
import { logLevels } from './shared/logger';

export const electronLog: Model = {
  id: 'electron-log',
  title: 'electron-log',
  kind: 'logger',
  packages: ['electron-log', 'electron-log/*'],
  exports: { default: 'logger', '*': 'logger' },
  types: {
    logger: {
      members: {
        ...logLevels(['error', 'warn', 'info', 'verbose', 'debug', 'silly', 'log']),
        functions: 'logger',
        scope: { returns: 'logger' },
        create: { returns: 'logger', config: 0 },
        initialize: {},
        default: 'logger',
      },
    },
  },
  source: 'electron-log 5 README (from memory, 2026-11)',
  examples: {
    finds: [withUser("import log from 'electron-log/main';", "log.scope('auth').verbose(user); // ! pii-in-logs")],
    silent: [withUser("import log from 'electron-log/main';", 'log.verbose(user.id);')],
  },
};
