import type { Model } from '../../server/engine/model';

export const parsely: Model = {
  id: 'parsely',
  title: 'Parse.ly',
  kind: 'analytics',
  vendor: 'Parse.ly',
  hosts: ['p1.parsely.com'],
  packages: [],
  types: {},
  consent: { recipient: 'analytics', scripts: ['cdn.parsely.com/keys'] },
  source: 'Parse.ly documentation, basic tracking (from memory, 2026-11)',
  examples: {
    finds: [
      'export const Page = () => <script async src="https://cdn.parsely.com/keys/example.com/p.js" />; // ! tracking-without-consent',
    ],
    silent: ['export const Page = () => <script async src="/assets/page.js" />;'],
  },
};
