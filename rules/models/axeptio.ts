import type { Model } from '../../server/engine/model';
import { consentTool } from './shared/consent-tool';

export const axeptio: Model = {
  id: 'axeptio',
  title: 'Axeptio',
  ...consentTool({
    ambient: ['axeptioSDK', '_axcb'],
    answers: ['@cookies:complete', 'axeptioSDK.userPreferencesManager.choices'],
    purposes: { google_analytics: 'analytics', Google_Ads: 'marketing', facebook_pixel: 'marketing' },
    events: { 'cookies:complete': 'answered', 'cookies:*': 'answered' },
    calls: {},
  }),
  source:
    'Axeptio developer documentation, developers.axeptio.eu/v/english/cookies/gtag-and-google-consent-mode: _axcb, cookies:complete and the names of vendors, read 2026-11',
  examples: {
    finds: [
      `window._axcb.push((axeptio) => {
  axeptio.on('cookies:complete', () => {
    fbq('init', '1'); // ! tracking-without-consent
  });
});`,
    ],
    silent: [
      `window._axcb.push((axeptio) => {
  axeptio.on('cookies:complete', (choices) => {
    if (choices.facebook_pixel) fbq('init', '1');
  });
});`,
    ],
  },
};
