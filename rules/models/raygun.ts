import type { Model } from '../../server/engine/model';
import { sends } from './shared/actions';
import { withUser } from './shared/people';
import { surface } from './shared/surface';

const api = surface({ classes: { Client: 'client' }, members: { Client: 'class Client' } });

export const raygun: Model = {
  id: 'raygun',
  title: 'Raygun',
  kind: 'error-tracking',
  vendor: 'Raygun',
  hosts: ['api.raygun.com', 'api.raygun.io'],
  packages: ['raygun', 'raygun4js'],
  exports: { ...api.exports, default: 'rg4js', '*': 'raygun' },
  ambient: { rg4js: 'rg4js', Raygun: 'raygun', raygunClient: 'client' },
  types: {
    'class Client': { construct: { returns: 'client' } },
    raygun: { call: sends(['1*']), members: { Client: 'class Client' } },
    rg4js: { call: sends(['1*']), members: { Client: 'class Client' } },
    client: {
      members: {
        init: { returns: 'receiver', config: 0 },
        send: sends(['0', '1', '3', '4']),
        setUser: sends(['0']),
        setTags: sends(['0']),
      },
    },
  },
  source: 'raygun 2 and raygun4js 3 documentation (from memory, 2026-11)',
  examples: {
    finds: [
      withUser(
        "import rg4js from 'raygun4js';",
        "rg4js('setUser', { identifier: user.id, email: user.email }); // ! pii-to-third-party",
      ),
      withUser(
        "import raygun from 'raygun';\nconst client = new raygun.Client().init({ apiKey: 'key' });",
        'client.setTags([user.email]); // ! pii-to-third-party',
      ),
    ],
    silent: [withUser("import rg4js from 'raygun4js';", "rg4js('setUser', { identifier: user.id });")],
  },
};
