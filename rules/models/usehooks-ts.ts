import type { Model } from '../../server/engine/model';
import { toStorage } from './shared/browser-types';
import { withUser } from './shared/snippets';

const call = { ...toStorage(['1'], '0'), returns: 'tuple', reader: 'stored' };

/** Hooks that give the stored value and its setter. */
export const usehooks: Model = {
  id: 'usehooks-ts',
  title: 'storage hooks',
  kind: 'browser-storage',
  packages: ['usehooks-ts', 'react-use', '@uidotdev/usehooks', '@mantine/hooks', 'use-local-storage', '@rehooks/local-storage'],
  exports: {
    default: 'useStorage',
    ...Object.fromEntries(['useLocalStorage', 'useSessionStorage', 'useLocalstorage'].map((name) => [name, 'useStorage'])),
  },
  ambient: { useLocalStorage: 'useStorage', useSessionStorage: 'useStorage' },
  types: {
    useStorage: { call },
    tuple: { members: { 1: 'setter' } },
    setter: { call: toStorage(['0']) },
  },
  source: 'usehooks-ts 3, react-use 17 and @mantine/hooks 8 documentation (from memory, 2026-11)',
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
