import type { Model } from '../../server/engine/model';
import { consentTool } from './shared/consent-tool';

export const vanillaCookieconsent: Model = {
  id: 'vanilla-cookieconsent',
  title: 'vanilla-cookieconsent',
  ...consentTool({
    packages: ['vanilla-cookieconsent'],
    answers: [
      'acceptedCategory',
      'acceptedService',
      'getUserPreferences',
      'getCookie',
      '@onConsent.cookie',
      '@onFirstConsent.cookie',
      '@onChange.cookie',
      '@cc:onConsent.detail',
      '@cc:onFirstConsent.detail',
      '@cc:onChange.detail',
    ],
    purposes: { necessary: 'functional' },
    events: {
      onConsent: 'answered',
      onFirstConsent: 'answered',
      onChange: 'answered',
      'cc:onConsent': 'answered',
      'cc:onFirstConsent': 'answered',
      'cc:onChange': 'answered',
    },
    calls: { acceptCategory: 'grants', acceptService: 'grants', reset: 'stops', eraseCookies: 'stops' },
  }),
  source: 'cookieconsent.orestbida.com/reference/api-reference.html, read 2026-11',
  examples: {
    finds: [
      `import * as CookieConsent from 'vanilla-cookieconsent';
CookieConsent.run({
  onConsent: () => {
    fbq('init', '1'); // ! tracking-without-consent
  },
});`,
    ],
    silent: [
      `import * as CookieConsent from 'vanilla-cookieconsent';
CookieConsent.run({
  onConsent: ({ cookie }) => {
    if (cookie.categories.includes('analytics')) gtag('config', 'G-1');
  },
});`,
      `import { acceptedCategory } from 'vanilla-cookieconsent';
if (acceptedCategory('marketing')) fbq('init', '1');`,
    ],
  },
};
