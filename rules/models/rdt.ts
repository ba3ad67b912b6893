import type { Model } from '../../server/engine/model';
import { sends } from './shared/actions';
import { consented } from './shared/people';

export const rdt: Model = {
  id: 'rdt',
  title: 'Reddit pixel',
  kind: 'ads',
  vendor: 'Reddit',
  hosts: ['alb.reddit.com', 'ads-api.reddit.com'],
  packages: [],
  ambient: { rdt: 'rdt' },
  types: { rdt: { call: sends(['1*']) } },
  consent: { recipient: 'ads', calls: { 'rdt(init)': 'starts', 'rdt(track)': 'tracks' }, scripts: ['www.redditstatic.com/ads'] },
  source: 'Reddit pixel documentation (advanced matching) (from memory, 2026-11)',
  examples: {
    finds: [consented('', "rdt('init', 'a2_pixel', { email: user.email }); // ! pii-to-third-party")],
    silent: [consented('', "rdt('track', 'Purchase', { itemCount: 1 });")],
  },
};
