import type { Model } from '../../server/engine/model';
import { consentTool } from './shared/consent-tool';

export const fidesJs: Model = {
  id: 'fides-js',
  title: 'Fides',
  ...consentTool({
    ambient: ['Fides'],
    answers: ['Fides.consent', '@FidesInitialized.detail.consent', '@FidesUpdated.detail.consent', '@FidesReady.detail.consent'],
    objections: ['data_sales_and_sharing_opt_out'],
    purposes: {
      essential: 'functional',
      functional: 'functional',
      analytics: 'analytics',
      marketing: 'marketing',
      advertising: 'marketing',
    },
    events: { FidesInitialized: 'answered', FidesReady: 'answered', FidesUpdated: 'answered', FidesUIShown: 'answered' },
    calls: {},
  }),
  source: 'Fides documentation of fides-js: window.Fides and FidesEvents (from memory, 2026-11)',
  examples: {
    finds: [
      `window.addEventListener('FidesInitialized', () => {
  fbq('init', '1'); // ! tracking-without-consent
});`,
    ],
    silent: [
      `window.addEventListener('FidesUpdated', (event) => {
  if (event.detail.consent.marketing) fbq('init', '1');
});`,
      `if (Fides.consent.analytics) gtag('config', 'G-1');`,
    ],
  },
};
