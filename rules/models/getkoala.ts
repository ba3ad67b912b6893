import type { Model } from '../../server/engine/model';

export const getkoala: Model = {
  id: 'getkoala',
  title: 'Koala',
  kind: 'analytics',
  vendor: 'Koala',
  hosts: ['api2.getkoala.com'],
  packages: [],
  types: {},
  consent: { recipient: 'analytics', scripts: ['cdn.getkoala.com'] },
  source: 'Koala documentation, website install (from memory, 2026-11)',
  examples: {
    finds: [
      'export const Page = () => <script async src="https://cdn.getkoala.com/v1/pk_abc/sdk.js" />; // ! tracking-without-consent',
    ],
    silent: ['export const Page = () => <script async src="/assets/page.js" />;'],
  },
};
