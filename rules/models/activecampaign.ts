import type { Model } from '../../server/engine/model';
import { sends } from './shared/actions';
import { consented } from './shared/people';

export const activecampaign: Model = {
  id: 'activecampaign',
  title: 'ActiveCampaign',
  kind: 'marketing',
  vendor: 'ActiveCampaign',
  hosts: ['api-us1.com', 'trackcmp.net'],
  packages: [],
  ambient: { vgo: 'vgo' },
  types: { vgo: { call: sends(['1*']) } },
  source: 'ActiveCampaign site tracking documentation (from memory, 2026-11)',
  examples: {
    finds: [consented('', "vgo('setEmail', user.email); // ! pii-to-third-party")],
    silent: [consented('', "vgo('process');")],
  },
};
