import type { Model } from '../../server/engine/model';
import { each, sends } from './shared/actions';
import { surface } from './shared/surface';

const api = surface({
  members: {
    ...each(['init', 'trackAppRouter', 'trackPagesRouter'], { config: 0 }),
    push: sends(['0']),
    sendEvent: sends(['0']),
  },
});

export const matomoNext: Model = {
  id: '@socialgouv/matomo-next',
  title: 'Matomo for Next.js',
  kind: 'analytics',
  vendor: 'Matomo',
  packages: ['@socialgouv/matomo-next'],
  exports: api.exports,
  types: api.types,
  consent: {
    recipient: 'analytics',
    sdk: 'matomo-tracker',
    calls: {
      init: 'starts',
      trackAppRouter: 'starts',
      trackPagesRouter: 'starts',
      sendEvent: 'tracks',
      'push(trackEvent)': 'tracks',
      'push(setUserId)': 'identifies',
      'push(requireConsent)': 'waits',
      'push(requireCookieConsent)': 'waits',
      'push(setConsentGiven)': 'grants',
      'push(setCookieConsentGiven)': 'grants',
      'push(forgetConsentGiven)': 'stops',
    },
    waits: { '0.disableCookies': true, '0.requireConsent': true },
  },
  source: '@socialgouv/matomo-next 1 README (from memory, 2026-11)',
  examples: {
    finds: [
      "import { init } from '@socialgouv/matomo-next';\ninit({ url: 'https://m.example', siteId: '1' }); // ! tracking-without-consent",
    ],
    silent: [
      "import { init } from '@socialgouv/matomo-next';\ninit({ url: 'https://m.example', siteId: '1', disableCookies: true });",
    ],
  },
};
