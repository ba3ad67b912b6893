import type { Model } from '../../server/engine/model';
import { withUser } from './shared/snippets';

export const sensitiveInfo: Model = {
  id: 'react-native-sensitive-info',
  title: 'react-native-sensitive-info',
  kind: 'secure-storage',
  packages: ['react-native-sensitive-info'],
  exports: { default: 'store', '*': 'store' },
  types: { store: { construct: { returns: 'store' }, call: { returns: 'store' }, otherwise: {} } },
  source: 'react-native-sensitive-info 5 documentation, github.com/mcodex/react-native-sensitive-info (from memory, 2026-11)',
  examples: {
    finds: [],
    silent: [withUser("import SInfo from 'react-native-sensitive-info';", 'await SInfo.setItem("email", user.email, {});')],
  },
};
