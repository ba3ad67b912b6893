import type { Model } from '../../server/engine/model';

export const comscore: Model = {
  id: 'comscore',
  title: 'Comscore',
  kind: 'ads',
  vendor: 'Comscore',
  hosts: ['sb.scorecardresearch.com'],
  packages: [],
  types: {},
  consent: { recipient: 'ads', scripts: ['sb.scorecardresearch.com/beacon.js', 'sb.scorecardresearch.com/cs'] },
  source: 'Comscore tagging instructions (from memory, 2026-11)',
  examples: {
    finds: [
      'export const Page = () => <script async src="https://sb.scorecardresearch.com/beacon.js" />; // ! tracking-without-consent',
    ],
    silent: ['export const Page = () => <script async src="/assets/page.js" />;'],
  },
};
