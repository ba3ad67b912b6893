import type { Model } from '../../server/engine/model';
import { withUser } from './shared/snippets';
import { optionMethods } from './shared/http-client';

const members = {
  ...optionMethods('searchParams', ['json', 'body'], 'prefixUrl'),
  create: { returns: 'ky', config: 0 },
  extend: { returns: 'ky', config: 0 },
};

export const ky: Model = {
  id: 'ky',
  title: 'ky',
  kind: 'http',
  packages: ['ky', 'ky-universal'],
  exports: { default: 'ky', '*': 'ky' },
  ambient: { ky: 'ky' },
  types: { ky: { call: members.get, members } },
  source: 'ky 1 documentation, github.com/sindresorhus/ky (from memory, 2026-11)',
  examples: {
    finds: [
      withUser("import ky from 'ky';", "await ky.get('api/search', { searchParams: { email: user.email } }); // ! pii-in-url"),
    ],
    silent: [withUser("import ky from 'ky';", "await ky.post('api/profile', { json: { email: user.email } });")],
  },
};
