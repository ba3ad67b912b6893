import type { Model } from '../../server/engine/model';
import { each, sends } from './shared/actions';
import { consented } from './shared/people';
import { surface } from './shared/surface';

const api = surface({
  members: {
    init: { ...sends(['1']), config: 2 },
    ...each(['track', 'trackCustom', 'trackSingle', 'trackSingleCustom', 'fbq'], sends(['*'])),
    ...each(['pageView', 'grantConsent', 'revokeConsent'], {}),
  },
});

/** `init` with advanced matching sends the address of the person, hashed without a key. */
export const fbq: Model = {
  id: 'fbq',
  title: 'Meta pixel',
  kind: 'ads',
  vendor: 'Meta',
  hosts: ['connect.facebook.net', 'www.facebook.com'],
  packages: ['react-facebook-pixel'],
  exports: api.exports,
  ambient: { fbq: 'fbq', ReactPixel: 'module' },
  types: { ...api.types, fbq: { call: sends(['1*']) } },
  consent: {
    recipient: 'ads',
    sdk: 'fbq',
    calls: {
      'fbq(init)': 'starts',
      init: 'starts',
      'fbq(track)': 'tracks',
      'fbq(trackCustom)': 'tracks',
      'fbq(trackSingle)': 'tracks',
      'fbq(trackSingleCustom)': 'tracks',
      track: 'tracks',
      trackCustom: 'tracks',
      trackSingle: 'tracks',
      pageView: 'tracks',
      grantConsent: 'grants',
      revokeConsent: 'stops',
      'fbq(consent)': 'defaults',
    },
    configured: ['gatsby-plugin-facebook-pixel', 'nuxt-facebook-pixel-module', 'registry.metaPixel'],
    scripts: ['fbevents.js', 'www.facebook.com/tr'],
  },
  source: 'Meta Pixel reference and react-facebook-pixel README (from memory, 2026-11)',
  examples: {
    finds: [
      consented('', "fbq('init', '1234567890', { em: user.email }); // ! pii-to-third-party"),
      consented('', "fbq('track', 'Lead', { name: user.fullName }); // ! pii-to-third-party"),
    ],
    silent: [consented('', "fbq('track', 'Purchase', { value: 12, currency: 'EUR' });")],
  },
};
