import type { Model } from '../../server/engine/model';
import { consentTool } from './shared/consent-tool';

export const klaro: Model = {
  id: 'klaro',
  title: 'Klaro',
  ...consentTool({
    ambient: ['klaro'],
    packages: ['klaro', 'klaro/dist/*'],
    answers: ['klaro.getManager.getConsent', 'klaro.getManager.consents', 'getManager.getConsent', 'getManager.consents'],
    purposes: { 'google-analytics': 'analytics', matomo: 'analytics', facebook: 'marketing' },
    calls: {},
  }),
  source:
    'Klaro JavaScript API, klaro.org/docs/api/js_api, and klaro-org/klaro-js, src/consent-manager.js: getConsent, consents, confirmed, read 2026-11',
  examples: {
    finds: [
      `import * as klaro from 'klaro';
const manager = klaro.getManager();
if (manager.confirmed) gtag('config', 'G-1'); // ! tracking-without-consent`,
    ],
    silent: [
      `import * as klaro from 'klaro';
const manager = klaro.getManager();
if (manager.getConsent('google-analytics')) gtag('config', 'G-1');`,
      `if (klaro.getManager().consents['facebook']) fbq('init', '1');`,
    ],
  },
};
