import type { Model } from '../../server/engine/model';
import { toStorage } from './shared/browser-types';
import { each } from './shared/functions';
import { toUrl } from './shared/navigation';
import { inHandler } from './shared/origins';
import { bodySource, handlers, routes } from './shared/web-request';

const set = toStorage(['2'], '1', '3');

/** One context per request; parsing the body is a call, cookies have functions of their own. */
export const hono: Model = {
  id: 'hono',
  title: 'Hono',
  kind: 'framework',
  packages: ['hono', 'hono/*'],
  exports: {
    Hono: 'Hono',
    Context: 'Context',
    setCookie: 'setCookie',
    setSignedCookie: 'setCookie',
    getCookie: 'getCookie',
    getSignedCookie: 'getCookie',
  },
  types: {
    Hono: { construct: { returns: 'application' } },
    Context: { construct: { returns: 'context' } },
    application: {
      members: {
        ...routes('type:context'),
        use: { returns: 'receiver', callback: handlers('type:context') },
        route: { returns: 'receiver' },
      },
    },
    context: {
      members: {
        req: 'request',
        redirect: toUrl('0'),
        get: { reader: 'field' },
        ...each(['json', 'text', 'html', 'body', 'status', 'header', 'set'], {}),
      },
    },
    request: {
      members: {
        ...each(['json', 'parseBody', 'formData', 'text', 'valid'], { source: bodySource }),
        ...each(['query', 'param', 'header', 'queries'], { reader: 'field' }),
      },
    },
    setCookie: { call: set },
    getCookie: { call: { reader: 'field' } },
  },
  source: 'Hono 4 documentation, hono.dev/docs/api/request (from memory, 2026-11)',
  examples: {
    finds: [
      inHandler(
        "import { Hono } from 'hono';\nconst app = new Hono();",
        "app.post('/register', async (c) => {",
        "console.log('register', await c.req.json()); // ! pii-in-logs",
      ),
    ],
    silent: [
      inHandler(
        "import { Hono } from 'hono';\nconst app = new Hono();",
        "app.get('/orders/:id', (c) => {",
        "console.log('order', c.req.param('id'));",
      ),
    ],
  },
};
