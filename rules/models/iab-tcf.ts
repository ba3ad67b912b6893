import type { Model } from '../../server/engine/model';
import { consentTool } from './shared/consent-tool';

export const iabTcf: Model = {
  id: 'iab-tcf',
  title: 'IAB Transparency and Consent Framework',
  ...consentTool({
    ambient: ['__tcfapi'],
    answers: [
      '__tcfapi().purpose.consents',
      '__tcfapi().vendor.consents',
      '__tcfapi().specialFeatureOptins',
      '__tcfapi().publisher.consents',
    ],
    purposes: {
      1: 'unknown',
      2: 'marketing',
      3: 'marketing',
      4: 'marketing',
      5: 'personalization',
      6: 'personalization',
      7: 'unknown',
      8: 'analytics',
      9: 'analytics',
      10: 'analytics',
      11: 'personalization',
    },
    calls: {},
  }),
  source:
    'IAB Tech Lab, TCFv2/IAB Tech Lab - CMP API v2.md, final 2.1 of May 2023: TCData, and the purposes of TCF 2.2, read 2026-11',
  examples: {
    finds: [
      `__tcfapi('addEventListener', 2, (tcData, success) => {
  if (success && tcData.eventStatus === 'tcloaded') fbq('init', '1'); // ! tracking-without-consent
});`,
    ],
    silent: [
      `__tcfapi('addEventListener', 2, (data) => {
  if (data.purpose.consents[4]) fbq('init', '1');
  if (data.purpose.consents[8]) gtag('config', 'G-1');
});`,
      `__tcfapi('getTCData', 2, (data) => {
  if (data.vendor.consents[755]) gtag('config', 'G-1');
});`,
    ],
  },
};
