import type { Model } from '../../server/engine/model';
import { withUser } from './shared/snippets';
import { each } from './shared/functions';
import { request } from './shared/http-client';

/** A chain: the URL first, parts of the request added, sent by the method. */
export const wretch: Model = {
  id: 'wretch',
  title: 'wretch',
  kind: 'http',
  packages: ['wretch', 'wretch/*'],
  exports: { default: 'wretch', '*': 'wretch' },
  types: {
    wretch: { call: { ...request({ url: '0', returns: 'chain' }), config: 1 } },
    chain: {
      members: {
        ...each(['url', 'get', 'delete', 'head'], request({ url: '0', returns: 'receiver' })),
        ...each(['post', 'put', 'patch'], request({ url: '1', data: ['0'], returns: 'receiver' })),
        ...each(['json', 'body', 'formData', 'formUrl'], request({ url: '', data: ['0'], returns: 'receiver' })),
        query: request({ url: '', params: ['0'], returns: 'receiver' }),
        ...each(['auth', 'headers', 'options', 'addon', 'middlewares', 'catcher', 'res', 'text', 'blob'], {
          returns: 'receiver',
        }),
      },
    },
  },
  source: 'wretch 3 documentation, github.com/elbywan/wretch (from memory, 2026-11)',
  examples: {
    finds: [withUser("import wretch from 'wretch';", 'await wretch(`/api/members/${user.email}`).get().json(); // ! pii-in-url')],
    silent: [withUser("import wretch from 'wretch';", "await wretch('/api/profile').post({ email: user.email }).res();")],
  },
};
