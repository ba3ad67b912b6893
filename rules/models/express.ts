import type { Model } from '../../server/engine/model';
import { each } from './shared/functions';
import { navigation } from './shared/navigation';
import { inHandler } from './shared/origins';
import { bodySource, handlers, nodeRequest, nodeResponse, requestTypes, routes, webRequest } from './shared/web-request';

const route = routes('type:request', 'type:response');
const members = {
  ...route,
  // Error handlers take the error first: their parameters are known by their usual names only.
  use: { returns: 'receiver' },
  param: { callback: handlers('type:request', 'type:response') },
  route: { returns: 'application' },
  ...each(['listen', 'set', 'enable', 'disable', 'engine'], {}),
};
const start = { returns: 'application' };

/**
 * Applications, routers and what handlers receive. `req` and `request` also stand for the requests of other frameworks,
 * `router` for the routers of single-page frameworks: their members do not meet.
 */
export const express: Model = {
  id: 'express',
  title: 'Express',
  kind: 'framework',
  packages: ['express', 'express-serve-static-core', 'restify', 'polka', 'express-promise-router'],
  exports: {
    default: 'express',
    '*': 'express',
    Router: 'Router',
    Request: 'Request',
    Response: 'Response',
    Application: 'Application',
    Express: 'Application',
    ...Object.fromEntries(['json', 'urlencoded', 'static', 'raw', 'text'].map((name) => [name, 'middleware'])),
  },
  ambient: { app: 'application', router: 'anyRouter', req: 'anyRequest', request: 'anyRequest', res: 'response' },
  types: {
    express: { call: start, members: { Router: start, ...each(['json', 'urlencoded', 'static', 'raw', 'text'], {}) } },
    Router: { call: start, construct: start },
    Application: { construct: start },
    Request: { construct: { returns: 'request' } },
    Response: { construct: { returns: 'response' } },
    application: { members },
    anyRouter: { members: { ...members, ...navigation } },
    request: nodeRequest,
    anyRequest: {
      members: { ...webRequest.members, ...nodeRequest.members, ...each(['body', 'all'], { source: bodySource }) },
      reads: nodeRequest.reads,
    },
    response: nodeResponse,
    middleware: { call: {} },
    ...requestTypes,
  },
  source: 'Express 5 documentation, expressjs.com/en/5x/api.html (from memory, 2026-11)',
  examples: {
    finds: [
      inHandler(
        "import express from 'express';\nconst app = express();",
        "app.post('/register', (req, res) => {",
        "console.log('register', req.body); // ! pii-in-logs",
      ),
      inHandler('', "app.get('/me', (req, res) => {", "res.cookie('email', req.user.email); // ! pii-in-browser-storage"),
      inHandler('', "app.get('/out', (req, res) => {", "res.redirect('/bye?email=' + req.user.email); // ! pii-in-url"),
    ],
    silent: [
      inHandler('', "app.post('/orders', (req, res) => {", "console.log('ordered', req.body.quantity);"),
      inHandler('', "app.get('/me', (req, res) => {", 'res.json(req.user);'),
    ],
  },
};
