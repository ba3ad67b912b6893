import type { Model } from '../../server/engine/model';

export const visualwebsiteoptimizer: Model = {
  id: 'visualwebsiteoptimizer',
  title: 'VWO',
  kind: 'analytics',
  vendor: 'VWO',
  hosts: ['dev.visualwebsiteoptimizer.com'],
  packages: [],
  types: {},
  consent: { recipient: 'analytics', scripts: ['dev.visualwebsiteoptimizer.com'] },
  source: 'VWO help, SmartCode (from memory, 2026-11)',
  examples: {
    finds: [
      'export const Page = () => <script async src="https://dev.visualwebsiteoptimizer.com/lib/123.js" />; // ! tracking-without-consent',
    ],
    silent: ['export const Page = () => <script async src="/assets/page.js" />;'],
  },
};
