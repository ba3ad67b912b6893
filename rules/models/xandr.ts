import type { Model } from '../../server/engine/model';

export const xandr: Model = {
  id: 'xandr',
  title: 'Xandr universal pixel',
  kind: 'ads',
  vendor: 'Xandr',
  hosts: ['adnxs.com'],
  packages: [],
  types: {},
  consent: {
    recipient: 'ads',
    scripts: [
      'acdn.adnxs.com/dmp/up',
      'ib.adnxs.com/pixie',
      'ib.adnxs.com/px',
      'ib.adnxs.com/seg',
      'secure.adnxs.com/px',
      'secure.adnxs.com/seg',
    ],
  },
  source: 'Xandr documentation, universal pixel and segment pixels (from memory, 2026-11)',
  examples: {
    finds: [
      'export const Page = () => <img width="1" height="1" src="https://secure.adnxs.com/px?id=123&seg=456&t=2" />; // ! tracking-without-consent',
    ],
    silent: ['export const Page = () => <img src="/assets/page.gif" />;'],
  },
};
