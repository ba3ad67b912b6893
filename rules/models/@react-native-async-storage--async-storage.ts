import type { Model } from '../../server/engine/model';
import { withUser } from './shared/snippets';
import { toStorage } from './shared/browser-types';
import { each } from './shared/functions';

export const asyncStorage: Model = {
  id: '@react-native-async-storage/async-storage',
  title: 'AsyncStorage',
  kind: 'browser-storage',
  packages: ['@react-native-async-storage/async-storage', '@react-native-community/async-storage', 'react-native-mmkv'],
  exports: {
    default: 'storage',
    AsyncStorage: 'storage',
    useAsyncStorage: 'useAsyncStorage',
    MMKV: 'MMKV',
    createMMKV: 'createMMKV',
  },
  ambient: { AsyncStorage: 'storage' },
  types: {
    storage: {
      members: {
        ...each(['setItem', 'mergeItem', 'set'], toStorage(['0', '1'], '0')),
        ...each(['multiSet', 'multiMerge', 'setMany'], toStorage(['0'])),
        ...each(['getItem', 'multiGet', 'removeItem', 'clear', 'getAllKeys', 'getString', 'delete'], {}),
      },
    },
    useAsyncStorage: { call: { returns: 'item' } },
    item: { members: { ...each(['setItem', 'mergeItem'], toStorage(['0'])), ...each(['getItem', 'removeItem'], {}) } },
    MMKV: { construct: { returns: 'storage' } },
    createMMKV: { call: { returns: 'storage' } },
  },
  source: 'AsyncStorage 2 documentation, react-native-async-storage.github.io; react-native-mmkv 4 (from memory, 2026-11)',
  examples: {
    finds: [
      withUser(
        "import AsyncStorage from '@react-native-async-storage/async-storage';",
        "await AsyncStorage.setItem('me', JSON.stringify({ email: user.email })); // ! pii-in-browser-storage",
      ),
    ],
    silent: [
      withUser(
        "import AsyncStorage from '@react-native-async-storage/async-storage';",
        "await AsyncStorage.setItem('last-user', user.id);",
      ),
    ],
  },
};
