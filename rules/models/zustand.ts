import type { Model } from '../../server/engine/model';
import { withUser } from './shared/snippets';
import { toStorage } from './shared/browser-types';

/** Only a store wrapped in `persist` is written down; what its setter receives is what is kept. */
export const zustand: Model = {
  id: 'zustand',
  title: 'zustand',
  kind: 'utility',
  packages: ['zustand', 'zustand/*'],
  exports: {
    persist: 'persist',
    create: 'create',
    createStore: 'create',
    createJSONStorage: 'nothing',
    ...Object.fromEntries(['devtools', 'immer', 'subscribeWithSelector', 'combine', 'redux'].map((name) => [name, 'wrapper'])),
  },
  ambient: { persist: 'persist' },
  types: {
    persist: { call: { config: 1, reader: 'persist' } },
    setter: { call: { ...toStorage(['0']), reader: 'setter' } },
    getter: { call: {} },
    create: { call: { reader: 'shared-state', returns: 'store' } },
    /** Also `create<State>()`, which is given the initialiser by a second call. */
    store: { call: { reader: 'shared-state' }, members: { getState: { reader: 'shared-state' } } },
    wrapper: { call: { content: 'arguments' } },
    nothing: { call: {} },
  },
  source: 'zustand 5 documentation, zustand.docs.pmnd.rs/middlewares/persist (from memory, 2026-11)',
  examples: {
    finds: [
      [
        "import { create } from 'zustand';",
        "import { persist } from 'zustand/middleware';",
        'interface User { id: string; email: string; fullName: string }',
        'export const useSession = create(',
        '  persist((set) => ({ me: null, setMe: (me: User) => set({ me }) }), { name: "session" }), // ! pii-in-browser-storage',
        ');',
      ].join('\n'),
    ],
    silent: [
      withUser(
        "import { create } from 'zustand';",
        'const useSession = create((set) => ({ me: null, setMe: (me: User) => set({ me }) }));',
        'useSession.getState().setMe(user);',
      ),
      [
        "import { create } from 'zustand';",
        "import { persist } from 'zustand/middleware';",
        "export const useTheme = create(persist((set) => ({ theme: 'light', setTheme: (theme: string) => set({ theme }) }), { name: 't' }));",
      ].join('\n'),
    ],
  },
};
