import type { Model } from '../../server/engine/model';
import { logs } from './shared/actions';
import { withUser } from './shared/people';
import { LEVELS, loggerType } from './shared/logger';
import { surface } from './shared/surface';

const api = surface({
  main: 'pino',
  classes: { Logger: 'logger', BaseLogger: 'logger' },
  members: { pino: { returns: 'logger', config: 0 }, destination: {}, transport: {}, multistream: {} },
});

export const pino: Model = {
  id: 'pino',
  title: 'pino',
  kind: 'logger',
  packages: ['pino'],
  exports: api.exports,
  ambient: { pinoLogger: 'logger' },
  types: {
    ...api.types,
    logger: loggerType(LEVELS, { setBindings: logs('0'), bindings: {}, isLevelEnabled: {}, flush: {} }),
  },
  source: 'pino 10 API documentation (from memory); github.com/pinojs/pino lib/proto.js, read 2026-11',
  examples: {
    finds: [
      withUser("import pino from 'pino';\nconst logger = pino();", 'logger.info(`started by ${user.email}`); // ! pii-in-logs'),
      withUser("import { pino } from 'pino';\nconst logger = pino();", 'logger.child({ user }); // ! pii-in-logs'),
    ],
    silent: [
      withUser(
        "import pino from 'pino';\nconst logger = pino({ redact: ['user.email', 'user.phone', 'user.fullName'] });",
        "logger.info({ user, orderId }, 'order placed');",
      ),
      withUser("import pino from 'pino';\nconst logger = pino();", "logger.info({ userId: user.id }, 'order placed');"),
    ],
  },
};
