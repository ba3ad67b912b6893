import type { Model } from '../../server/engine/model';
import { withUser } from './shared/snippets';
import { toStorage } from './shared/browser-types';
import { each } from './shared/functions';

/** `useCookies` gives the values, the setter and the remover. */
export const universalCookie: Model = {
  id: 'universal-cookie',
  title: 'universal-cookie and react-cookie',
  kind: 'browser-storage',
  packages: ['universal-cookie', 'react-cookie'],
  exports: { default: 'Cookies', Cookies: 'Cookies', useCookies: 'useCookies', '*': 'namespace' },
  types: {
    Cookies: { construct: { returns: 'cookies' } },
    cookies: { members: { set: toStorage(['1'], '0', '2'), ...each(['get', 'getAll', 'remove'], {}) } },
    useCookies: { call: { returns: 'tuple' } },
    tuple: { members: { 1: 'setter', 2: 'nothing' } },
    setter: { call: toStorage(['1'], '0', '2') },
    nothing: { call: {} },
    namespace: { members: { useCookies: { returns: 'tuple' } } },
  },
  source: 'universal-cookie 8 and react-cookie 8 documentation, github.com/bendotcodes/cookies (from memory, 2026-11)',
  examples: {
    finds: [
      withUser(
        "import Cookies from 'universal-cookie';",
        'const cookies = new Cookies();',
        "cookies.set('email', user.email); // ! pii-in-browser-storage",
      ),
      withUser(
        "import { useCookies } from 'react-cookie';",
        "const [, setCookie] = useCookies(['email']);",
        "setCookie('email', user.email); // ! pii-in-browser-storage",
      ),
    ],
    silent: [
      withUser("import Cookies from 'universal-cookie';", 'const cookies = new Cookies();', "cookies.set('last-user', user.id);"),
    ],
  },
};
