import type { Model } from '../../server/engine/model';
import { withUser } from './shared/people';
import { logLevels } from './shared/logger';
import { surface } from './shared/surface';

const writers = logLevels(['log', 'debug', 'info', 'warn', 'error', 'write']);
const api = surface({ members: { ...writers, logger: 'logger' } });

export const firebaseFunctions: Model = {
  id: 'firebase-functions',
  title: 'Cloud Functions logger',
  kind: 'logger',
  packages: ['firebase-functions', 'firebase-functions/logger', 'firebase-functions/v1', 'firebase-functions/v2'],
  exports: api.exports,
  types: { ...api.types, logger: { members: writers } },
  source: 'firebase-functions 6 reference of logger (from memory, 2026-11)',
  examples: {
    finds: [
      withUser("import * as logger from 'firebase-functions/logger';", "logger.info('signed up', { user }); // ! pii-in-logs"),
      withUser("import { logger } from 'firebase-functions/v2';", 'logger.write({ email: user.email }); // ! pii-in-logs'),
    ],
    silent: [withUser("import { logger } from 'firebase-functions';", "logger.info('signed up', { userId: user.id });")],
  },
};
