import type { Model } from '../../server/engine/model';
import { withUser } from './shared/people';
import { logLevels } from './shared/logger';

export const loglevel: Model = {
  id: 'loglevel',
  title: 'loglevel',
  kind: 'logger',
  packages: ['loglevel'],
  exports: { default: 'logger', '*': 'logger', Logger: 'class Logger' },
  ambient: { loglevel: 'logger' },
  types: {
    logger: {
      members: {
        ...logLevels(['trace', 'debug', 'info', 'log', 'warn', 'error']),
        getLogger: { returns: 'logger' },
        setLevel: {},
        setDefaultLevel: {},
        getLevel: {},
        default: 'logger',
      },
    },
    'class Logger': { construct: { returns: 'logger' } },
  },
  source: 'loglevel 1.9 README (from memory, 2026-11)',
  examples: {
    finds: [withUser("import log from 'loglevel';", "log.debug('loaded', user); // ! pii-in-logs")],
    silent: [withUser("import log from 'loglevel';", "log.debug('loaded', user.id);")],
  },
};
