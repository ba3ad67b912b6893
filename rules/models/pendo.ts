import type { Model } from '../../server/engine/model';
import { each, sends } from './shared/actions';
import { consented } from './shared/people';

export const pendo: Model = {
  id: 'pendo',
  title: 'Pendo',
  kind: 'analytics',
  vendor: 'Pendo',
  hosts: ['app.pendo.io', 'data.pendo.io'],
  packages: [],
  ambient: { pendo: 'pendo' },
  types: {
    pendo: {
      members: { ...each(['initialize', 'identify', 'updateOptions'], sends(['*'])), track: sends(['1']), clearSession: {} },
    },
  },
  consent: {
    recipient: 'analytics',
    calls: { 'pendo.initialize': 'starts', 'pendo.track': 'tracks', 'pendo.identify': 'identifies' },
    scripts: ['cdn.pendo.io'],
  },
  source: 'Pendo web SDK reference (from memory, 2026-11)',
  examples: {
    finds: [consented('', 'pendo.initialize({ visitor: { id: user.id, email: user.email } }); // ! pii-to-third-party')],
    silent: [consented('', 'pendo.initialize({ visitor: { id: user.id } });')],
  },
};
