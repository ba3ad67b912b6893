import type { Model } from '../../server/engine/model';

export const inspectlet: Model = {
  id: 'inspectlet',
  title: 'Inspectlet',
  kind: 'replay',
  vendor: 'Inspectlet',
  hosts: ['cdn.inspectlet.com'],
  packages: [],
  types: {},
  consent: { recipient: 'replay', scripts: ['cdn.inspectlet.com'] },
  source: 'Inspectlet documentation, install code (from memory, 2026-11)',
  examples: {
    finds: [
      'export const Page = () => <script async src="https://cdn.inspectlet.com/inspectlet.js" />; // ! tracking-without-consent',
    ],
    silent: ['export const Page = () => <script async src="/assets/page.js" />;'],
  },
};
