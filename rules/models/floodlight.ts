import type { Model } from '../../server/engine/model';

export const floodlight: Model = {
  id: 'floodlight',
  title: 'Google Floodlight',
  kind: 'ads',
  vendor: 'Google Ads',
  hosts: ['fls.doubleclick.net'],
  packages: [],
  types: {},
  consent: {
    recipient: 'ads',
    scripts: [
      'fls.doubleclick.net/activityi',
      'ad.doubleclick.net/ddm/activity',
      'googleads.g.doubleclick.net/pagead/viewthroughconversion',
      'www.googleadservices.com/pagead/conversion',
    ],
  },
  source: 'Campaign Manager 360 help, Floodlight tags; Google Ads help, remarketing tag (from memory, 2026-11)',
  examples: {
    finds: [
      'export const Page = () => <img width="1" height="1" src="https://ad.doubleclick.net/ddm/activity/src=123;type=visit;cat=home;ord=1?" />; // ! tracking-without-consent',
    ],
    silent: ['export const Page = () => <img src="/assets/page.gif" />;'],
  },
};
