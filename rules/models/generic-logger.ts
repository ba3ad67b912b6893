import type { Model } from '../../server/engine/model';
import { logs } from './shared/actions';
import { bindsChild, LEVELS, loggerType } from './shared/logger';
import { withUser } from './shared/people';

const MORE_LEVELS = [
  'log',
  'warning',
  'verbose',
  'silly',
  'notice',
  'http',
  'success',
  'critical',
  'crit',
  'alert',
  'emerg',
  'emergency',
  'exception',
  'audit',
  'security',
];

const FUNCTIONS = ['logError', 'logInfo', 'logWarn', 'logWarning', 'logDebug', 'logMessage', 'logException', 'logToConsole'];

/**
 * Loggers known by their name only, and those of applications that publish their parts: injected, imported from an unresolved path, or a field without a type.
 * Of their members only named levels are sinks: `log.push(entry)` writes nothing, and `Math.log(age)` is another's.
 */
export const genericLogger: Model = {
  id: 'generic-logger',
  title: 'Logger known by its name',
  kind: 'logger',
  packages: ['@formbricks/logger', '@calcom/lib/logger', 'next-logger'],
  exports: { default: 'logger', logger: 'logger' },
  ambient: {
    logger: 'logger',
    log: 'logger',
    LOGGER: 'logger',
    LOG: 'logger',
    _logger: 'logger',
    _log: 'logger',
    $log: 'logger',
    appLogger: 'logger',
    rootLogger: 'logger',
    baseLogger: 'logger',
    requestLogger: 'logger',
    childLogger: 'logger',
    loggerService: 'logger',
    Logger: 'class Logger',
    ...Object.fromEntries(FUNCTIONS.map((name) => [name, 'function'])),
  },
  types: {
    logger: {
      ...loggerType([...LEVELS, ...MORE_LEVELS], {
        withContext: bindsChild,
        with: bindsChild,
        bind: bindsChild,
        getSubLogger: { returns: 'receiver' },
      }),
      call: { ...logs('*'), returns: 'logger' },
    },
    function: { call: logs('*') },
    'class Logger': {
      ...loggerType([...LEVELS, ...MORE_LEVELS]),
      construct: { returns: 'logger', config: 0 },
    },
  },
  source: 'Level names shared by the Node.js loggers modelled here and by RFC 5424 (from memory, 2026-11)',
  examples: {
    finds: [
      withUser('', 'logger.info({ user }); // ! pii-in-logs'),
      withUser("import { logError } from './not-here';", "logError('refused', user.email); // ! pii-in-logs"),
      withUser('const { info } = logger;', 'info(user.email); // ! pii-in-logs'),
      withUser('', 'log.child({ email: user.email }); // ! pii-in-logs'),
      withUser('', 'LOGGER.warn(`no consent from ${user.fullName}`); // ! pii-in-logs'),
    ],
    silent: [
      withUser('', "logger.info({ userId: user.id, hasEmail: Boolean(user.email) }, 'order placed');"),
      withUser('', "log.debug('nothing personal', { orderId });"),
    ],
  },
};
