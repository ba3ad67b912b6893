import type { Model } from '../../server/engine/model';

export const theTradeDesk: Model = {
  id: 'the-trade-desk',
  title: 'The Trade Desk universal pixel',
  kind: 'ads',
  vendor: 'The Trade Desk',
  hosts: ['adsrvr.org'],
  packages: [],
  types: {},
  consent: { recipient: 'ads', scripts: ['insight.adsrvr.org/track', 'js.adsrvr.org/up_loader', 'match.adsrvr.org/track'] },
  source: 'The Trade Desk partner portal, universal pixel (from memory, 2026-11)',
  examples: {
    finds: [
      'export const Page = () => <img width="1" height="1" src="https://insight.adsrvr.org/track/pxl/?adv=abc&ct=0:xyz" />; // ! tracking-without-consent',
    ],
    silent: ['export const Page = () => <img src="/assets/page.gif" />;'],
  },
};
