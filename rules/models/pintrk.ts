import type { Model } from '../../server/engine/model';
import { sends } from './shared/actions';
import { consented } from './shared/people';

export const pintrk: Model = {
  id: 'pintrk',
  title: 'Pinterest tag',
  kind: 'ads',
  vendor: 'Pinterest',
  hosts: ['ct.pinterest.com', 'api.pinterest.com'],
  packages: [],
  ambient: { pintrk: 'pintrk' },
  types: { pintrk: { call: sends(['1*']) } },
  consent: {
    recipient: 'ads',
    calls: { 'pintrk(load)': 'starts', 'pintrk(track)': 'tracks', 'pintrk(page)': 'tracks' },
    scripts: ['s.pinimg.com/ct'],
  },
  source: 'Pinterest tag documentation (enhanced match) (from memory, 2026-11)',
  examples: {
    finds: [consented('', "pintrk('load', '2612345678901', { em: user.email }); // ! pii-to-third-party")],
    silent: [consented('', "pintrk('track', 'checkout', { order_id: orderId });")],
  },
};
