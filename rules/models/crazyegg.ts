import type { Model } from '../../server/engine/model';

export const crazyegg: Model = {
  id: 'crazyegg',
  title: 'Crazy Egg',
  kind: 'replay',
  vendor: 'Crazy Egg',
  hosts: ['script.crazyegg.com'],
  packages: [],
  types: {},
  consent: { recipient: 'replay', scripts: ['script.crazyegg.com'] },
  source: 'Crazy Egg help, installing the script (from memory, 2026-11)',
  examples: {
    finds: [
      'export const Page = () => <script async src="https://script.crazyegg.com/pages/scripts/0012/3456.js" />; // ! tracking-without-consent',
    ],
    silent: ['export const Page = () => <script async src="/assets/page.js" />;'],
  },
};
