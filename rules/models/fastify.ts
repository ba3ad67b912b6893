import type { Model } from '../../server/engine/model';
import { each } from './shared/functions';
import { inHandler } from './shared/origins';
import { handlers, nodeRequest, nodeResponse, requestTypes, routes } from './shared/web-request';

const hook = { callback: handlers('type:request', 'type:reply') };
const start = { returns: 'application', config: 0 };

/** The application, its requests and replies, and the logger that hangs on each of them. */
export const fastify: Model = {
  id: 'fastify',
  title: 'Fastify',
  kind: 'framework',
  packages: ['fastify', '@fastify/cookie', '@fastify/type-provider-typebox'],
  exports: {
    default: 'fastify',
    '*': 'fastify',
    fastify: 'fastify',
    FastifyInstance: 'FastifyInstance',
    FastifyRequest: 'FastifyRequest',
    FastifyReply: 'FastifyReply',
    FastifyBaseLogger: 'FastifyBaseLogger',
  },
  ambient: { fastify: 'application', reply: 'reply', FastifyRequest: 'FastifyRequest', FastifyReply: 'FastifyReply' },
  types: {
    fastify: { call: start, members: { default: start, fastify: start } },
    FastifyInstance: { construct: { returns: 'application' } },
    FastifyRequest: { construct: { returns: 'request' } },
    FastifyReply: { construct: { returns: 'reply' } },
    FastifyBaseLogger: { construct: { returns: 'logger' } },
    application: {
      members: {
        ...routes('type:request', 'type:reply'),
        log: 'logger',
        addHook: hook,
        ...each(['register', 'decorate', 'decorateRequest', 'listen', 'ready', 'close', 'setErrorHandler'], {
          returns: 'receiver',
        }),
      },
    },
    request: nodeRequest,
    reply: {
      members: {
        ...nodeResponse.members,
        log: 'logger',
        setCookie: nodeResponse.members!.cookie!,
        ...each(['code', 'headers'], { returns: 'receiver' }),
      },
    },
    ...requestTypes,
  },
  source: 'Fastify 5 documentation, fastify.dev/docs/latest/Reference/Request (from memory, 2026-11)',
  examples: {
    finds: [
      inHandler(
        "import Fastify from 'fastify';\nconst app = Fastify({ logger: true });",
        "app.post('/register', async (request, reply) => {",
        'request.log.info(request.body); // ! pii-in-logs',
      ),
      inHandler(
        '',
        "fastify.get('/me', async (request, reply) => {",
        "reply.setCookie('email', request.user.email); // ! pii-in-browser-storage",
      ),
    ],
    silent: [
      inHandler(
        "import Fastify from 'fastify';\nconst app = Fastify({ logger: true });",
        "app.get('/orders/:id', async (request, reply) => {",
        'request.log.info(request.params.id);',
      ),
    ],
  },
};
