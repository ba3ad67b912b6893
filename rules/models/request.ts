import type { Model } from '../../server/engine/model';
import { withUser } from './shared/snippets';
import { each } from './shared/functions';
import { request as http } from './shared/http-client';

const either = {
  data: ['0.body', '0.form', '0.json', '0.formData', '1.body', '1.form', '1.json', '1.formData'],
  params: ['0.qs', '1.qs'],
};
const call = http({ url: '0', ...either });

/** One options object with `url` or `uri`, or the URL first and the options after it. */
export const request: Model = {
  id: 'request',
  title: 'request',
  kind: 'http',
  packages: ['request', 'request-promise', 'request-promise-native'],
  exports: { default: 'request', '*': 'request' },
  types: {
    request: {
      call,
      members: {
        ...each(['get', 'post', 'put', 'patch', 'delete', 'del', 'head'], call),
        defaults: { returns: 'request', config: 0 },
      },
    },
  },
  source: 'request 2.88 and request-promise 4.2 documentation, github.com/request/request (from memory, 2026-11)',
  examples: {
    finds: [withUser("import request from 'request';", "request.get('/search', { qs: { email: user.email } }); // ! pii-in-url")],
    silent: [
      withUser("import request from 'request-promise';", "await request.post('/profile', { json: { email: user.email } });"),
    ],
  },
};
