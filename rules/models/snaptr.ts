import type { Model } from '../../server/engine/model';
import { sends } from './shared/actions';
import { consented } from './shared/people';

export const snaptr: Model = {
  id: 'snaptr',
  title: 'Snap pixel',
  kind: 'ads',
  vendor: 'Snap',
  hosts: ['tr.snapchat.com'],
  packages: [],
  ambient: { snaptr: 'snaptr' },
  types: { snaptr: { call: sends(['1*']) } },
  consent: {
    recipient: 'ads',
    calls: { 'snaptr(init)': 'starts', 'snaptr(track)': 'tracks' },
    scripts: ['sc-static.net/scevent'],
  },
  source: 'Snap pixel documentation (from memory, 2026-11)',
  examples: {
    finds: [consented('', "snaptr('init', 'pixel', { user_email: user.email }); // ! pii-to-third-party")],
    silent: [consented('', "snaptr('track', 'PURCHASE', { transaction_id: orderId });")],
  },
};
