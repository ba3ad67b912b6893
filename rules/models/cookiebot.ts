import type { Model } from '../../server/engine/model';
import { consentTool } from './shared/consent-tool';

export const cookiebot: Model = {
  id: 'cookiebot',
  title: 'Cookiebot',
  ...consentTool({
    ambient: ['Cookiebot'],
    answers: ['Cookiebot.consent'],
    purposes: { necessary: 'functional', preferences: 'functional', statistics: 'analytics', marketing: 'marketing' },
    events: {
      CookiebotOnAccept: 'yes',
      CookiebotOnConsentReady: 'answered',
      CookiebotOnDecline: 'answered',
      CookiebotOnLoad: 'answered',
      CookiebotOnTagsExecuted: 'answered',
      CookiebotOnDialogInit: 'answered',
      CookiebotOnDialogDisplay: 'answered',
    },
    calls: { 'Cookiebot.submitCustomConsent': 'grants', 'Cookiebot.withdraw': 'stops' },
  }),
  source: 'cookiebot.com/en/developer (properties, methods and events of the Cookiebot object), read 2026-11',
  examples: {
    finds: [
      `window.addEventListener('CookiebotOnConsentReady', () => {
  fbq('init', '1'); // ! tracking-without-consent
});`,
      `if (window.Cookiebot) gtag('config', 'G-1'); // ! tracking-without-consent`,
    ],
    silent: [
      `window.addEventListener('CookiebotOnAccept', () => {
  fbq('init', '1');
});`,
      `window.addEventListener('CookiebotOnConsentReady', () => {
  if (Cookiebot.consent.marketing) fbq('init', '1');
});`,
      `if (Cookiebot?.consent?.statistics) gtag('config', 'G-1');`,
    ],
  },
};
