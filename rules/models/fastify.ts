import type { Action, Model } from '../../server/engine/model';
import { withUser } from './shared/people';
import { loggerType } from './shared/logger';
import { surface } from './shared/surface';

const route: Action = {
  returns: 'receiver',
  callback: [1, 2].map((argument) => ({ argument, parameters: ['type:request', 'type:reply'], result: 'none' as const })),
};
const methods = ['get', 'post', 'put', 'patch', 'delete', 'options', 'head', 'all'];
const api = surface({
  main: 'fastify',
  classes: { FastifyInstance: 'app', FastifyRequest: 'request', FastifyReply: 'reply', FastifyBaseLogger: 'logger' },
  members: { fastify: { returns: 'app', config: 0 } },
});

/** The loggers of the application, its requests and replies: `fastify({ logger: { redact } })` configures all of them. */
export const fastify: Model = {
  id: 'fastify',
  title: 'Fastify logger',
  kind: 'logger',
  packages: ['fastify'],
  exports: api.exports,
  ambient: { fastify: 'app' },
  types: {
    ...api.types,
    app: { members: { log: 'logger', ...Object.fromEntries(methods.map((method) => [method, route])) } },
    request: { members: { log: 'logger' } },
    reply: { members: { log: 'logger' } },
    logger: loggerType(),
  },
  source: 'Fastify 5 documentation (logging), 2026-11',
  examples: {
    finds: [
      withUser(
        "import Fastify from 'fastify';\nconst app = Fastify({ logger: true });",
        'app.log.info({ user }); // ! pii-in-logs',
      ),
      withUser(
        "import type { FastifyRequest } from 'fastify';\ndeclare const request: FastifyRequest;",
        'request.log.warn(user.email); // ! pii-in-logs',
      ),
    ],
    silent: [
      withUser("import Fastify from 'fastify';\nconst app = Fastify({ logger: true });", 'app.log.info({ userId: user.id });'),
    ],
  },
};
