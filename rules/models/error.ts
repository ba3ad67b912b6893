import type { Model } from '../../server/engine/model';
import { withUser } from './shared/people';

const writes = { sink: { kind: 'log' as const, data: ['0'] }, content: 'arguments' as const };
const error = { call: writes, construct: writes };

/** What an error says is written to logs and error trackers, wherever it is caught. */
export const errors: Model = {
  id: 'error',
  title: 'JavaScript errors',
  kind: 'logger',
  packages: [],
  ambient: { Error: 'error', TypeError: 'error', RangeError: 'error', SyntaxError: 'error', EvalError: 'error' },
  types: { error },
  source: 'ECMAScript 2026, section Error objects (from memory, 2026-11)',
  examples: {
    finds: [withUser('', 'throw new Error(`no order of ${user.email}`); // ! pii-in-logs')],
    silent: [withUser('', "throw new RangeError('no order of ' + user.id);")],
  },
};
