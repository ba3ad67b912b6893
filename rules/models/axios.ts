import type { Model } from '../../server/engine/model';
import { withUser } from './shared/snippets';
import { each } from './shared/functions';
import { clientMethods, request } from './shared/http-client';

const whole = request({ url: '0.url', data: ['0.data'], params: ['0.params'], baseUrl: '0.baseURL', reader: 'answer' });
const ofInstance = request({ url: '0.url', data: ['0.data'], params: ['0.params'], baseUrl: 'baseURL', reader: 'answer' });
const methods = {
  ...clientMethods('params', 'baseURL', 'answer'),
  ...each(
    ['postForm', 'putForm', 'patchForm'],
    request({ url: '0', data: ['1'], params: ['2.params'], baseUrl: 'baseURL', reader: 'answer' }),
  ),
  request: ofInstance,
};
const members = { ...methods, create: { returns: 'client', config: 0 }, isAxiosError: {} };

export const axios: Model = {
  id: 'axios',
  title: 'axios',
  kind: 'http',
  packages: ['axios'],
  exports: { default: 'axios', axios: 'axios', '*': 'axios', Axios: 'Axios', AxiosInstance: 'Axios' },
  ambient: { axios: 'axios', AxiosInstance: 'Axios' },
  types: {
    axios: { call: whole, members },
    Axios: { construct: { returns: 'client', config: 0 } },
    client: { call: ofInstance, members: methods },
  },
  source: 'axios 1.13 documentation, axios-http.com/docs/api_intro (from memory, 2026-11)',
  examples: {
    finds: [
      withUser("import axios from 'axios';", "await axios.get('/search', { params: { email: user.email } }); // ! pii-in-url"),
      withUser(
        "import axios from 'axios';",
        "const partner = axios.create({ baseURL: 'https://partner.example' });",
        "await partner.post('/import', { email: user.email }); // ! pii-to-third-party",
      ),
      withUser(
        "import axios from 'axios';",
        "const partner = axios.create({ baseURL: 'https://partner.example' });",
        "await partner({ method: 'post', url: '/import', data: { email: user.email } }); // ! pii-to-third-party",
      ),
    ],
    silent: [
      withUser("import axios from 'axios';", "await axios.post('/profile', { email: user.email });"),
      withUser("import axios from 'axios';", "await axios.get('/orders', { params: { customer: user.id } });"),
    ],
  },
};
