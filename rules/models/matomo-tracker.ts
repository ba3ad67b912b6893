import type { Model } from '../../server/engine/model';
import { each, sends } from './shared/actions';
import { consented } from './shared/people';
import { surface } from './shared/surface';

const api = surface({
  main: 'MatomoTracker',
  classes: { MatomoTracker: 'tracker' },
  members: { useMatomo: { returns: 'tracker' }, createInstance: { returns: 'tracker', config: 0 } },
});

/** Often on a server of one's own; which one is not visible in the call. */
export const matomoTracker: Model = {
  id: 'matomo-tracker',
  title: 'Matomo',
  kind: 'analytics',
  vendor: 'Matomo',
  hosts: ['cdn.matomo.cloud'],
  packages: [
    'matomo-tracker',
    '@datapunt/matomo-tracker-js',
    '@datapunt/matomo-tracker-react',
    '@jonkoops/matomo-tracker',
    '@jonkoops/matomo-tracker-react',
    '@jonkoops/matomo-tracker-react/lib/useMatomo',
    '@jonkoops/matomo-tracker-react/lib/useMatomo.js',
  ],
  exports: api.exports,
  ambient: { _paq: 'queue', Matomo: 'page', Piwik: 'page' },
  types: {
    ...api.types,
    queue: { members: { push: sends(['*']) } },
    page: { members: each(['getTracker', 'getAsyncTracker', 'addTracker'], { returns: 'tracker' }) },
    tracker: {
      members: {
        ...each(
          ['track', 'trackBulk', 'trackEvent', 'trackPageView', 'trackSiteSearch', 'trackLink', 'pushInstruction', 'setUserId'],
          sends(['*']),
        ),
        ...each(
          ['requireConsent', 'requireCookieConsent', 'disableCookies', 'setConsentGiven', 'forgetConsentGiven', 'optUserOut'],
          {},
        ),
      },
    },
  },
  consent: {
    recipient: 'analytics',
    // The server is one's own, as a rule; the file keeps its name.
    configured: ['gatsby-plugin-matomo', 'nuxt-matomo', 'registry.matomoAnalytics'],
    scripts: ['matomo.js', 'piwik.js'],
    endpoints: ['matomo.php', 'piwik.php'],
    calls: {
      'queue.push(trackPageView)': 'starts',
      'queue.push(trackEvent)': 'tracks',
      'queue.push(trackGoal)': 'tracks',
      'queue.push(trackSiteSearch)': 'tracks',
      'queue.push(trackEcommerceOrder)': 'tracks',
      'queue.push(setUserId)': 'identifies',
      'queue.push(requireConsent)': 'waits',
      'queue.push(requireCookieConsent)': 'waits',
      'queue.push(disableCookies)': 'waits',
      'queue.push(setConsentGiven)': 'grants',
      'queue.push(setCookieConsentGiven)': 'grants',
      'queue.push(rememberConsentGiven)': 'grants',
      'queue.push(forgetConsentGiven)': 'stops',
      'queue.push(optUserOut)': 'stops',
      'tracker.track': 'tracks',
      'tracker.trackEvent': 'tracks',
      'tracker.trackPageView': 'tracks',
      'tracker.trackSiteSearch': 'tracks',
      'tracker.setUserId': 'identifies',
      'tracker.requireConsent': 'waits',
      'tracker.requireCookieConsent': 'waits',
      'tracker.disableCookies': 'waits',
      'tracker.pushInstruction(requireConsent)': 'waits',
      'tracker.pushInstruction(requireCookieConsent)': 'waits',
      'tracker.pushInstruction(disableCookies)': 'waits',
      'tracker.setConsentGiven': 'grants',
      'tracker.forgetConsentGiven': 'stops',
      'tracker.optUserOut': 'stops',
    },
  },
  source: 'Matomo JavaScript tracking client and matomo-tracker 2 README (from memory, 2026-11)',
  examples: {
    finds: [consented('', "_paq.push(['setUserId', user.email]); // ! pii-to-third-party")],
    silent: [consented('', "_paq.push(['setUserId', user.id]);", "_paq.push(['trackEvent', 'order', 'paid']);")],
  },
};
