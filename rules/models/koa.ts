import type { Model } from '../../server/engine/model';
import { toStorage } from './shared/browser-types';
import { each } from './shared/functions';
import { inHandler } from './shared/origins';
import { toUrl } from './shared/navigation';
import {
  handlers,
  headersSource,
  ipSource,
  nodeRequest,
  requestTypes,
  routes,
  sessionSource,
  userSource,
} from './shared/web-request';

/** One context per request; `ctx.body` is the answer, `ctx.request.body` what came in. */
export const koa: Model = {
  id: 'koa',
  title: 'Koa',
  kind: 'framework',
  packages: ['koa', '@koa/router', 'koa-router', 'koa-session', 'koa-bodyparser'],
  exports: { default: 'Koa', '*': 'Koa', Router: 'Koa', Context: 'Context', ParameterizedContext: 'Context' },
  ambient: { ctx: 'context' },
  types: {
    Koa: { construct: { returns: 'application' } },
    Context: { construct: { returns: 'context' } },
    application: {
      members: {
        ...routes('type:context'),
        use: { returns: 'receiver', callback: handlers('type:context') },
        ...each(['listen', 'routes', 'allowedMethods', 'on'], {}),
      },
    },
    context: {
      members: { request: 'request', query: 'fields', params: 'fields', cookies: 'cookies', log: 'logger', redirect: toUrl('0') },
      reads: { headers: headersSource, header: headersSource, session: sessionSource, ip: ipSource, user: userSource },
    },
    request: nodeRequest,
    cookies: { members: { set: toStorage(['1'], '0', '2'), get: { reader: 'field' } } },
    ...requestTypes,
  },
  source: 'Koa 3 documentation, koajs.com (from memory, 2026-11)',
  examples: {
    finds: [
      inHandler(
        "import Koa from 'koa';\nconst app = new Koa();",
        'app.use(async (ctx) => {',
        "console.log('register', ctx.request.body); // ! pii-in-logs",
      ),
      inHandler(
        '',
        'export const me = async (ctx) => {',
        "ctx.cookies.set('email', ctx.session.email); // ! pii-in-browser-storage",
        '};',
      ),
    ],
    silent: [
      inHandler(
        "import Koa from 'koa';\nconst app = new Koa();",
        'app.use(async (ctx) => {',
        "console.log('quantity', ctx.request.body.quantity);",
      ),
    ],
  },
};
