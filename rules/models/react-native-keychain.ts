import type { Model } from '../../server/engine/model';
import { withUser } from './shared/snippets';

export const reactNativeKeychain: Model = {
  id: 'react-native-keychain',
  title: 'react-native-keychain',
  kind: 'secure-storage',
  packages: ['react-native-keychain'],
  exports: { '*': 'store', setGenericPassword: 'store', setInternetCredentials: 'store', getGenericPassword: 'store' },
  types: { store: { construct: { returns: 'store' }, call: { returns: 'store' }, otherwise: {} } },
  source: 'react-native-keychain 10 documentation, oblador.github.io/react-native-keychain (from memory, 2026-11)',
  examples: {
    finds: [],
    silent: [
      withUser(
        "import * as Keychain from 'react-native-keychain';",
        'await Keychain.setGenericPassword(user.email, user.fullName);',
      ),
    ],
  },
};
