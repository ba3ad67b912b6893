import type { Model } from '../../server/engine/model';
import { withUser } from './shared/snippets';
import { each } from './shared/functions';
import { request } from './shared/http-client';

const start = request({ url: '0', data: ['1'], returns: 'request' });
const members = each(['get', 'post', 'put', 'patch', 'delete', 'del', 'head'], start);
const sends = request({ url: '', data: ['0', '1'], returns: 'receiver' });

/** The request is opened first; what is sent later goes to the URL it was opened with. */
export const superagent: Model = {
  id: 'superagent',
  title: 'superagent',
  kind: 'http',
  packages: ['superagent', 'superagent-proxy'],
  exports: { default: 'superagent', '*': 'superagent' },
  ambient: { superagent: 'superagent' },
  types: {
    superagent: {
      call: request({ url: '1', data: [], returns: 'request' }),
      members: { ...members, agent: { returns: 'superagent' } },
    },
    request: {
      members: {
        ...each(['send', 'field', 'attach'], sends),
        query: request({ url: '', params: ['0'], returns: 'receiver' }),
        ...each(['set', 'accept', 'type', 'auth', 'timeout', 'retry', 'redirects', 'withCredentials'], { returns: 'receiver' }),
      },
    },
  },
  source: 'superagent 10 documentation, ladjs.github.io/superagent (from memory, 2026-11)',
  examples: {
    finds: [
      withUser(
        "import request from 'superagent';",
        "await request.get('/api/search').query({ email: user.email }); // ! pii-in-url",
      ),
    ],
    silent: [withUser("import request from 'superagent';", "await request.post('/api/profile').send({ email: user.email });")],
  },
};
