import type { Model } from '../../server/engine/model';
import { each, functions } from './shared/functions';
import { passes } from './shared/hash';
import { withUser } from './shared/snippets';

/** Arguments stand the other way round and may come later: names first, the object last. */
export const ramda: Model = {
  id: 'ramda',
  title: 'Ramda',
  kind: 'utility',
  packages: ['ramda', 'ramda/*', 'rambda'],
  ...functions({
    omit: { reader: 'omit' },
    ...each(['pick', 'project', 'props'], { reader: 'pick' }),
    ...each(['prop', 'path', 'propOr', 'pathOr'], { reader: 'field' }),
    map: { callback: [{ argument: 0, parameters: ['1[]'], result: 'elements' }] },
    ...each(['filter', 'reject', 'sortBy', 'groupBy', 'indexBy', 'find'], {
      content: 'arguments',
      callback: [{ argument: 0, parameters: ['1[]'], result: 'none' }],
    }),
    ...each(
      [
        'merge',
        'mergeRight',
        'mergeLeft',
        'mergeDeepRight',
        'assoc',
        'concat',
        'append',
        'head',
        'last',
        'values',
        'clone',
        'uniq',
        'identity',
        'trim',
      ],
      passes,
    ),
    ...each(['length', 'count', 'countBy', 'isEmpty', 'isNil', 'equals', 'keys', 'has', 'any', 'all', 'includes'], {}),
  }),
  ambient: { R: 'namespace' },
  source: 'Ramda 0.31 documentation, ramdajs.com/docs (from memory, 2026-11)',
  examples: {
    finds: [withUser("import * as R from 'ramda';", "console.log('login', R.pick(['id', 'email'], user)); // ! pii-in-logs")],
    silent: [withUser("import * as R from 'ramda';", "console.log('login', R.omit(['email', 'fullName'], user));")],
  },
};
