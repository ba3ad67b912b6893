import type { Model } from '../../server/engine/model';
import { toStorage } from './shared/browser-types';
import { withUser } from './shared/snippets';

/** An atom with storage is written down: what it is declared to hold, how it begins, and what its setter is given. */
export const jotai: Model = {
  id: 'jotai',
  title: 'jotai',
  kind: 'utility',
  packages: ['jotai', 'jotai/*'],
  exports: {
    atomWithStorage: 'atomWithStorage',
    atom: 'atom',
    useAtom: 'useAtom',
    useAtomValue: 'useAtom',
    useSetAtom: 'useAtom',
    createJSONStorage: 'storage',
  },
  ambient: { atomWithStorage: 'atomWithStorage' },
  types: {
    atomWithStorage: { call: { reader: 'kept-atom' } },
    keptAtom: {},
    kept: { call: toStorage(['1']) },
    setter: { call: { ...toStorage(['0']), reader: 'setter' } },
    useAtom: { call: { content: 'arguments', reader: 'atom' } },
    atom: { call: { content: 'arguments' } },
    /** `createJSONStorage(() => SecureStore)` is what it is made of. */
    storage: { call: { callback: [{ argument: 0, parameters: [], result: 'value' }] } },
  },
  source: 'jotai 2 documentation, jotai.org/docs/utilities/storage (from memory, 2026-11)',
  examples: {
    finds: [
      withUser(
        "import { atomWithStorage } from 'jotai/utils';",
        "return atomWithStorage('me', { email: user.email }); // ! pii-in-browser-storage",
      ),
      withUser(
        "import { useSetAtom } from 'jotai';",
        "import { atomWithStorage } from 'jotai/utils';",
        "const last = atomWithStorage('last', '');",
        'const setLast = useSetAtom(last);',
        'setLast(user.email); // ! pii-in-browser-storage',
      ),
    ],
    silent: [
      withUser("import { atom } from 'jotai';", 'return atom({ email: user.email });'),
      withUser("import { atomWithStorage } from 'jotai/utils';", "return atomWithStorage('theme', 'dark');"),
    ],
  },
};
