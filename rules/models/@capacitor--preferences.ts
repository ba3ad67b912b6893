import type { Model } from '../../server/engine/model';
import { toStorage } from './shared/browser-types';
import { each } from './shared/functions';
import { withUser } from './shared/snippets';

/** Kept as plain text: UserDefaults, SharedPreferences, or the browser's localStorage. */
export const capacitorPreferences: Model = {
  id: '@capacitor/preferences',
  title: 'Capacitor Preferences',
  kind: 'browser-storage',
  packages: ['@capacitor/preferences', '@capacitor/storage'],
  exports: { Preferences: 'storage', Storage: 'storage' },
  types: {
    storage: { members: { set: toStorage(['0.value'], '0.key'), ...each(['get', 'remove', 'clear', 'keys', 'configure'], {}) } },
  },
  source: 'capacitorjs.com/docs/apis/preferences (from memory, 2026-11)',
  examples: {
    finds: [
      withUser(
        "import { Preferences } from '@capacitor/preferences';",
        "await Preferences.set({ key: 'me', value: JSON.stringify({ email: user.email }) }); // ! pii-in-browser-storage",
      ),
    ],
    silent: [
      withUser(
        "import { Preferences } from '@capacitor/preferences';",
        "await Preferences.set({ key: 'theme', value: 'dark' });",
      ),
    ],
  },
};
