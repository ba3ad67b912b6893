import type { Model } from '../../server/engine/model';
import { each, sends } from './shared/actions';
import { consented } from './shared/people';
import { surface } from './shared/surface';

const api = surface({ members: { gtag: 'gtag', install: { config: 1 } } });

export const gtag: Model = {
  id: 'gtag',
  title: 'Google tag',
  kind: 'analytics',
  vendor: 'Google Analytics',
  hosts: ['www.google-analytics.com', 'analytics.google.com', 'www.googletagmanager.com', 'region1.google-analytics.com'],
  packages: ['ga-gtag'],
  exports: api.exports,
  ambient: { gtag: 'gtag', dataLayer: 'dataLayer', ga: 'gtag', _gaq: 'queue' },
  types: {
    ...api.types,
    gtag: { call: sends(['1*']) },
    queue: { members: { push: sends(['*']) } },
    dataLayer: { members: each(['push', 'unshift'], sends(['*'])) },
  },
  consent: {
    recipient: 'analytics',
    sdk: 'gtag',
    calls: {
      'gtag(config)': 'starts',
      'gtag(create)': 'starts',
      'gtag(send)': 'tracks',
      'queue.push(_trackPageview)': 'starts',
      'queue.push(_trackEvent)': 'tracks',
      install: 'starts',
      'gtag(event)': 'tracks',
      'dataLayer.push': 'tracks',
      'gtag(set)': 'identifies',
      'gtag(consent)': 'defaults',
    },
    configured: [
      'nuxt-gtag',
      '@nuxtjs/google-gtag',
      '@nuxtjs/google-analytics',
      '@nuxtjs/gtm',
      '@zadigetvoltaire/nuxt-gtm',
      'gatsby-plugin-google-gtag',
      'gatsby-plugin-google-analytics',
      'gatsby-plugin-google-tagmanager',
      '@docusaurus/plugin-google-gtag',
      '@docusaurus/plugin-google-analytics',
      '@docusaurus/plugin-google-tag-manager',
      'gtag.trackingID',
      'googleAnalytics.trackingID',
      'googleTagManager.containerId',
      'registry.googleAnalytics',
      'registry.googleTagManager',
    ],
    waits: { '0.initMode': 'manual', '0.enabled': false, '0.trigger': 'manual', '0.initialConsent': false },
    scripts: [
      'www.googletagmanager.com/gtag',
      'www.googletagmanager.com/gtm.js',
      'googletagmanager.com/gtm.js',
      'www.google-analytics.com/analytics.js',
      'www.google-analytics.com/ga.js',
      'www.googletagmanager.com/ns.html',
    ],
    products: {
      'AW-': { vendor: 'Google Ads', recipient: 'ads' },
      'DC-': { vendor: 'Google Campaign Manager', recipient: 'ads' },
      conversion: { vendor: 'Google Ads', recipient: 'ads' },
    },
    endpoints: ['google-analytics.com/collect', 'google-analytics.com/g/collect', 'google-analytics.com/mp/collect'],
  },
  source:
    'developers.google.com/tag-platform/security/guides/consent: a default before config and event denies ad_storage, ad_user_data, ad_personalization, ' +
    'analytics_storage, also by region and with wait_for_update; ads_data_redaction and url_passthrough are settings, read 2026-11; ' +
    'developers.google.com/gtagjs/reference/api: commands config, event, set, read 2026-11; ids AW- (Google Ads), DC- (Campaign Manager) and the ' +
    'event conversion with send_to, and initialConsent of nuxt-gtag 1 (from memory, 2026-11)',
  examples: {
    finds: [
      "ga('create', 'UA-1', 'auto'); // ! tracking-without-consent",
      "gtag('config', 'AW-1'); // ! tracking-without-consent",
      "navigator.sendBeacon('https://www.google-analytics.com/g/collect?v=2&tid=G-1', payload); // ! tracking-without-consent",
      consented('', "gtag('event', 'sign_up', { email: user.email }); // ! pii-to-third-party"),
      consented('', "window.dataLayer.push({ event: 'sign_up', user_email: user.email }); // ! pii-to-third-party"),
      consented('', "gtag('set', 'user_data', { phone_number: user.phone }); // ! pii-to-third-party"),
    ],
    silent: [consented('', "gtag('event', 'purchase', { transaction_id: orderId });")],
  },
};
