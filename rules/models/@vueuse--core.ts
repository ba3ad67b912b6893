import type { Model } from '../../server/engine/model';
import { toStorage } from './shared/browser-types';
import { withUser } from './shared/snippets';

const stored = { ...toStorage(['1'], '0'), returns: 'ref' };

/** A ref that is written to storage whenever its value changes. */
export const vueuse: Model = {
  id: '@vueuse/core',
  title: 'VueUse storage',
  kind: 'browser-storage',
  packages: ['@vueuse/core'],
  exports: {
    useStorage: 'useStorage',
    useLocalStorage: 'useStorage',
    useSessionStorage: 'useStorage',
    useStorageAsync: 'useStorage',
  },
  types: { useStorage: { call: stored }, ref: { assigns: { value: toStorage(['0']) } } },
  source: 'VueUse 14 documentation, vueuse.org/core/useStorage (from memory, 2026-11)',
  examples: {
    finds: [
      withUser(
        "import { useStorage } from '@vueuse/core';",
        "const me = useStorage('me', '');",
        'me.value = user.email; // ! pii-in-browser-storage',
      ),
    ],
    silent: [
      withUser("import { useStorage } from '@vueuse/core';", "const last = useStorage('last', '');", 'last.value = user.id;'),
    ],
  },
};
