import type { Model } from '../../server/engine/model';

export const taboola: Model = {
  id: 'taboola',
  title: 'Taboola Pixel',
  kind: 'ads',
  vendor: 'Taboola',
  hosts: ['trc.taboola.com'],
  packages: [],
  types: {},
  consent: { recipient: 'ads', scripts: ['cdn.taboola.com/libtrc'] },
  source: 'Taboola help, base pixel (from memory, 2026-11)',
  examples: {
    finds: [
      'export const Page = () => <script async src="https://cdn.taboola.com/libtrc/unip/123/tfa.js" />; // ! tracking-without-consent',
    ],
    silent: ['export const Page = () => <script async src="/assets/page.js" />;'],
  },
};
