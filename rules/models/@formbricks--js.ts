import type { Model } from '../../server/engine/model';
import { each, sends } from './shared/actions';
import { consented } from './shared/people';
import { surface } from './shared/surface';

const calls = {
  ...each(['init', 'setup'], { ...sends(['0.userId', '0.attributes']), config: 0 }),
  ...each(['setUserId', 'setEmail', 'setAttribute', 'setAttributes', 'track'], sends(['*'])),
  ...each(['logout', 'registerRouteChange', 'reset'], {}),
};
const api = surface({ members: calls });

export const formbricksJs: Model = {
  id: '@formbricks/js',
  title: 'Formbricks',
  kind: 'survey',
  vendor: 'Formbricks',
  hosts: ['app.formbricks.com'],
  packages: ['@formbricks/js', '@formbricks/js/*', '@formbricks/react-native'],
  exports: api.exports,
  ambient: { formbricks: 'module' },
  types: api.types,
  source: '@formbricks/js 4 documentation (from memory, 2026-11)',
  examples: {
    finds: [
      consented("import formbricks from '@formbricks/js';", 'await formbricks.setEmail(user.email); // ! pii-to-third-party'),
    ],
    silent: [consented("import formbricks from '@formbricks/js';", 'await formbricks.setUserId(user.id);')],
  },
};
