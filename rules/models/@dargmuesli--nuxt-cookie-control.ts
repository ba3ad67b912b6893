import type { Model } from '../../server/engine/model';
import { consentTool } from './shared/consent-tool';

export const nuxtCookieControl: Model = {
  id: '@dargmuesli/nuxt-cookie-control',
  title: 'Nuxt Cookie Control',
  ...consentTool({
    ambient: ['useCookieControl'],
    packages: ['@dargmuesli/nuxt-cookie-control', 'nuxt-cookie-control'],
    answers: ['useCookieControl.cookiesEnabledIds', 'useCookieControl.cookiesEnabled'],
    purposes: { necessary: 'functional', 'google-analytics': 'analytics', matomo: 'analytics', facebook: 'marketing' },
    calls: {},
  }),
  source: 'github.com/dargmuesli/nuxt-cookie-control, README: useCookieControl (imported by Nuxt itself), read 2026-11',
  examples: {
    finds: [
      `const cookieControl = useCookieControl();
if (!cookieControl.isModalActive.value) gtag('config', 'G-1'); // ! tracking-without-consent`,
      `const { isConsentGiven } = useCookieControl();
watch(isConsentGiven, () => { gtag('config', 'G-1'); }); // ! tracking-without-consent`,
    ],
    silent: [
      `const cookieControl = useCookieControl();
if (cookieControl.cookiesEnabledIds.value?.includes('google-analytics')) gtag('config', 'G-1');`,
      `const { cookiesEnabledIds } = useCookieControl();
if (cookiesEnabledIds.value.includes('_ga')) gtag('config', 'G-1');`,
    ],
  },
};
