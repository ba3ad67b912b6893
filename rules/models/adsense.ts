import type { Model } from '../../server/engine/model';

export const adsense: Model = {
  id: 'adsense',
  title: 'Google AdSense',
  kind: 'ads',
  vendor: 'Google',
  hosts: ['pagead2.googlesyndication.com'],
  packages: [],
  ambient: { adsbygoogle: 'queue' },
  types: { queue: { members: { push: {} } } },
  consent: {
    recipient: 'ads',
    calls: { 'queue.push': 'tracks' },
    scripts: ['pagead2.googlesyndication.com/pagead/js/adsbygoogle'],
  },
  source: 'Google AdSense help, code implementation (from memory, 2026-11)',
  examples: {
    finds: [
      '(window.adsbygoogle = window.adsbygoogle || []).push({}); // ! tracking-without-consent',
      'export const Page = () => <script async src="https://pagead2.googlesyndication.com/pagead/js/adsbygoogle.js?client=ca-pub-1" />; // ! tracking-without-consent',
    ],
    silent: ['export const Page = () => <script async src="/assets/page.js" />;'],
  },
};
