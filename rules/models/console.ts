import type { Model } from '../../server/engine/model';
import { each, logs } from './shared/actions';
import { withUser } from './shared/people';

export const console: Model = {
  id: 'console',
  title: 'console',
  kind: 'logger',
  packages: ['node:console'],
  exports: { default: 'console', '*': 'console' },
  ambient: { console: 'console' },
  types: {
    console: {
      members: {
        ...each(
          [
            'log',
            'info',
            'warn',
            'error',
            'debug',
            'trace',
            'dirxml',
            'table',
            'group',
            'groupCollapsed',
            'exception',
            'timeLog',
          ],
          logs('*'),
        ),
        ...each(['dir', 'count', 'time', 'timeEnd', 'timeStamp'], logs('0')),
        assert: logs('1*'),
      },
    },
  },
  source: 'WHATWG Console standard and Node.js 20 documentation of console (from memory, 2026-11)',
  examples: {
    finds: [
      withUser('', "console.log('signed in', user.email); // ! pii-in-logs"),
      withUser('', 'console.table([user]); // ! pii-in-logs'),
      withUser('', "console.assert(orderId !== '', `no order of ${user.fullName}`); // ! pii-in-logs"),
    ],
    silent: [withUser('', "console.log('signed in', user.id, Boolean(user.email));"), withUser('', 'console.clear();')],
  },
};
