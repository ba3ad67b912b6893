import type { Model } from '../../server/engine/model';
import { logs } from './shared/actions';
import { withUser } from './shared/people';
import { LEVELS, loggerType } from './shared/logger';
import { surface } from './shared/surface';

const api = surface({
  classes: { Logger: 'logger' },
  members: { getLogger: { returns: 'logger' }, configure: { config: 0, returns: 'module' }, connectLogger: {}, shutdown: {} },
});

export const log4js: Model = {
  id: 'log4js',
  title: 'log4js',
  kind: 'logger',
  packages: ['log4js'],
  exports: api.exports,
  ambient: { log4js: 'module' },
  types: {
    ...api.types,
    logger: loggerType([...LEVELS, 'mark', 'log'], { addContext: logs('1'), removeContext: {}, clearContext: {} }),
  },
  source: 'log4js-node 6 documentation (from memory, 2026-11)',
  examples: {
    finds: [
      withUser(
        "import log4js from 'log4js';\nconst logger = log4js.getLogger('shop');",
        'logger.error(user.email); // ! pii-in-logs',
      ),
      withUser(
        "import { getLogger } from 'log4js';\nconst logger = getLogger();",
        "logger.addContext('user', user.fullName); // ! pii-in-logs",
      ),
    ],
    silent: [withUser("import log4js from 'log4js';\nconst logger = log4js.getLogger('shop');", 'logger.error(user.id);')],
  },
};
