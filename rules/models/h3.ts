import type { Model } from '../../server/engine/model';
import { toStorage } from './shared/browser-types';
import { each, functions } from './shared/functions';
import { toUrl } from './shared/navigation';
import { inHandler } from './shared/origins';
import { bodySource, cookiesSource, fieldsType, headersSource, ipSource, sessionSource } from './shared/web-request';

const actions = functions({
  ...each(['readBody', 'readValidatedBody', 'readFormData', 'readRawBody', 'readMultipartFormData'], { source: bodySource }),
  ...each(['getHeaders', 'getRequestHeaders'], { source: headersSource }),
  parseCookies: { source: cookiesSource },
  getRequestIP: { source: ipSource },
  ...each(['useSession', 'getSession', 'getUserSession', 'requireUserSession'], { source: sessionSource }),
  ...each(['getQuery', 'getRouterParams'], { returns: 'fields' }),
  ...each(['getCookie', 'getHeader', 'getRequestHeader', 'getRouterParam'], { reader: 'field' }),
  setCookie: toStorage(['2'], '1', '3'),
  ...each(['sendRedirect', 'redirect'], toUrl('1')),
  navigateTo: toUrl('0'),
  defineEventHandler: { callback: [{ argument: 0, parameters: ['none'], result: 'value' }] },
  useCookie: { returns: 'cookie' },
});
const names = [
  'readBody',
  'readValidatedBody',
  'readFormData',
  'getCookie',
  'setCookie',
  'sendRedirect',
  'navigateTo',
  'defineEventHandler',
  'useCookie',
  'getUserSession',
];

/** Nuxt imports these functions by itself, so they are ambient. The event comes first. */
export const h3: Model = {
  id: 'h3',
  title: 'Nuxt and h3',
  kind: 'framework',
  packages: ['h3', 'nuxt/app', '#app', '#imports', 'nitropack'],
  exports: actions.exports,
  ambient: Object.fromEntries(names.map((name) => [name, `${name}()`])),
  types: { ...actions.types, cookie: { assigns: { value: toStorage(['0']) } }, fields: fieldsType },
  source: 'h3 1 documentation, v1.h3.dev/utils; Nuxt 4, nuxt.com/docs/api (from memory, 2026-11)',
  examples: {
    finds: [
      inHandler(
        '',
        'export default defineEventHandler(async (event) => {',
        "console.log('register', await readBody(event)); // ! pii-in-logs",
      ),
      inHandler(
        'interface User { id: string; email: string }',
        'export function remember(event: unknown, user: User) {',
        "setCookie(event, 'email', user.email); // ! pii-in-browser-storage",
        '}',
      ),
    ],
    silent: [inHandler('', 'export default defineEventHandler(async (event) => {', "console.log('page', getQuery(event).page);")],
  },
};
