import type { Model } from '../../server/engine/model';
import { sends } from './shared/actions';
import { surface } from './shared/surface';

const api = surface({
  main: 'VueGtag',
  members: {
    VueGtag: 'plugin',
    createGtag: { config: 0 },
    bootstrap: {},
    optIn: {},
    optOut: {},
    event: sends(['1']),
    query: sends(['*']),
  },
});

export const vueGtag: Model = {
  id: 'vue-gtag',
  title: 'Google tag for Vue',
  kind: 'analytics',
  vendor: 'Google Analytics',
  packages: ['vue-gtag', 'vue-gtag-next'],
  exports: api.exports,
  types: { ...api.types, plugin: {} },
  consent: {
    recipient: 'analytics',
    sdk: 'gtag',
    calls: { createGtag: 'starts', bootstrap: 'starts', event: 'tracks', optIn: 'grants', optOut: 'stops' },
    plugins: ['plugin'],
    waits: {
      '0.initMode': 'manual',
      '1.bootstrap': false,
      '1.enabled': false,
      '1.isEnabled': false,
    },
  },
  source: 'vue-gtag 2 and 3 documentation (from memory, 2026-11)',
  examples: {
    finds: [
      "import VueGtag from 'vue-gtag';\napp.use(VueGtag, { config: { id: 'G-1' } }); // ! tracking-without-consent",
      "import { createGtag } from 'vue-gtag';\napp.use(createGtag({ tagId: 'G-1' })); // ! tracking-without-consent",
    ],
    silent: [
      "import VueGtag from 'vue-gtag';\napp.use(VueGtag, { config: { id: 'G-1' }, bootstrap: false });",
      "import { createGtag } from 'vue-gtag';\napp.use(createGtag({ tagId: 'G-1', initMode: 'manual' }));",
    ],
  },
};
