import type { Model } from '../../server/engine/model';

export const googlePublisherTag: Model = {
  id: 'google-publisher-tag',
  title: 'Google Publisher Tag',
  kind: 'ads',
  vendor: 'Google',
  hosts: ['securepubads.g.doubleclick.net'],
  packages: [],
  types: {},
  consent: {
    recipient: 'ads',
    scripts: ['securepubads.g.doubleclick.net/tag/js/gpt.js', 'www.googletagservices.com/tag/js/gpt.js'],
  },
  source: 'Google Publisher Tag guides (from memory, 2026-11)',
  examples: {
    finds: [
      'export const Page = () => <script async src="https://securepubads.g.doubleclick.net/tag/js/gpt.js" />; // ! tracking-without-consent',
    ],
    silent: ['export const Page = () => <script async src="/assets/page.js" />;'],
  },
};
