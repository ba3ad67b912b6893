import type { Model } from '../../server/engine/model';
import { consentTool } from './shared/consent-tool';

export const fidesJs: Model = {
  id: 'fides-js',
  title: 'Fides',
  ...consentTool({
    ambient: ['Fides'],
    answers: [
      'Fides.consent',
      '@FidesInitialized.detail.consent',
      '@FidesConsentLoaded.detail.consent',
      '@FidesReady.detail.consent',
      '@FidesUpdating.detail.consent',
      '@FidesUpdated.detail.consent',
    ],
    objections: ['data_sales_and_sharing_opt_out'],
    purposes: {
      essential: 'functional',
      functional: 'functional',
      analytics: 'analytics',
      marketing: 'marketing',
      advertising: 'marketing',
    },
    // What an event brings may be a refusal or a default: none of them is a yes.
    events: {
      FidesInitialized: 'answered',
      FidesConsentLoaded: 'answered',
      FidesReady: 'answered',
      FidesUpdating: 'answered',
      FidesUpdated: 'answered',
      FidesUIShown: 'answered',
      FidesUIChanged: 'answered',
      FidesModalClosed: 'answered',
    },
    calls: {},
  }),
  source: 'ethyca/fides, clients/fides-js/docs/interfaces/FidesEvent.md: the list of events and detail.consent, read 2026-11',
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
      `window.addEventListener('FidesConsentLoaded', (event) => {
  if (event.detail.consent.analytics) gtag('config', 'G-1');
});`,
      `if (Fides.consent.analytics) gtag('config', 'G-1');`,
    ],
  },
};
