import type { Model } from '../../server/engine/model';
import { logs } from './shared/actions';
import { withUser } from './shared/people';
import { surface } from './shared/surface';

const api = surface({
  members: {
    debuglog: { returns: 'debugger' },
    debug: { returns: 'debugger' },
    inspect: { content: 'arguments' },
    format: { content: 'arguments' },
    formatWithOptions: { content: 'arguments' },
    isDeepStrictEqual: {},
  },
});

export const util: Model = {
  id: 'util',
  title: 'Node.js util',
  kind: 'logger',
  packages: ['node:util', 'util'],
  exports: api.exports,
  types: { ...api.types, debugger: { call: logs('*') } },
  source: 'Node.js 20 documentation of util (from memory, 2026-11)',
  examples: {
    finds: [
      withUser(
        "import { debuglog } from 'node:util';\nconst debug = debuglog('auth');",
        "debug('user %s', user.email); // ! pii-in-logs",
      ),
      withUser("import { inspect } from 'node:util';", 'console.log(inspect(user)); // ! pii-in-logs'),
    ],
    silent: [withUser("import { debuglog } from 'node:util';\nconst debug = debuglog('auth');", "debug('user %s', user.id);")],
  },
};
