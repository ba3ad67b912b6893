import type { Model } from '../../server/engine/model';
import { each, sends } from './shared/actions';
import { consented } from './shared/people';
import { surface } from './shared/surface';

const api = surface({ main: 'Analytics', classes: { Analytics: 'client' }, members: { AnalyticsBrowser: 'browser' } });

export const juneSoAnalyticsNode: Model = {
  id: '@june-so/analytics-node',
  title: 'June',
  kind: 'analytics',
  vendor: 'June',
  hosts: ['api.june.so'],
  packages: ['@june-so/analytics-node', '@june-so/analytics-next'],
  exports: api.exports,
  types: {
    ...api.types,
    browser: { members: { load: { returns: 'client', config: 1 } } },
    client: { members: { ...each(['identify', 'track', 'page', 'group', 'alias'], sends(['*'])), flush: {} } },
  },
  consent: {
    recipient: 'analytics',
    calls: {
      'browser.load': 'starts',
      'client.track': 'tracks',
      'client.page': 'tracks',
      'client.identify': 'identifies',
      'client.group': 'identifies',
      'client.alias': 'identifies',
    },
  },
  source: 'June documentation of its Node.js SDK (from memory, 2026-11)',
  examples: {
    finds: [
      consented(
        "import { Analytics } from '@june-so/analytics-node';\nconst june = new Analytics('key');",
        'june.identify({ userId: user.id, traits: { email: user.email } }); // ! pii-to-third-party',
      ),
    ],
    silent: [
      consented(
        "import { Analytics } from '@june-so/analytics-node';\nconst june = new Analytics('key');",
        "june.track({ userId: user.id, event: 'ordered' });",
      ),
    ],
  },
};
