import type { Model } from '../../server/engine/model';

export const abtasty: Model = {
  id: 'abtasty',
  title: 'AB Tasty',
  kind: 'analytics',
  vendor: 'AB Tasty',
  hosts: ['ariane.abtasty.com'],
  packages: [],
  types: {},
  consent: { recipient: 'analytics', scripts: ['try.abtasty.com'] },
  source: 'AB Tasty documentation, generic tag (from memory, 2026-11)',
  examples: {
    finds: ['export const Page = () => <script async src="https://try.abtasty.com/abc.js" />; // ! tracking-without-consent'],
    silent: ['export const Page = () => <script async src="/assets/page.js" />;'],
  },
};
