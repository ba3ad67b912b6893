import type { Model } from '../../server/engine/model';
import { withUser } from './shared/snippets';
import { each } from './shared/functions';
import { request } from './shared/http-client';

const type = {
  members: {
    ajax: request({ url: '0.url', data: ['0.data'] }),
    post: request({ url: '0', data: ['1'] }),
    ...each(['get', 'getJSON'], request({ url: '0', params: ['1'] })),
  },
};

/** `$.ajax` takes URL and data in one object; data of `get` become the query. */
export const jquery: Model = {
  id: 'jquery',
  title: 'jQuery',
  kind: 'http',
  packages: ['jquery', 'jquery/*'],
  exports: { default: 'jquery', '*': 'jquery' },
  ambient: { $: 'jquery', jQuery: 'jquery' },
  types: { jquery: type },
  source: 'jQuery 3.7 documentation, api.jquery.com/category/ajax (from memory, 2026-11)',
  examples: {
    finds: [
      withUser('', "$.get('/search', { email: user.email }); // ! pii-in-url"),
      withUser(
        '',
        "$.ajax({ url: 'https://partner.example/import', method: 'POST', data: { email: user.email } }); // ! pii-to-third-party",
      ),
    ],
    silent: [withUser('', "$.post('/profile', { email: user.email });")],
  },
};
