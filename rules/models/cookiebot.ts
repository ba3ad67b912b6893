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
    blocks: { 'consent.cookiebot.com/uc.js': 'data-blockingmode=auto', 'consent.cookiebot.eu/uc.js': 'data-blockingmode=auto' },
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
      `export const Layout = () => (
  <html>
    <head>
      <script id="Cookiebot" src="https://consent.cookiebot.com/uc.js" data-cbid="id" data-blockingmode="auto" />
      <script async src="https://www.googletagmanager.com/gtag/js?id=G-1" />
    </head>
  </html>
);`,
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
