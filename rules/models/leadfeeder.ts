import type { Model } from '../../server/engine/model';

export const leadfeeder: Model = {
  id: 'leadfeeder',
  title: 'Leadfeeder',
  kind: 'analytics',
  vendor: 'Leadfeeder',
  hosts: ['tr.lfeeder.com'],
  packages: [],
  types: {},
  consent: { recipient: 'analytics', scripts: ['sc.lfeeder.com'] },
  source: 'Leadfeeder help, tracker script (from memory, 2026-11)',
  examples: {
    finds: [
      'export const Page = () => <script async src="https://sc.lfeeder.com/lftracker_v1_abc.js" />; // ! tracking-without-consent',
    ],
    silent: ['export const Page = () => <script async src="/assets/page.js" />;'],
  },
};
