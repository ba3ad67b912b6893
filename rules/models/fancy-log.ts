import type { Model } from '../../server/engine/model';
import { logs } from './shared/actions';
import { withUser } from './shared/people';
import { logLevels } from './shared/logger';

export const fancyLog: Model = {
  id: 'fancy-log',
  title: 'fancy-log',
  kind: 'logger',
  packages: ['fancy-log'],
  exports: { default: 'logger', '*': 'logger' },
  types: { logger: { call: logs('*'), members: { ...logLevels(['info', 'warn', 'error', 'dir']), default: 'logger' } } },
  source: 'fancy-log 2 README (from memory, 2026-11)',
  examples: {
    finds: [withUser("import log from 'fancy-log';", 'log(user.email); // ! pii-in-logs')],
    silent: [withUser("import log from 'fancy-log';", 'log(user.id);')],
  },
};
