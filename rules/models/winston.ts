import type { Model } from '../../server/engine/model';
import { withUser } from './shared/people';
import { LEVELS, logLevels, loggerType } from './shared/logger';
import { surface } from './shared/surface';

const NAMES = [
  ...LEVELS,
  'log',
  'http',
  'verbose',
  'silly',
  'emerg',
  'alert',
  'crit',
  'warning',
  'notice',
  'data',
  'help',
  'prompt',
  'input',
];

const api = surface({
  classes: { Logger: 'logger' },
  members: {
    createLogger: { returns: 'logger', config: 0 },
    child: { sink: { kind: 'log', data: ['0'] }, returns: 'logger' },
    ...logLevels(NAMES),
    configure: { config: 0 },
    loggers: 'container',
    add: {},
  },
});

/** `format` and `transports` are read from the options of the logger, not followed as values. */
export const winston: Model = {
  id: 'winston',
  title: 'winston',
  kind: 'logger',
  packages: ['winston'],
  exports: api.exports,
  ambient: { winston: 'module' },
  types: {
    ...api.types,
    logger: loggerType(NAMES, {
      add: { returns: 'receiver' },
      configure: { config: 0 },
      close: {},
      startTimer: { returns: 'timer' },
    }),
    timer: { members: { done: { sink: { kind: 'log', data: ['0'] } } } },
    container: { members: { get: { returns: 'logger', config: 1 }, add: { returns: 'logger', config: 1 }, has: {} } },
  },
  source: 'winston 3 README (from memory, 2026-11)',
  examples: {
    finds: [
      withUser("import winston from 'winston';", "winston.info('login', { who: user }); // ! pii-in-logs"),
      withUser(
        "import { createLogger } from 'winston';\nconst logger = createLogger({ level: 'info' });",
        "logger.log({ level: 'info', message: user.email }); // ! pii-in-logs",
      ),
    ],
    silent: [withUser("import winston from 'winston';", "winston.info('login', { who: user.id });")],
  },
};
