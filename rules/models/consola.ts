import type { Model } from '../../server/engine/model';
import { logs } from './shared/actions';
import { withUser } from './shared/people';
import { LEVELS, logLevels } from './shared/logger';

const create = { returns: 'logger', config: 0 };

export const consola: Model = {
  id: 'consola',
  title: 'consola',
  kind: 'logger',
  packages: ['consola', 'consola/*'],
  exports: {
    default: 'logger',
    consola: 'logger',
    '*': 'logger',
    createConsola: 'createConsola()',
    ConsolaInstance: 'class Consola',
  },
  ambient: { consola: 'logger' },
  types: {
    'createConsola()': { call: create },
    'class Consola': { construct: create },
    logger: {
      call: logs('*'),
      members: {
        ...logLevels([...LEVELS, 'log', 'success', 'ready', 'start', 'box', 'fail', 'verbose', 'silent']),
        withTag: { returns: 'receiver' },
        withDefaults: { ...logs('0'), returns: 'receiver' },
        create,
        createConsola: 'createConsola()',
        consola: 'logger',
        default: 'logger',
        prompt: {},
      },
    },
  },
  source: 'consola 3 README (from memory, 2026-11)',
  examples: {
    finds: [
      withUser("import { consola } from 'consola';", "consola.withTag('auth').start(user.email); // ! pii-in-logs"),
      withUser("import consola from 'consola';", 'consola.box(`Welcome ${user.fullName}`); // ! pii-in-logs'),
    ],
    silent: [withUser("import consola from 'consola';", 'consola.info(`order ${orderId} of ${user.id}`);')],
  },
};
