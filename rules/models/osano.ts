import type { Model } from '../../server/engine/model';
import { consentTool } from './shared/consent-tool';

export const osano: Model = {
  id: 'osano',
  title: 'Osano',
  ...consentTool({
    ambient: ['Osano'],
    answers: [
      'Osano.cm.getConsent',
      'Osano.cm.analytics',
      'Osano.cm.marketing',
      'Osano.cm.personalization',
      'Osano.cm.storage',
      '@osano-cm-consent-saved',
      '@osano-cm-consent-changed',
      '@osano-cm-initialized',
      '@osano-cm-consent-new',
    ],
    purposes: {
      ESSENTIAL: 'functional',
      STORAGE: 'unknown',
      ANALYTICS: 'analytics',
      MARKETING: 'marketing',
      PERSONALIZATION: 'personalization',
    },
    events: {
      'osano-cm-consent-saved': 'answered',
      'osano-cm-consent-changed': 'answered',
      'osano-cm-consent-new': 'answered',
      'osano-cm-initialized': 'answered',
    },
    blocks: { 'cmp.osano.com/': '' },
    calls: {},
  }),
  source: 'developers.osano.com/cmp/javascript-api (functions, properties and events of Osano.cm), read 2026-11',
  examples: {
    finds: [
      `Osano.cm.addEventListener('osano-cm-consent-saved', () => {
  fbq('init', '1'); // ! tracking-without-consent
});`,
    ],
    silent: [
      `Osano.cm.addEventListener('osano-cm-consent-saved', (change) => {
  if (change.MARKETING === 'ACCEPT') fbq('init', '1');
});`,
      `if (Osano.cm.getConsent().ANALYTICS === 'ACCEPT') gtag('config', 'G-1');`,
      `if (Osano.cm.analytics) gtag('config', 'G-1');`,
    ],
  },
};
