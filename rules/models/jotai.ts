import type { Model } from '../../server/engine/model';
import { toStorage } from './shared/browser-types';
import { withUser } from './shared/snippets';

/** Only the initial value of a stored atom is seen; what a setter stores later is not. */
export const jotai: Model = {
  id: 'jotai',
  title: 'jotai',
  kind: 'utility',
  packages: ['jotai', 'jotai/*'],
  exports: {
    atomWithStorage: 'atomWithStorage',
    atom: 'atom',
    useAtom: 'atom',
    useAtomValue: 'atom',
    createJSONStorage: 'nothing',
  },
  ambient: { atomWithStorage: 'atomWithStorage' },
  types: {
    atomWithStorage: { call: { ...toStorage(['1'], '0'), content: 'arguments' } },
    atom: { call: { content: 'arguments' } },
    nothing: { call: {} },
  },
  source: 'jotai 2 documentation, jotai.org/docs/utilities/storage (from memory, 2026-11)',
  examples: {
    finds: [
      withUser(
        "import { atomWithStorage } from 'jotai/utils';",
        "return atomWithStorage('me', { email: user.email }); // ! pii-in-browser-storage",
      ),
    ],
    silent: [
      withUser("import { atom } from 'jotai';", 'return atom({ email: user.email });'),
      withUser("import { atomWithStorage } from 'jotai/utils';", "return atomWithStorage('theme', 'dark');"),
    ],
  },
};
