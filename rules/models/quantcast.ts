import type { Model } from '../../server/engine/model';

export const quantcast: Model = {
  id: 'quantcast',
  title: 'Quantcast Measure',
  kind: 'ads',
  vendor: 'Quantcast',
  hosts: ['pixel.quantserve.com'],
  packages: [],
  types: {},
  consent: { recipient: 'ads', scripts: ['secure.quantserve.com/quant.js'] },
  source: 'Quantcast help, tag (from memory, 2026-11)',
  examples: {
    finds: [
      'export const Page = () => <script async src="https://secure.quantserve.com/quant.js" />; // ! tracking-without-consent',
    ],
    silent: ['export const Page = () => <script async src="/assets/page.js" />;'],
  },
};
