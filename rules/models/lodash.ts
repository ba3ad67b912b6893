import type { Model } from '../../server/engine/model';
import { each, functions } from './shared/functions';
import { passes } from './shared/hash';
import { withUser } from './shared/snippets';

const callback = (parameters: string[], result: 'elements' | 'value' | 'receiver' | 'none') => [
  { argument: 1, parameters, result },
];
const actions = functions({
  ...each(['omit', 'omitBy'], { reader: 'omit' }),
  ...each(['pick', 'pickBy'], { reader: 'pick' }),
  ...each(['get', 'property', 'result'], { reader: 'field' }),
  ...each(['map', 'flatMap', 'mapValues', 'mapKeys'], { reader: 'field', callback: callback(['0[]'], 'elements') }),
  ...each(
    [
      'filter',
      'reject',
      'sortBy',
      'orderBy',
      'uniqBy',
      'uniqueBy',
      'keyBy',
      'groupBy',
      'partition',
      'find',
      'findLast',
      'maxBy',
      'minBy',
      'dropWhile',
    ],
    {
      content: 'arguments',
      callback: callback(['0[]'], 'none'),
    },
  ),
  ...each(['forEach', 'each', 'forOwn', 'tap'], { content: 'arguments', callback: callback(['0[]'], 'none') }),
  reduce: { callback: callback(['result', '0[]'], 'value') },
  ...each(['merge', 'assign', 'defaults', 'defaultsDeep', 'extend', 'concat', 'union', 'zip', 'zipObject'], passes),
  ...each(
    [
      'clone',
      'cloneDeep',
      'compact',
      'flatten',
      'uniq',
      'head',
      'first',
      'last',
      'values',
      'toPairs',
      'fromPairs',
      'chunk',
      'set',
      'reverse',
    ],
    passes,
  ),
  ...each(
    [
      'trim',
      'toLower',
      'toUpper',
      'upperFirst',
      'capitalize',
      'camelCase',
      'kebabCase',
      'deburr',
      'toString',
      'escape',
      'truncate',
      'template',
    ],
    passes,
  ),
  ...each(['debounce', 'throttle', 'memoize', 'once', 'partial'], passes),
  ...each(
    [
      'size',
      'countBy',
      'sumBy',
      'meanBy',
      'isEmpty',
      'isEqual',
      'isNil',
      'isString',
      'has',
      'keys',
      'some',
      'every',
      'includes',
      'uniqueId',
    ],
    {},
  ),
});

/** A function's own package (`lodash/omit`) exports it as default: the last part of the specifier is the export. */
export const lodash: Model = {
  id: 'lodash',
  title: 'lodash',
  kind: 'utility',
  packages: [
    ...['get', 'omit', 'pick', 'merge', 'clonedeep', 'map', 'groupby'].map((name) => `lodash.${name}`),
    'lodash',
    'lodash-es',
    'lodash/*',
    'lodash-es/*',
    'es-toolkit',
    'es-toolkit/*',
    'underscore',
    'radash',
    'remeda',
  ],
  ...actions,
  ambient: { _: 'namespace', omit: 'omit()', pick: 'pick()' },
  source: 'lodash 4.17 documentation, lodash.com/docs; es-toolkit 1, es-toolkit.dev (from memory, 2026-11)',
  examples: {
    finds: [
      withUser("import { pick } from 'lodash';", "console.log('login', pick(user, ['id', 'email'])); // ! pii-in-logs"),
      withUser("import _ from 'lodash';", "console.log('login', _.omit(user, ['fullName'])); // ! pii-in-logs"),
    ],
    silent: [
      withUser("import { omit } from 'lodash';", "console.log('login', omit(user, ['email', 'fullName']));"),
      withUser("import { pick } from 'es-toolkit';", "console.log('login', pick(user, ['id']));"),
    ],
  },
};
