import type { Model } from '../../server/engine/model';
import { logs } from './shared/actions';
import { withUser } from './shared/people';
import { LEVELS, loggerType } from './shared/logger';

const once = LEVELS.map((level) => `${level}Once`);

export const roarr: Model = {
  id: 'roarr',
  title: 'Roarr',
  kind: 'logger',
  packages: ['roarr'],
  exports: { Roarr: 'logger', default: 'logger', '*': 'module', Logger: 'class Logger' },
  ambient: { Roarr: 'logger' },
  types: {
    module: { members: { Roarr: 'logger', default: 'logger', Logger: 'class Logger' } },
    'class Logger': { construct: { returns: 'logger' } },
    logger: {
      call: logs('*'),
      ...loggerType([...LEVELS, ...once], {
        adopt: { sink: { kind: 'log', data: ['1'] }, callback: [{ argument: 0, parameters: [], result: 'value' }] },
        getContext: {},
      }),
    },
  },
  source: 'roarr 7 README (from memory, 2026-11)',
  examples: {
    finds: [
      withUser("import { Roarr as log } from 'roarr';", "log({ email: user.email }, 'signed in'); // ! pii-in-logs"),
      withUser("import { Roarr as log } from 'roarr';", "log.warn({ user }, 'locked out'); // ! pii-in-logs"),
    ],
    silent: [withUser("import { Roarr as log } from 'roarr';", "log({ userId: user.id }, 'signed in');")],
  },
};
