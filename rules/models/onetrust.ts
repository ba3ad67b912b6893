import type { Model } from '../../server/engine/model';
import { consentTool } from './shared/consent-tool';

export const onetrust: Model = {
  id: 'onetrust',
  title: 'OneTrust',
  ...consentTool({
    ambient: ['OneTrust', 'Optanon', 'OnetrustActiveGroups', 'OptanonActiveGroups'],
    answers: [
      'OnetrustActiveGroups',
      'OptanonActiveGroups',
      '@OneTrustGroupsUpdated.detail',
      'OneTrust.OnConsentChanged().detail',
      'OneTrust.getPurposeConsentStatus',
    ],
    purposes: { C0001: 'functional', C0002: 'analytics', C0003: 'functional', C0004: 'marketing', C0005: 'marketing' },
    events: {
      OneTrustGroupsUpdated: 'answered',
      OTConsentApplied: 'answered',
      'consent.onetrust': 'answered',
      OneTrustPCLoaded: 'answered',
    },
    blocks: { 'OtAutoBlock.js': '' },
    calls: {
      'OneTrust.AllowAll': 'grants',
      'OneTrust.RejectAll': 'stops',
      'Optanon.AllowAll': 'grants',
      'Optanon.RejectAll': 'stops',
    },
  }),
  source:
    'developer.onetrust.com/onetrust/docs/javascript-events-guide and /docs/when-consent-changes (ids of categories), read 2026-11',
  examples: {
    finds: [
      `OneTrust.OnConsentChanged(() => {
  fbq('init', '1'); // ! tracking-without-consent
});`,
      `if (OnetrustActiveGroups.includes('C0003')) fbq('init', '1'); // ! tracking-without-consent`,
      `window.addEventListener('OneTrustGroupsUpdated', () => {
  gtag('config', 'G-1'); // ! tracking-without-consent
});`,
    ],
    silent: [
      `window.addEventListener('OneTrustGroupsUpdated', (event) => {
  if (event.detail.includes('C0002')) gtag('config', 'G-1');
});`,
      `const groups = window.OnetrustActiveGroups ?? '';
if (groups.split(',').includes('C0004')) fbq('init', '1');`,
    ],
  },
};
