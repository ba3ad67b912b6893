import type { Model } from '../../server/engine/model';
import { withUser } from './shared/people';
import { bindsChild, LEVELS, logLevels } from './shared/logger';
import { surface } from './shared/surface';

const api = surface({
  classes: { Logger: 'logger' },
  members: {
    getLogger: { returns: 'logger' },
    configure: { config: 0 },
    configureSync: { config: 0 },
    withContext: { sink: { kind: 'log', data: ['0'] }, callback: [{ argument: 1, parameters: [], result: 'value' }] },
  },
});

/** Levels are called, or used as template tags. */
export const logtapeLogtape: Model = {
  id: '@logtape/logtape',
  title: 'LogTape',
  kind: 'logger',
  packages: ['@logtape/logtape'],
  exports: api.exports,
  types: {
    ...api.types,
    logger: {
      members: { ...logLevels([...LEVELS, 'warning']), with: bindsChild, getChild: { returns: 'receiver' }, isEnabledFor: {} },
    },
  },
  source: 'LogTape manual (contexts, quick start), logtape.org (from memory, 2026-11)',
  examples: {
    finds: [
      withUser(
        "import { getLogger } from '@logtape/logtape';\nconst logger = getLogger(['shop']);",
        "logger.info('Signed in as {email}', { email: user.email }); // ! pii-in-logs",
      ),
      withUser(
        "import { getLogger } from '@logtape/logtape';\nconst logger = getLogger(['shop']);",
        'logger.with({ user }); // ! pii-in-logs',
      ),
    ],
    silent: [
      withUser(
        "import { getLogger } from '@logtape/logtape';\nconst logger = getLogger(['shop']);",
        "logger.info('Signed in as {id}', { id: user.id });",
      ),
    ],
  },
};
