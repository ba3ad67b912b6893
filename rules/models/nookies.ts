import type { Model } from '../../server/engine/model';
import { withUser } from './shared/snippets';
import { toStorage } from './shared/browser-types';
import { functions } from './shared/functions';

const set = toStorage(['2'], '1', '3');

/** The page context comes first. */
export const nookies: Model = {
  id: 'nookies',
  title: 'nookies',
  kind: 'browser-storage',
  packages: ['nookies'],
  ...functions({ set, setCookie: set, get: {}, parseCookies: {}, destroy: {}, destroyCookie: {} }),
  source: 'nookies 2 documentation, github.com/maticzav/nookies (from memory, 2026-11)',
  examples: {
    finds: [
      withUser("import { setCookie } from 'nookies';", "setCookie(null, 'email', user.email); // ! pii-in-browser-storage"),
    ],
    silent: [withUser("import { setCookie } from 'nookies';", "setCookie(null, 'last-user', user.id);")],
  },
};
