import type { Model } from '../../server/engine/model';
import { sends } from './shared/actions';
import { consented } from './shared/people';

export const lintrk: Model = {
  id: 'lintrk',
  title: 'LinkedIn Insight Tag',
  kind: 'ads',
  vendor: 'LinkedIn',
  hosts: ['px.ads.linkedin.com', 'snap.licdn.com'],
  packages: [],
  ambient: { lintrk: 'lintrk' },
  types: { lintrk: { call: sends(['1*']) } },
  consent: {
    recipient: 'ads',
    calls: { 'lintrk(track)': 'tracks' },
    scripts: ['snap.licdn.com/li.lms-analytics', 'px.ads.linkedin.com'],
  },
  source: 'LinkedIn Insight Tag documentation (enhanced conversions) (from memory, 2026-11)',
  examples: {
    finds: [consented('', "lintrk('setUserData', { email: user.email }); // ! pii-to-third-party")],
    silent: [consented('', "lintrk('track', { conversion_id: 123 });")],
  },
};
