import type { Model } from '../../server/engine/model';
import { withUser } from './shared/snippets';
import { functions } from './shared/functions';
import { passes } from './shared/hash';

/** Only text: where it is stored decides. */
export const cookie: Model = {
  id: 'cookie',
  title: 'cookie',
  kind: 'utility',
  packages: ['cookie'],
  ...functions({ serialize: passes, parse: passes, stringifySetCookie: passes, parseCookie: passes }),
  source: 'cookie 1 documentation, github.com/jshttp/cookie (from memory, 2026-11)',
  examples: {
    finds: [
      withUser(
        "import { serialize } from 'cookie';",
        "document.cookie = serialize('email', user.email); // ! pii-in-browser-storage",
      ),
    ],
    silent: [withUser("import { serialize } from 'cookie';", "document.cookie = serialize('last-user', user.id);")],
  },
};
