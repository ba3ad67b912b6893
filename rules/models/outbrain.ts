import type { Model } from '../../server/engine/model';

export const outbrain: Model = {
  id: 'outbrain',
  title: 'Outbrain Pixel',
  kind: 'ads',
  vendor: 'Outbrain',
  hosts: ['tr.outbrain.com'],
  packages: [],
  types: {},
  consent: { recipient: 'ads', scripts: ['amplify.outbrain.com/cp/obtp.js'] },
  source: 'Outbrain help, pixel (from memory, 2026-11)',
  examples: {
    finds: [
      'export const Page = () => <script async src="https://amplify.outbrain.com/cp/obtp.js" />; // ! tracking-without-consent',
    ],
    silent: ['export const Page = () => <script async src="/assets/page.js" />;'],
  },
};
