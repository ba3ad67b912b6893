import type { Model } from '../../server/engine/model';
import { each, sends } from './shared/actions';
import { consented } from './shared/people';

export const appcues: Model = {
  id: 'appcues',
  title: 'Appcues',
  kind: 'analytics',
  vendor: 'Appcues',
  hosts: ['api.appcues.com', 'fast.appcues.com'],
  packages: [],
  ambient: { Appcues: 'Appcues' },
  types: {
    Appcues: { members: { ...each(['identify', 'group', 'track'], sends(['*'])), ...each(['page', 'reset', 'show'], {}) } },
  },
  consent: {
    recipient: 'analytics',
    calls: {
      'Appcues.track': 'tracks',
      'Appcues.page': 'tracks',
      'Appcues.identify': 'identifies',
      'Appcues.group': 'identifies',
    },
  },
  source: 'Appcues JavaScript API reference (from memory, 2026-11)',
  examples: {
    finds: [consented('', 'Appcues.identify(user.id, { firstName: user.fullName }); // ! pii-to-third-party')],
    silent: [consented('', "Appcues.identify(user.id, { plan: 'free' });")],
  },
};
