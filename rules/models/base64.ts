import type { Model } from '../../server/engine/model';
import { functions } from './shared/functions';
import { passes } from './shared/hash';
import { withUser } from './shared/snippets';

/** Encoding is no protection: the state stays what it was. */
export const base64: Model = {
  id: 'base64',
  title: 'Base64',
  kind: 'utility',
  packages: ['js-base64', 'base-64', 'base64-js', 'btoa', 'atob'],
  ...functions({ btoa: passes, atob: passes, encode: passes, decode: passes, toBase64: passes, fromBase64: passes }),
  ambient: { btoa: 'btoa()', atob: 'atob()' },
  source: 'HTML standard, developer.mozilla.org/docs/Web/API/Window/btoa; js-base64 3 (from memory, 2026-11)',
  examples: {
    finds: [
      withUser('', "localStorage.setItem('me', btoa(user.email)); // ! pii-in-browser-storage"),
      withUser('', 'return { anonymousId: btoa(user.email) }; // ! weak-anonymization'),
    ],
    silent: [withUser('', "localStorage.setItem('me', btoa(user.id));")],
  },
};
