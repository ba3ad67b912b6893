import type { Model } from '../../server/engine/model';
import { each, sends } from './shared/actions';
import { withUser } from './shared/people';
import { surface } from './shared/surface';

const setters = {
  ...each(
    ['setParams', 'setSessionData', 'setCustomData', 'setTag', 'setHeader', 'setTags', 'setError', 'sendError'],
    sends(['*']),
  ),
  ...each(['setBreadcrumb', 'addBreadcrumb', 'addDistributedTags'], sends(['*'])),
};
const api = surface({ main: 'Appsignal', classes: { Appsignal: 'client' }, members: setters });

export const appsignalNodejs: Model = {
  id: '@appsignal/nodejs',
  title: 'AppSignal',
  kind: 'monitoring',
  vendor: 'AppSignal',
  hosts: ['push.appsignal.com', 'appsignal-endpoint.net'],
  packages: ['@appsignal/nodejs', '@appsignal/javascript'],
  exports: api.exports,
  ambient: { appsignal: 'client' },
  types: { ...api.types, client: { members: setters } },
  source: 'AppSignal for Node.js 3 documentation (from memory, 2026-11)',
  examples: {
    finds: [withUser("import { setTag } from '@appsignal/nodejs';", "setTag('email', user.email); // ! pii-to-third-party")],
    silent: [withUser("import { setTag } from '@appsignal/nodejs';", "setTag('user_id', user.id);")],
  },
};
