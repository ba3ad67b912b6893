import type { Model } from '../../server/engine/model';
import { withUser } from './shared/people';
import { loggerType } from './shared/logger';
import { surface } from './shared/surface';

const create = { returns: 'logger', config: 0 };
const api = surface({ classes: { Logger: 'logger' }, members: { createLogger: create, stdSerializers: {} } });

/** Levels do nothing but answer a question when called without arguments. */
export const bunyan: Model = {
  id: 'bunyan',
  title: 'bunyan',
  kind: 'logger',
  packages: ['bunyan'],
  exports: api.exports,
  ambient: { bunyan: 'module' },
  types: {
    ...api.types,
    module: { ...api.types.module, construct: create },
    logger: loggerType(undefined, { addSerializers: { config: 0 }, addStream: {}, level: {} }),
  },
  source: 'bunyan 1.8 README (from memory, 2026-11)',
  examples: {
    finds: [
      withUser(
        "import bunyan from 'bunyan';\nconst log = bunyan.createLogger({ name: 'shop' });",
        "log.info({ user }, 'signed in'); // ! pii-in-logs",
      ),
    ],
    silent: [
      withUser(
        "import bunyan from 'bunyan';\nconst log = bunyan.createLogger({ name: 'shop' });",
        "log.info({ userId: user.id }, 'signed in');",
      ),
    ],
  },
};
