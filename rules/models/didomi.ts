import type { Model } from '../../server/engine/model';
import { consentTool } from './shared/consent-tool';

export const didomi: Model = {
  id: 'didomi',
  title: 'Didomi',
  ...consentTool({
    ambient: ['Didomi', 'didomiOnReady'],
    answers: [
      'Didomi.getCurrentUserStatus',
      'Didomi.getUserStatus',
      'Didomi.getUserConsentStatusForPurpose',
      'Didomi.getUserConsentStatusForVendor',
      'Didomi.getUserConsentStatusForAll',
      'didomiOnReady.push().getCurrentUserStatus',
      'didomiOnReady.push().getUserStatus',
      'didomiOnReady.push().getUserConsentStatusForPurpose',
      'didomiOnReady.push().getUserConsentStatusForVendor',
    ],
    purposes: {
      cookies: 'unknown',
      analytics: 'analytics',
      measure_content_performance: 'analytics',
      market_research: 'analytics',
      select_basic_ads: 'marketing',
      create_ads_profile: 'marketing',
      select_personalized_ads: 'marketing',
      measure_ad_performance: 'marketing',
      create_content_profile: 'personalization',
      select_personalized_content: 'personalization',
    },
    events: { 'didomi:consent': 'answered' },
    calls: { 'Didomi.setUserAgreeToAll': 'grants', 'Didomi.setUserDisagreeToAll': 'stops' },
  }),
  source: 'developers.didomi.io/cmp/web-sdk/reference/api and /third-parties/programmatic-api, read 2026-11',
  examples: {
    finds: [
      `window.didomiOnReady.push((Didomi) => {
  fbq('init', '1'); // ! tracking-without-consent
});`,
      `if (Didomi.notice.isVisible()) gtag('config', 'G-1'); // ! tracking-without-consent`,
    ],
    silent: [
      `if (!Didomi.isConsentRequired()) gtag('config', 'G-1');`,
      `window.didomiOnReady.push((sdk) => {
  if (sdk.getCurrentUserStatus().purposes['measure_ad_performance'].enabled) fbq('init', '1');
});`,
      `if (Didomi.getUserStatus().vendors.consent.enabled.includes('google')) gtag('config', 'G-1');`,
    ],
  },
};
