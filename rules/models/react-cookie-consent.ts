import type { Model } from '../../server/engine/model';
import { consentTool } from './shared/consent-tool';

export const reactCookieConsent: Model = {
  id: 'react-cookie-consent',
  title: 'react-cookie-consent',
  ...consentTool({
    packages: ['react-cookie-consent'],
    answers: ['getCookieConsentValue', 'Cookies.get'],
    calls: { resetCookieConsentValue: 'stops' },
  }),
  source:
    'Mastermindzh/react-cookie-consent, README: onAccept, Cookies; getCookieConsentValue and resetCookieConsentValue as public code imports them, read 2026-11',
  examples: {
    finds: [
      `import CookieConsent from 'react-cookie-consent';
export function Page() {
  gtag('config', 'G-1'); // ! tracking-without-consent
  return <CookieConsent />;
}`,
    ],
    silent: [
      `import { getCookieConsentValue } from 'react-cookie-consent';
if (getCookieConsentValue('site') === 'true') gtag('config', 'G-1');`,
    ],
  },
};
