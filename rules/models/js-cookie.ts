import type { Model } from '../../server/engine/model';
import { withUser } from './shared/snippets';
import { toStorage } from './shared/browser-types';
import { each } from './shared/functions';

export const jsCookie: Model = {
  id: 'js-cookie',
  title: 'js-cookie',
  kind: 'browser-storage',
  packages: ['js-cookie', 'typescript-cookie', 'es-cookie'],
  exports: { default: 'cookies', '*': 'cookies', setCookie: 'setCookie', getCookie: 'nothing' },
  ambient: { Cookies: 'cookies' },
  types: {
    cookies: {
      members: {
        set: toStorage(['1'], '0', '2'),
        ...each(['get', 'remove'], {}),
        ...each(['withAttributes', 'withConverter'], { returns: 'receiver' }),
      },
    },
    setCookie: { call: toStorage(['1'], '0', '2') },
    nothing: { call: {} },
  },
  source: 'js-cookie 3 documentation, github.com/js-cookie/js-cookie (from memory, 2026-11)',
  examples: {
    finds: [withUser("import Cookies from 'js-cookie';", "Cookies.set('email', user.email); // ! pii-in-browser-storage")],
    silent: [withUser("import Cookies from 'js-cookie';", "Cookies.set('theme', 'dark');", "Cookies.set('last-user', user.id);")],
  },
};
