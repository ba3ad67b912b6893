import type { Model } from '../../server/engine/model';
import { each, sends } from './shared/actions';
import { consented } from './shared/people';
import { surface } from './shared/surface';

const api = surface({ members: { Userpilot: 'client' } });

export const userpilot: Model = {
  id: 'userpilot',
  title: 'Userpilot',
  kind: 'analytics',
  vendor: 'Userpilot',
  hosts: ['api.userpilot.io'],
  packages: ['userpilot'],
  exports: api.exports,
  ambient: { userpilot: 'client' },
  types: {
    ...api.types,
    client: {
      members: { ...each(['identify', 'track'], sends(['*'])), ...each(['initialize', 'reload', 'anonymous', 'trigger'], {}) },
    },
  },
  consent: {
    recipient: 'analytics',
    calls: { 'client.initialize': 'starts', 'client.track': 'tracks', 'client.identify': 'identifies' },
  },
  source: 'Userpilot documentation of its JavaScript SDK (from memory, 2026-11)',
  examples: {
    finds: [
      consented(
        "import { Userpilot } from 'userpilot';",
        'Userpilot.identify(user.id, { email: user.email }); // ! pii-to-third-party',
      ),
    ],
    silent: [consented("import { Userpilot } from 'userpilot';", "Userpilot.track('ordered', { orderId });")],
  },
};
