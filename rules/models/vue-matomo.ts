import type { Model } from '../../server/engine/model';

export const vueMatomo: Model = {
  id: 'vue-matomo',
  title: 'Matomo for Vue',
  kind: 'analytics',
  vendor: 'Matomo',
  packages: ['vue-matomo'],
  exports: { default: 'plugin', '*': 'plugin' },
  types: { plugin: {} },
  consent: {
    recipient: 'analytics',
    sdk: 'matomo-tracker',
    plugins: ['plugin'],
    waits: { '1.requireConsent': true, '1.requireCookieConsent': true, '1.disableCookies': true },
  },
  source: 'vue-matomo 4 README (from memory, 2026-11)',
  examples: {
    finds: [
      "import VueMatomo from 'vue-matomo';\napp.use(VueMatomo, { host: 'https://m.example', siteId: 1 }); // ! tracking-without-consent",
    ],
    silent: [
      "import VueMatomo from 'vue-matomo';\napp.use(VueMatomo, { host: 'https://m.example', siteId: 1, requireConsent: true });",
    ],
  },
};
