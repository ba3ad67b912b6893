import type { Model } from '../../server/engine/model';
import { toStorage } from './shared/browser-types';

/** The state that the reducer returns is written, narrowed by `whitelist` and `blacklist`. */
export const reduxPersist: Model = {
  id: 'redux-persist',
  title: 'redux-persist',
  kind: 'browser-storage',
  packages: ['redux-persist', 'redux-persist/*'],
  exports: {
    persistReducer: 'persistReducer',
    persistCombineReducers: 'persistReducer',
    persistStore: 'nothing',
    createTransform: 'nothing',
  },
  types: {
    persistReducer: { call: { ...toStorage(['1']), content: 'arguments', config: 0 } },
    nothing: { call: {} },
  },
  source: 'redux-persist 6 documentation, github.com/rt2zz/redux-persist (from memory, 2026-11)',
  examples: {
    finds: [],
    silent: [
      [
        "import { persistReducer } from 'redux-persist';",
        "import storage from 'redux-persist/lib/storage';",
        "const theme = (state = { theme: 'light' }) => state;",
        "export const reducer = persistReducer({ key: 'root', storage, whitelist: ['theme'] }, theme);",
      ].join('\n'),
    ],
  },
};
