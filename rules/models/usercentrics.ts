import type { Model } from '../../server/engine/model';
import { consentTool } from './shared/consent-tool';

export const usercentrics: Model = {
  id: 'usercentrics',
  title: 'Usercentrics',
  ...consentTool({
    ambient: ['UC_UI', '__ucCmp'],
    answers: [
      'UC_UI.getServicesBaseInfo',
      'UC_UI.getServicesFullInfo',
      'UC_UI.areAllConsentsAccepted',
      '__ucCmp.getConsentDetails',
      '@ucEvent.detail',
      '@UC_CONSENT.detail',
    ],
    purposes: { essential: 'functional', functional: 'functional', marketing: 'marketing' },
    events: {
      UC_UI_INITIALIZED: 'answered',
      UC_UI_CMP_EVENT: 'answered',
      UC_UI_VIEW_CHANGED: 'answered',
      ucEvent: 'answered',
      UC_CONSENT: 'answered',
    },
    blocks: { 'uc-block.bundle.js': '' },
    calls: {
      'UC_UI.acceptAllConsents': 'grants',
      'UC_UI.denyAllConsents': 'stops',
      '__ucCmp.acceptAllConsents': 'grants',
      '__ucCmp.denyAllConsents': 'stops',
    },
  }),
  source: 'docs.usercentrics.com/cmp_v3 (UC_UI and __ucCmp) and the API description of its web CMP, read 2026-11',
  examples: {
    finds: [
      `window.addEventListener('UC_UI_INITIALIZED', () => {
  fbq('init', '1'); // ! tracking-without-consent
});`,
      `if (UC_UI.isInitialized()) gtag('config', 'G-1'); // ! tracking-without-consent`,
    ],
    silent: [
      `window.addEventListener('UC_UI_INITIALIZED', () => {
  if (UC_UI.areAllConsentsAccepted()) fbq('init', '1');
});`,
      `window.addEventListener('ucEvent', (event) => {
  if (event.detail['Google Analytics'] === true) gtag('config', 'G-1');
});`,
      `const details = await __ucCmp.getConsentDetails();
if (details.consent.status === 'ALL_ACCEPTED') fbq('init', '1');`,
    ],
  },
};
