import type { Model } from '../../server/engine/model';
import { withUser } from './shared/snippets';
import { toStorage } from './shared/browser-types';
import { functions } from './shared/functions';

export const cookiesNext: Model = {
  id: 'cookies-next',
  title: 'cookies-next',
  kind: 'browser-storage',
  packages: ['cookies-next', 'cookies-next/*'],
  ...functions({ setCookie: toStorage(['1'], '0', '2'), getCookie: {}, getCookies: {}, deleteCookie: {}, hasCookie: {} }),
  source: 'cookies-next 6 documentation, github.com/andreizanik/cookies-next (from memory, 2026-11)',
  examples: {
    finds: [withUser("import { setCookie } from 'cookies-next';", "setCookie('email', user.email); // ! pii-in-browser-storage")],
    silent: [withUser("import { setCookie } from 'cookies-next';", "setCookie('last-user', user.id);")],
  },
};
