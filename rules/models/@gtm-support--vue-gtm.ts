import type { Model } from '../../server/engine/model';
import { sends } from './shared/actions';
import { surface } from './shared/surface';

const api = surface({
  main: 'VueGtm',
  members: { VueGtm: 'plugin', createGtm: { config: 0 }, useGtm: { returns: 'manager' } },
});

export const vueGtm: Model = {
  id: '@gtm-support/vue-gtm',
  title: 'Google Tag Manager for Vue',
  kind: 'analytics',
  vendor: 'Google Analytics',
  packages: ['@gtm-support/vue-gtm', '@gtm-support/vue2-gtm'],
  exports: api.exports,
  types: {
    ...api.types,
    plugin: {},
    manager: { members: { trackEvent: sends(['0']), trackView: sends(['*']), enable: {}, debug: {} } },
  },
  consent: {
    recipient: 'analytics',
    sdk: 'gtag',
    calls: {
      createGtm: 'starts',
      'manager.enable': 'grants',
      'manager.trackEvent': 'tracks',
      'manager.trackView': 'tracks',
    },
    plugins: ['plugin'],
    waits: { '0.enabled': false, '1.enabled': false },
  },
  source: '@gtm-support/vue-gtm 3 README (from memory, 2026-11)',
  examples: {
    finds: [
      "import { createGtm } from '@gtm-support/vue-gtm';\napp.use(createGtm({ id: 'GTM-1' })); // ! tracking-without-consent",
    ],
    silent: ["import { createGtm } from '@gtm-support/vue-gtm';\napp.use(createGtm({ id: 'GTM-1', enabled: false }));"],
  },
};
