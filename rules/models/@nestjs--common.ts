import type { Model } from '../../server/engine/model';
import { withUser } from './shared/people';
import { each, functions } from './shared/functions';
import { logLevels } from './shared/logger';
import {
  bodySource,
  headersSource,
  ipSource,
  nodeRequest,
  nodeResponse,
  requestTypes,
  sessionSource,
  userSource,
} from './shared/web-request';

/** What a decorated parameter of a handler receives: all of it, or the field that the decorator names. */
const decorators = functions({
  Body: { source: bodySource, reader: 'field' },
  Headers: { source: headersSource, reader: 'field' },
  Session: { source: sessionSource },
  Ip: { source: ipSource },
  ...each(['Req', 'Request'], { returns: 'request' }),
  ...each(['Res', 'Response'], { returns: 'response' }),
  ...each(
    ['UploadedFile', 'UploadedFiles', 'Query', 'Param', 'Controller', 'Injectable', 'Get', 'Post', 'Put', 'Patch', 'Delete'],
    {},
  ),
  createParamDecorator: {
    returns: 'decorator',
    callback: [{ argument: 0, parameters: ['none', 'type:context'], result: 'value' }],
  },
  applyDecorators: {},
});
const NAMES = ['log', 'error', 'warn', 'debug', 'verbose', 'fatal'];
const classOfLogger = { construct: { returns: 'logger' }, members: logLevels(NAMES) };

/** Loggers, and the decorators through which a request arrives. */
export const nestjsCommon: Model = {
  id: '@nestjs/common',
  title: 'NestJS',
  kind: 'logger',
  packages: ['@nestjs/common'],
  exports: {
    ...decorators.exports,
    ...Object.fromEntries(['Logger', 'ConsoleLogger', 'LoggerService'].map((name) => [name, 'class Logger'])),
    ExecutionContext: 'ExecutionContext',
    ArgumentsHost: 'ExecutionContext',
    '*': 'module',
  },
  ambient: Object.fromEntries(['CurrentUser', 'GetUser', 'AuthUser', 'ReqUser', 'LoggedInUser'].map((name) => [name, 'person'])),
  types: {
    ...decorators.types,
    /** A decorator made by the project hands out what its function returns. */
    decorator: { call: { content: 'receiver' } },
    person: { call: { source: userSource } },
    ExecutionContext: { construct: { returns: 'context' } },
    context: {
      members: {
        switchToHttp: { returns: 'receiver' },
        getRequest: { returns: 'request' },
        getResponse: { returns: 'response' },
      },
    },
    request: nodeRequest,
    response: nodeResponse,
    ...requestTypes,
    module: { members: { Logger: 'class Logger', ConsoleLogger: 'class Logger', LoggerService: 'class Logger' } },
    'class Logger': classOfLogger,
    logger: { members: { ...logLevels(NAMES), setContext: {}, setLogLevels: {} } },
  },
  source: 'documentation of NestJS 11, logger, controllers and custom decorators (from memory, 2026-11)',
  examples: {
    finds: [
      withUser(
        "import { Logger } from '@nestjs/common';\nconst log = new Logger('Auth');",
        "log.warn('locked ' + user.email); // ! pii-in-logs",
      ),
      inController('@Body() body', "this.log.log('created', body); // ! pii-in-logs"),
      inController('@CurrentUser() me', "this.log.log('created by', me); // ! pii-in-logs"),
      withUser("import { Logger } from '@nestjs/common';", 'Logger.log(`welcome ${user.fullName}`); // ! pii-in-logs'),
    ],
    silent: [
      inController('@Body() body', "this.log.log('created', body.quantity);"),
      inController('@Query() query, @Req() request', "this.log.log('page', query.page, request.url);"),
      withUser("import { Logger } from '@nestjs/common';\nconst log = new Logger('Auth');", "log.warn('locked ' + user.id);"),
    ],
  },
};

function inController(parameters: string, line: string): string {
  return [
    "import { Body, Controller, Logger, Post, Query, Req } from '@nestjs/common';",
    '@Controller()',
    'export class Orders {',
    "  private readonly log = new Logger('orders');",
    `  @Post() create(${parameters}) {`,
    `    ${line}`,
    '  }',
    '}',
  ].join('\n');
}
