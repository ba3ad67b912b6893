import type { Model } from '../../server/engine/model';
import { withUser } from './shared/snippets';
import { clientMethods, request } from './shared/http-client';

const methods = {
  ...clientMethods('params', 'baseURL', 'answer'),
  request: request({ url: '0.url', data: ['0.data'], params: ['0.params'], baseUrl: 'baseURL', reader: 'answer' }),
};

export const nestjsAxios: Model = {
  id: '@nestjs/axios',
  title: 'Nest HttpService',
  kind: 'http',
  packages: ['@nestjs/axios'],
  exports: { HttpService: 'HttpService', HttpModule: 'HttpModule' },
  ambient: { HttpService: 'HttpService' },
  types: {
    HttpService: { construct: { returns: 'service' } },
    HttpModule: { members: { register: {}, registerAsync: {} } },
    service: { members: { ...methods, axiosRef: 'axiosRef' } },
    axiosRef: { members: methods },
  },
  source: '@nestjs/axios 4 documentation, docs.nestjs.com/techniques/http-module (from memory, 2026-11)',
  examples: {
    finds: [
      withUser(
        "import { HttpService } from '@nestjs/axios';",
        'const http = new HttpService();',
        "return http.get('/search', { params: { email: user.email } }); // ! pii-in-url",
      ),
    ],
    silent: [
      withUser(
        "import { HttpService } from '@nestjs/axios';",
        'const http = new HttpService();',
        "return http.post('/profile', { email: user.email });",
      ),
    ],
  },
};
