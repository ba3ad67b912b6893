import type { Model } from '../../server/engine/model';
import { sends } from './shared/actions';
import { consented } from './shared/people';

export const twq: Model = {
  id: 'twq',
  title: 'X pixel',
  kind: 'ads',
  vendor: 'X (Twitter)',
  hosts: ['static.ads-twitter.com', 'ads-api.x.com'],
  packages: [],
  ambient: { twq: 'twq' },
  types: { twq: { call: sends(['1*']) } },
  consent: {
    recipient: 'ads',
    calls: { 'twq(init)': 'starts', 'twq(config)': 'starts', 'twq(track)': 'tracks', 'twq(event)': 'tracks' },
    scripts: ['static.ads-twitter.com'],
  },
  source: 'X Ads documentation (conversion tracking) (from memory, 2026-11)',
  examples: {
    finds: [consented('', "twq('event', 'tw-abc', { email_address: user.email }); // ! pii-to-third-party")],
    silent: [consented('', "twq('event', 'tw-abc', { value: 12 });")],
  },
};
