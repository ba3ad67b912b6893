import type { Model } from '../../server/engine/model';
import { withUser } from './shared/snippets';
import { each } from './shared/functions';
import { request } from './shared/http-client';

/** The socket is opened with its URL; what is sent goes there. */
export const websocket: Model = {
  id: 'websocket',
  title: 'WebSocket',
  kind: 'http',
  packages: ['ws', 'isomorphic-ws', 'reconnecting-websocket'],
  exports: { default: 'WebSocket', WebSocket: 'WebSocket', '*': 'WebSocket' },
  ambient: { WebSocket: 'WebSocket', EventSource: 'EventSource' },
  types: {
    WebSocket: { construct: request({ url: '0', returns: 'socket' }) },
    EventSource: { construct: request({ url: '0', returns: 'socket' }) },
    socket: {
      members: { send: request({ url: '', data: ['0'] }), ...each(['close', 'on', 'once', 'addEventListener', 'ping'], {}) },
    },
  },
  source: 'WebSockets standard, developer.mozilla.org/docs/Web/API/WebSocket; ws 8 documentation (from memory, 2026-11)',
  examples: {
    finds: [withUser('', "return new WebSocket('wss://' + location.host + '/live?email=' + user.email); // ! pii-in-url")],
    silent: [withUser('', "return new WebSocket('wss://' + location.host + '/live?user=' + user.id);")],
  },
};
