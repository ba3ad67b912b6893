import type { Model } from '../../server/engine/model';

export const quoraPixel: Model = {
  id: 'quora-pixel',
  title: 'Quora Pixel',
  kind: 'ads',
  vendor: 'Quora',
  hosts: ['q.quora.com'],
  packages: [],
  types: {},
  consent: { recipient: 'ads', scripts: ['a.quora.com/qevents.js'] },
  source: 'Quora Ads help, base pixel (from memory, 2026-11)',
  examples: {
    finds: ['export const Page = () => <script async src="https://a.quora.com/qevents.js" />; // ! tracking-without-consent'],
    silent: ['export const Page = () => <script async src="/assets/page.js" />;'],
  },
};
