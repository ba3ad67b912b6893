import type { Model } from '../../server/engine/model';
import { sends } from './shared/actions';
import { withUser } from './shared/people';

export const helpscout: Model = {
  id: 'helpscout',
  title: 'Help Scout Beacon',
  kind: 'support',
  vendor: 'Help Scout',
  hosts: ['api.helpscout.net', 'beaconapi.helpscout.net'],
  packages: [],
  ambient: { Beacon: 'beacon' },
  types: { beacon: { call: sends(['1*']) } },
  source: 'Help Scout Beacon 2 JavaScript API (from memory, 2026-11)',
  examples: {
    finds: [withUser('', "Beacon('identify', { name: user.fullName, email: user.email }); // ! pii-to-third-party")],
    silent: [withUser('', "Beacon('open');")],
  },
};
