import type { Model } from '../../server/engine/model';

export const adroll: Model = {
  id: 'adroll',
  title: 'AdRoll Pixel',
  kind: 'ads',
  vendor: 'AdRoll',
  hosts: ['d.adroll.com'],
  packages: [],
  types: {},
  consent: { recipient: 'ads', scripts: ['s.adroll.com/j'] },
  source: 'AdRoll help, pixel (from memory, 2026-11)',
  examples: {
    finds: [
      'export const Page = () => <script async src="https://s.adroll.com/j/roundtrip.js" />; // ! tracking-without-consent',
    ],
    silent: ['export const Page = () => <script async src="/assets/page.js" />;'],
  },
};
