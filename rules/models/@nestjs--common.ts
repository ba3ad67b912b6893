import type { Model } from '../../server/engine/model';
import { withUser } from './shared/people';
import { logLevels } from './shared/logger';

const NAMES = ['log', 'error', 'warn', 'debug', 'verbose', 'fatal'];
const classOfLogger = { construct: { returns: 'logger' }, members: logLevels(NAMES) };

/** The logger only: what a request carries is the framework's to say. */
export const nestjsCommon: Model = {
  id: '@nestjs/common',
  title: 'NestJS Logger',
  kind: 'logger',
  packages: ['@nestjs/common'],
  exports: { Logger: 'class Logger', ConsoleLogger: 'class Logger', LoggerService: 'class Logger', '*': 'module' },
  types: {
    module: { members: { Logger: 'class Logger', ConsoleLogger: 'class Logger', LoggerService: 'class Logger' } },
    'class Logger': classOfLogger,
    logger: { members: { ...logLevels(NAMES), setContext: {}, setLogLevels: {} } },
  },
  source: 'NestJS 11 documentation (logger), 2026-11',
  examples: {
    finds: [
      withUser(
        "import { Logger } from '@nestjs/common';\nconst log = new Logger('Auth');",
        "log.warn('locked ' + user.email); // ! pii-in-logs",
      ),
      withUser("import { Logger } from '@nestjs/common';", 'Logger.log(`welcome ${user.fullName}`); // ! pii-in-logs'),
    ],
    silent: [
      withUser("import { Logger } from '@nestjs/common';\nconst log = new Logger('Auth');", "log.warn('locked ' + user.id);"),
    ],
  },
};
