import type { Model } from '../../server/engine/model';

export const luckyorange: Model = {
  id: 'luckyorange',
  title: 'Lucky Orange',
  kind: 'replay',
  vendor: 'Lucky Orange',
  hosts: ['tools.luckyorange.com'],
  packages: [],
  types: {},
  consent: { recipient: 'replay', scripts: ['tools.luckyorange.com'] },
  source: 'Lucky Orange help, tracking code (from memory, 2026-11)',
  examples: {
    finds: [
      'export const Page = () => <script async src="https://tools.luckyorange.com/core/lo.js?site-id=abc" />; // ! tracking-without-consent',
    ],
    silent: ['export const Page = () => <script async src="/assets/page.js" />;'],
  },
};
