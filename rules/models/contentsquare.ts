import type { Model } from '../../server/engine/model';

export const contentsquare: Model = {
  id: 'contentsquare',
  title: 'Contentsquare',
  kind: 'replay',
  vendor: 'Contentsquare',
  hosts: ['c.contentsquare.net'],
  packages: [],
  types: {},
  consent: { recipient: 'replay', scripts: ['t.contentsquare.net'] },
  source: 'Contentsquare documentation, main tag (from memory, 2026-11)',
  examples: {
    finds: [
      'export const Page = () => <script async src="https://t.contentsquare.net/uxa/abc.js" />; // ! tracking-without-consent',
    ],
    silent: ['export const Page = () => <script async src="/assets/page.js" />;'],
  },
};
