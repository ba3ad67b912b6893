import type { Model } from '../../server/engine/model';
import { each, sends } from './shared/actions';
import { withUser } from './shared/people';
import { surface } from './shared/surface';

const calls = {
  ...each(
    [
      'checkGate',
      'getConfig',
      'getDynamicConfig',
      'getExperiment',
      'getLayer',
      'updateUser',
      'updateUserAsync',
      'updateUserSync',
    ],
    sends(['0']),
  ),
  logEvent: sends(['*']),
  initialize: { ...sends(['1']), config: 2 },
  ...each(['initializeAsync', 'flush', 'shutdown'], {}),
};
const api = surface({ main: 'Statsig', members: { Statsig: 'client', ...calls } });

export const statsigJsClient: Model = {
  id: '@statsig/js-client',
  title: 'Statsig',
  kind: 'flags',
  vendor: 'Statsig',
  hosts: ['api.statsig.com', 'featuregates.org', 'events.statsigapi.net', 'prodregistryv2.org'],
  packages: ['@statsig/*', 'statsig-node', 'statsig-js', 'statsig-react'],
  exports: { ...api.exports, StatsigClient: 'class StatsigClient' },
  ambient: { statsig: 'client', Statsig: 'client' },
  components: { StatsigProvider: sends(['0.user']) },
  types: {
    ...api.types,
    'class StatsigClient': { construct: { ...sends(['1']), returns: 'client', config: 2 } },
    client: { members: calls },
  },
  source: 'Statsig SDK documentation (JavaScript client 3, Node.js server 6) (from memory, 2026-11)',
  examples: {
    finds: [withUser('', "Statsig.checkGate({ userID: user.id, email: user.email }, 'new-cart'); // ! pii-to-third-party")],
    silent: [withUser('', "Statsig.checkGate({ userID: user.id }, 'new-cart');")],
  },
};
