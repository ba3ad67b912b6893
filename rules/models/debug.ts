import type { Model } from '../../server/engine/model';
import { logs } from './shared/actions';
import { withUser } from './shared/people';

export const debug: Model = {
  id: 'debug',
  title: 'debug',
  kind: 'logger',
  packages: ['debug'],
  exports: { default: 'factory', debug: 'factory', '*': 'factory', Debugger: 'class Debugger' },
  types: {
    factory: {
      call: { returns: 'debugger' },
      members: { debug: 'factory', default: 'factory', enable: {}, disable: {}, enabled: {} },
    },
    'class Debugger': { construct: { returns: 'debugger' } },
    debugger: { call: logs('*'), members: { extend: { returns: 'debugger' }, log: logs('*'), destroy: {} } },
  },
  source: 'debug 4 README (from memory, 2026-11)',
  examples: {
    finds: [
      withUser(
        "import createDebug from 'debug';\nconst debug = createDebug('shop:auth');",
        "debug('user %O', user); // ! pii-in-logs",
      ),
      withUser(
        "import debug from 'debug';\nconst log = debug('shop').extend('auth');",
        'log(`signed in as ${user.email}`); // ! pii-in-logs',
      ),
    ],
    silent: [withUser("import debug from 'debug';\nconst log = debug('shop');", "log('user %s', user.id);")],
  },
};
