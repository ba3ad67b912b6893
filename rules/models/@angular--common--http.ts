import type { Model } from '../../server/engine/model';
import { withUser } from './shared/snippets';
import { each } from './shared/functions';
import { clientMethods, request } from './shared/http-client';

export const angularHttp: Model = {
  id: '@angular/common/http',
  title: 'Angular HttpClient',
  kind: 'http',
  packages: ['@angular/common/http'],
  exports: { HttpClient: 'HttpClient', HttpParams: 'HttpParams' },
  ambient: { HttpClient: 'HttpClient' },
  types: {
    HttpClient: { construct: { returns: 'client' } },
    client: {
      members: { ...clientMethods('params'), request: request({ url: '1', data: ['2.body'], params: ['2.params'] }) },
    },
    HttpParams: { construct: { content: 'arguments', returns: 'params' } },
    params: {
      members: each(['set', 'append', 'appendAll'], { content: 'all', returns: 'receiver' }),
    },
  },
  source: 'Angular 20 documentation, angular.dev/api/common/http/HttpClient (from memory, 2026-11)',
  examples: {
    finds: [
      [
        "import { HttpClient } from '@angular/common/http';",
        'interface User { id: string; email: string; fullName: string }',
        'export class Members {',
        '  constructor(private http: HttpClient) {}',
        '  search(user: User) {',
        "    return this.http.get('/api/search', { params: { email: user.email } }); // ! pii-in-url",
        '  }',
        '}',
      ].join('\n'),
    ],
    silent: [
      withUser(
        "import { HttpClient } from '@angular/common/http';",
        "const save = (http: HttpClient) => http.post('/api/profile', { email: user.email });",
        'return save;',
      ),
    ],
  },
};
