import type { Model } from '../../server/engine/model';
import { logs } from './shared/actions';
import { withUser } from './shared/people';
import { logLevels } from './shared/logger';
import { surface } from './shared/surface';

const NAMES = [
  'await',
  'complete',
  'debug',
  'error',
  'fatal',
  'fav',
  'info',
  'log',
  'note',
  'pause',
  'pending',
  'star',
  'start',
  'success',
  'wait',
  'warn',
  'watch',
];

const scoped = { returns: 'logger' };
const api = surface({
  classes: { Signale: 'logger' },
  members: { ...logLevels(NAMES), scope: scoped, time: logs('0'), timeEnd: logs('0') },
});

export const signale: Model = {
  id: 'signale',
  title: 'signale',
  kind: 'logger',
  packages: ['signale'],
  exports: api.exports,
  ambient: { signale: 'module' },
  types: { ...api.types, logger: { members: { ...logLevels(NAMES), scope: scoped, time: logs('0'), timeEnd: logs('0') } } },
  source: 'signale 1.4 README (from memory, 2026-11)',
  examples: {
    finds: [
      withUser("import signale from 'signale';", 'signale.success(`mailed ${user.email}`); // ! pii-in-logs'),
      withUser("import { Signale } from 'signale';\nconst log = new Signale({});", 'log.pending(user); // ! pii-in-logs'),
    ],
    silent: [withUser("import signale from 'signale';", 'signale.success(`mailed ${user.id}`);')],
  },
};
