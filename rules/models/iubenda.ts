import type { Model } from '../../server/engine/model';
import { consentTool } from './shared/consent-tool';

export const iubenda: Model = {
  id: 'iubenda',
  title: 'iubenda',
  ...consentTool({
    ambient: ['_iub'],
    answers: [
      '_iub.cs.consent',
      '@onPreferenceExpressed.purposes',
      '@onPreferenceExpressed.consent',
      '@onPreferenceExpressedOrNotNeeded.purposes',
    ],
    purposes: { 1: 'functional', 2: 'functional', 3: 'functional', 4: 'analytics', 5: 'marketing' },
    events: {
      onConsentGiven: 'yes',
      onPreferenceExpressed: 'answered',
      onPreferenceExpressedOrNotNeeded: 'answered',
      onConsentRejected: 'answered',
    },
    blocks: { 'iubenda.com/autoblocking/': '' },
    calls: {},
  }),
  source:
    'iubenda.com/en/help/1205 (callbacks) and the purposes of taggingdocs.com/consent/cmp-integration/iubenda, read 2026-11',
  examples: {
    finds: [
      `_iub.csConfiguration.callback = {
  onPreferenceExpressed: () => {
    fbq('init', '1'); // ! tracking-without-consent
  },
};`,
    ],
    silent: [
      `_iub.csConfiguration.callback = {
  onPreferenceExpressed: (preference) => {
    if (preference.purposes[4]) gtag('config', 'G-1');
    if (preference.purposes['5']) fbq('init', '1');
  },
};`,
      `_iub.csConfiguration.callback = {
  onConsentGiven: () => {
    fbq('init', '1');
  },
};`,
    ],
  },
};
