import type { Model } from '../../server/engine/model';
import { each, sends } from './shared/actions';
import { consented } from './shared/people';

export const ttq: Model = {
  id: 'ttq',
  title: 'TikTok pixel',
  kind: 'ads',
  vendor: 'TikTok',
  hosts: ['analytics.tiktok.com', 'business-api.tiktok.com'],
  packages: ['tiktok-pixel'],
  exports: { default: 'ttq', '*': 'ttq' },
  ambient: { ttq: 'ttq' },
  types: {
    ttq: { members: { ...each(['identify', 'track', 'page'], sends(['*'])), ...each(['load', 'init', 'pageView'], {}) } },
  },
  consent: {
    recipient: 'ads',
    calls: {
      'ttq.load': 'starts',
      'ttq.init': 'starts',
      'ttq.track': 'tracks',
      'ttq.page': 'tracks',
      'ttq.pageView': 'tracks',
      'ttq.identify': 'identifies',
    },
    configured: ['registry.tiktokPixel'],
    scripts: ['analytics.tiktok.com'],
  },
  source: 'TikTok pixel documentation (advanced matching) (from memory, 2026-11)',
  examples: {
    finds: [consented('', 'ttq.identify({ email: user.email, phone_number: user.phone }); // ! pii-to-third-party')],
    silent: [consented('', "ttq.track('Purchase', { content_id: orderId });")],
  },
};
