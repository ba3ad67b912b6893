import type { Model } from '../../server/engine/model';
import { withUser } from './shared/people';
import { LEVELS, logLevels } from './shared/logger';
import { surface } from './shared/surface';

const api = surface({ classes: { Logger: 'logger', BaseLogger: 'logger' } });

/** `maskValuesOfKeys` and `maskValuesRegEx` stand in the options of the constructor. */
export const tslog: Model = {
  id: 'tslog',
  title: 'tslog',
  kind: 'logger',
  packages: ['tslog'],
  exports: api.exports,
  types: {
    ...api.types,
    logger: {
      members: {
        ...logLevels([...LEVELS, 'silly', 'log']),
        getSubLogger: { returns: 'receiver', config: 0 },
        attachTransport: {},
      },
    },
  },
  source: 'tslog 4 documentation (from memory, 2026-11)',
  examples: {
    finds: [
      withUser("import { Logger } from 'tslog';\nconst log = new Logger({ name: 'shop' });", 'log.silly(user); // ! pii-in-logs'),
    ],
    silent: [
      withUser("import { Logger } from 'tslog';\nconst log = new Logger({ name: 'shop' });", 'log.silly({ id: user.id });'),
    ],
  },
};
