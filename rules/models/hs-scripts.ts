import type { Model } from '../../server/engine/model';

export const hsScripts: Model = {
  id: 'hs-scripts',
  title: 'HubSpot tracking code',
  kind: 'analytics',
  vendor: 'HubSpot',
  hosts: ['track.hubspot.com'],
  packages: [],
  types: {},
  consent: { recipient: 'analytics', scripts: ['js.hs-scripts.com', 'js-eu1.hs-scripts.com', 'js.hs-analytics.net'] },
  source: 'HubSpot tracking code API (from memory, 2026-11)',
  examples: {
    finds: [
      'export const Page = () => <script async src="https://js.hs-scripts.com/123456.js" />; // ! tracking-without-consent',
    ],
    silent: ['export const Page = () => <script async src="/assets/page.js" />;'],
  },
};
