import type { Model } from '../../server/engine/model';
import { logs } from './shared/actions';
import { withUser } from './shared/people';
import { bindsChild, LEVELS, logLevels } from './shared/logger';
import { surface } from './shared/surface';

const api = surface({ classes: { LogLayer: 'logger', ILogLayer: 'logger' } });

export const loglayer: Model = {
  id: 'loglayer',
  title: 'LogLayer',
  kind: 'logger',
  packages: ['loglayer'],
  exports: api.exports,
  types: {
    ...api.types,
    logger: {
      members: {
        ...logLevels([...LEVELS, 'raw']),
        withContext: bindsChild,
        withMetadata: bindsChild,
        withError: bindsChild,
        metadataOnly: logs('0'),
        errorOnly: logs('0'),
        child: { returns: 'receiver' },
      },
    },
  },
  source: 'LogLayer 6 documentation (from memory, 2026-11)',
  examples: {
    finds: [
      withUser(
        "import { LogLayer } from 'loglayer';\nconst log = new LogLayer({});",
        "log.withMetadata({ email: user.email }).info('signed in'); // ! pii-in-logs",
      ),
    ],
    silent: [
      withUser(
        "import { LogLayer } from 'loglayer';\nconst log = new LogLayer({});",
        "log.withMetadata({ userId: user.id }).info('signed in');",
      ),
    ],
  },
};
