import type { Model } from '../../server/engine/model';
import { each, sends } from './shared/actions';
import { withUser } from './shared/people';

export const drift: Model = {
  id: 'drift',
  title: 'Drift',
  kind: 'support',
  vendor: 'Drift',
  hosts: ['driftapi.com', 'js.driftt.com'],
  packages: [],
  ambient: { drift: 'drift' },
  types: {
    drift: {
      members: { ...each(['identify', 'track'], sends(['*'])), api: 'api', ...each(['load', 'on', 'reset', 'page'], {}) },
    },
    api: { members: { setUserAttributes: sends(['0']) } },
  },
  source: 'Drift JavaScript API documentation (from memory, 2026-11)',
  examples: {
    finds: [withUser('', 'drift.identify(user.id, { email: user.email }); // ! pii-to-third-party')],
    silent: [withUser('', "drift.identify(user.id, { plan: 'free' });")],
  },
};
