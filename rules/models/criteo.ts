import type { Model } from '../../server/engine/model';
import { sends } from './shared/actions';
import { consented } from './shared/people';

export const criteo: Model = {
  id: 'criteo',
  title: 'Criteo OneTag',
  kind: 'ads',
  vendor: 'Criteo',
  hosts: ['dynamic.criteo.com', 'gum.criteo.com'],
  packages: [],
  ambient: { criteo_q: 'queue' },
  types: { queue: { members: { push: sends(['*']) } } },
  consent: { recipient: 'ads', calls: { 'queue.push': 'tracks' }, scripts: ['static.criteo.net', 'dynamic.criteo.com'] },
  source: 'Criteo OneTag documentation (from memory, 2026-11)',
  examples: {
    finds: [consented('', "criteo_q.push({ event: 'setEmail', email: user.email }); // ! pii-to-third-party")],
    silent: [consented('', "criteo_q.push({ event: 'viewHome' });")],
  },
};
