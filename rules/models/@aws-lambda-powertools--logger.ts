import type { Model } from '../../server/engine/model';
import { logs } from './shared/actions';
import { withUser } from './shared/people';
import { logLevels } from './shared/logger';
import { surface } from './shared/surface';

const api = surface({ classes: { Logger: 'logger' } });

export const awsLambdaPowertoolsLogger: Model = {
  id: '@aws-lambda-powertools/logger',
  title: 'AWS Lambda Powertools Logger',
  kind: 'logger',
  packages: ['@aws-lambda-powertools/logger'],
  exports: api.exports,
  types: {
    ...api.types,
    logger: {
      members: {
        ...logLevels(['trace', 'debug', 'info', 'warn', 'error', 'critical']),
        appendKeys: logs('0'),
        appendPersistentKeys: logs('0'),
        addPersistentLogAttributes: logs('0'),
        setPersistentLogAttributes: logs('0'),
        logEventIfEnabled: logs('0'),
        createChild: { returns: 'receiver', config: 0 },
        addContext: {},
        removeKeys: {},
        resetKeys: {},
      },
    },
  },
  source: 'Powertools for AWS Lambda (TypeScript) 2 API reference of Logger (from memory, 2026-11)',
  examples: {
    finds: [
      withUser(
        "import { Logger } from '@aws-lambda-powertools/logger';\nconst logger = new Logger();",
        'logger.appendKeys({ email: user.email }); // ! pii-in-logs',
      ),
    ],
    silent: [
      withUser(
        "import { Logger } from '@aws-lambda-powertools/logger';\nconst logger = new Logger();",
        "logger.info('paid', { userId: user.id });",
      ),
    ],
  },
};
