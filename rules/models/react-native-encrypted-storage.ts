import type { Model } from '../../server/engine/model';
import { withUser } from './shared/snippets';

export const encryptedStorage: Model = {
  id: 'react-native-encrypted-storage',
  title: 'react-native-encrypted-storage',
  kind: 'secure-storage',
  packages: ['react-native-encrypted-storage'],
  exports: { default: 'store' },
  ambient: { EncryptedStorage: 'store' },
  types: { store: { construct: { returns: 'store' }, call: { returns: 'store' }, otherwise: {} } },
  source:
    'react-native-encrypted-storage 4 documentation, github.com/emeraldsanto/react-native-encrypted-storage (from memory, 2026-11)',
  examples: {
    finds: [],
    silent: [
      withUser(
        "import EncryptedStorage from 'react-native-encrypted-storage';",
        'await EncryptedStorage.setItem("profile", JSON.stringify(user));',
      ),
    ],
  },
};
