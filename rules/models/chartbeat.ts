import type { Model } from '../../server/engine/model';

export const chartbeat: Model = {
  id: 'chartbeat',
  title: 'Chartbeat',
  kind: 'analytics',
  vendor: 'Chartbeat',
  hosts: ['ping.chartbeat.net'],
  packages: [],
  types: {},
  consent: { recipient: 'analytics', scripts: ['static.chartbeat.com/js/chartbeat'] },
  source: 'Chartbeat documentation, web tracking code (from memory, 2026-11)',
  examples: {
    finds: [
      'export const Page = () => <script async src="https://static.chartbeat.com/js/chartbeat.js" />; // ! tracking-without-consent',
    ],
    silent: ['export const Page = () => <script async src="/assets/page.js" />;'],
  },
};
