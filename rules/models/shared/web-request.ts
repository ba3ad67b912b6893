import type { Action, Callback, ModelType } from '../../../server/engine/model';
import { toStorage } from './browser-types';
import { each } from './functions';
import { toUrl } from './navigation';

type Source = NonNullable<ModelType['reads']>[string];

export const bodySource: Source = { category: 'record', owner: 'request', words: 'the request body' };
export const headersSource: Source = { category: 'record', owner: 'request', words: 'the request headers', type: 'headers' };
export const cookiesSource: Source = { category: 'record', owner: 'request', words: 'the cookies', type: 'fields' };
const authorization = { category: 'access-token', words: 'the authorization header' };
export const ipSource: Source = { category: 'ip-address', words: 'the IP address of the request' };
export const userSource: Source = { category: 'record', owner: 'user', words: 'the signed-in user' };
export const sessionSource: Source = { category: 'record', owner: 'session', words: 'the session' };

/** Named values whose names decide alone: query, route parameters, form fields, headers. */
export const fieldsType: ModelType = {
  members: { get: { reader: 'text' }, getAll: { reader: 'field' }, ...each(['has', 'delete'], {}) },
};

/** Headers of a request: a few name the person or act for her, whatever the code calls them. */
const headersType: ModelType = {
  ...fieldsType,
  reads: {
    authorization,
    Authorization: authorization,
    cookie: cookiesSource,
    Cookie: cookiesSource,
    'x-forwarded-for': ipSource,
  },
};

/** Loggers that hang on a request or an application (`req.log`). */
export const requestLogger: ModelType = {
  members: {
    ...each(['trace', 'debug', 'info', 'warn', 'error', 'fatal'], { sink: { kind: 'log', data: ['*'] } }),
    child: { sink: { kind: 'log', data: ['0'] }, returns: 'receiver' },
  },
};

/** Types that `webRequest` refers to, and with a logger `nodeRequest`. */
export const webTypes: Record<string, ModelType> = { fields: fieldsType, headers: headersType };
export const requestTypes: Record<string, ModelType> = { ...webTypes, logger: requestLogger };

/** A submitted form: whole it is a record of the person, one field is what its name says. */
export const formSource: Action = {
  source: { category: 'record', owner: 'request', words: 'the submitted form' },
  returns: 'fields',
};

/** Request of the Fetch standard, as servers receive it. Needs `webTypes`. */
export const webRequest: ModelType = {
  members: {
    ...each(['json', 'text', 'blob', 'arrayBuffer'], { source: bodySource }),
    formData: formSource,
    clone: { returns: 'receiver' },
  },
  reads: { body: bodySource, headers: headersSource },
};

/** Request of Node frameworks. Query and parameters are no record: only their fields' names decide. Needs `requestTypes`. */
export const nodeRequest: ModelType = {
  members: { query: 'fields', params: 'fields', log: 'logger', ...each(['get', 'header'], { reader: 'field' }) },
  reads: {
    body: bodySource,
    rawBody: bodySource,
    headers: headersSource,
    cookies: cookiesSource,
    signedCookies: cookiesSource,
    ip: ipSource,
    ips: ipSource,
    user: userSource,
    session: sessionSource,
  },
};

/** Response of Express and its kin: an answer to the person itself is no leak; a redirect and a cookie are written down elsewhere. */
export const nodeResponse: ModelType = {
  members: {
    ...each(['json', 'send', 'end', 'write', 'render', 'sendStatus', 'jsonp', 'clearCookie'], {}),
    ...each(['status', 'type', 'set', 'header', 'setHeader', 'append', 'vary'], { returns: 'receiver' }),
    cookie: { ...toStorage(['1'], '0', '2'), returns: 'receiver' },
    ...each(['redirect', 'location'], toUrl('*')),
  },
};

/** Handlers at any of the first six argument positions: path first or not, middleware before. */
export function handlers(...parameters: string[]): Callback[] {
  return [0, 1, 2, 3, 4, 5].map((argument) => ({ argument, parameters, result: 'none' }));
}

/** Route registration by HTTP method. */
export function routes(...parameters: string[]): Record<string, Action> {
  const action: Action = { returns: 'receiver', callback: handlers(...parameters) };
  return each(['get', 'post', 'put', 'patch', 'delete', 'all', 'head', 'options'], action);
}

/** Cookies of a request or response: `set(name, value, options)`, or one object with all three. */
export const cookieJar: ModelType = {
  members: {
    set: toStorage(['0', '1'], '0', '2'),
    get: { reader: 'field' },
    ...each(['getAll', 'toString'], { source: cookiesSource }),
    ...each(['has', 'delete'], {}),
  },
};
