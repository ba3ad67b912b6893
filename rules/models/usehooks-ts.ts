import type { Model } from '../../server/engine/model';
import { toStorage } from './shared/browser-types';
import { withUser } from './shared/snippets';

/** The value stands behind the key, or among options as what there is at first. */
const call = { ...toStorage(['1', '0.defaultValue', '1.defaultValue'], '0'), returns: 'tuple', reader: 'stored' };

const hooks = ['useLocalStorage', 'useSessionStorage', 'useLocalstorage', 'useLocalStorageState', 'useSessionStorageState'];

/** Hooks that give the stored value and its setter. */
export const usehooks: Model = {
  id: 'usehooks-ts',
  title: 'storage hooks',
  kind: 'browser-storage',
  packages: [
    'usehooks-ts',
    'react-use',
    '@uidotdev/usehooks',
    '@mantine/hooks',
    'use-local-storage',
    'use-local-storage-state',
    '@rehooks/local-storage',
    'ahooks',
  ],
  exports: {
    default: 'useStorage',
    ...Object.fromEntries(hooks.map((name) => [name, 'useStorage'])),
  },
  ambient: { useLocalStorage: 'useStorage', useSessionStorage: 'useStorage' },
  types: {
    useStorage: { call },
    tuple: { members: { 1: 'setter' } },
    setter: { call: toStorage(['0']) },
  },
  source:
    'usehooks-ts 3, react-use 17, @mantine/hooks 8, ahooks 3 and use-local-storage-state 19 documentation (from memory, 2026-11)',
  examples: {
    finds: [
      withUser(
        "import { useLocalStorage } from 'usehooks-ts';",
        "const [, setEmail] = useLocalStorage('email', '');",
        'setEmail(user.email); // ! pii-in-browser-storage',
      ),
    ],
    silent: [
      withUser(
        "import { useLocalStorage } from 'usehooks-ts';",
        "const [, setLast] = useLocalStorage('last', '');",
        'setLast(user.id);',
      ),
    ],
  },
};
