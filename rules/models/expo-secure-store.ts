import type { Model } from '../../server/engine/model';
import { withUser } from './shared/snippets';

export const expoSecureStore: Model = {
  id: 'expo-secure-store',
  title: 'expo-secure-store',
  kind: 'secure-storage',
  packages: ['expo-secure-store'],
  exports: { '*': 'store', default: 'store', setItemAsync: 'store', setItem: 'store', getItemAsync: 'store' },
  ambient: { SecureStore: 'store' },
  types: { store: { construct: { returns: 'store' }, call: { returns: 'store' }, otherwise: {} } },
  source: 'expo-secure-store 15 documentation, docs.expo.dev/versions/latest/sdk/securestore (from memory, 2026-11)',
  examples: {
    finds: [],
    silent: [
      withUser(
        "import * as SecureStore from 'expo-secure-store';",
        'await SecureStore.setItemAsync("profile", JSON.stringify(user));',
      ),
    ],
  },
};
