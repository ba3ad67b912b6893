import type { Model } from '../../server/engine/model';
import { each, sends } from './shared/actions';
import { consented } from './shared/people';
import { surface } from './shared/surface';

const api = surface({ classes: { OpenPanel: 'client' }, members: { useOpenPanel: { returns: 'client' } } });

export const openpanelSdk: Model = {
  id: '@openpanel/sdk',
  title: 'OpenPanel',
  kind: 'analytics',
  vendor: 'OpenPanel',
  hosts: ['api.openpanel.dev'],
  packages: ['@openpanel/*'],
  exports: api.exports,
  types: {
    ...api.types,
    client: { members: each(['track', 'identify', 'setGlobalProperties', 'alias', 'increment', 'screenView'], sends(['*'])) },
  },
  consent: {
    recipient: 'analytics',
    cookieless: true,
    calls: {
      'new OpenPanel': 'starts',
      'client.track': 'tracks',
      'client.screenView': 'tracks',
      'client.identify': 'identifies',
    },
    components: ['OpenPanelComponent'],
  },
  source: 'OpenPanel SDK documentation (from memory, 2026-11)',
  examples: {
    finds: [
      consented(
        "import { OpenPanel } from '@openpanel/web';",
        "const op = new OpenPanel({ clientId: 'id' });",
        'op.identify({ profileId: user.id, email: user.email }); // ! pii-to-third-party',
      ),
    ],
    silent: [
      consented(
        "import { OpenPanel } from '@openpanel/web';",
        "const op = new OpenPanel({ clientId: 'id' });",
        "op.track('ordered', { orderId });",
      ),
    ],
  },
};
