import type { Model } from '../../server/engine/model';
import { sends } from './shared/actions';

export const taboola: Model = {
  id: 'taboola',
  title: 'Taboola Pixel',
  kind: 'ads',
  vendor: 'Taboola',
  hosts: ['trc.taboola.com'],
  packages: [],
  ambient: { _tfa: 'queue' },
  types: { queue: { members: { push: sends(['*']) } } },
  consent: { recipient: 'ads', calls: { 'queue.push': 'tracks' }, scripts: ['cdn.taboola.com/libtrc'] },
  source: 'Taboola help, base pixel (from memory, 2026-11)',
  examples: {
    finds: [
      "window._tfa.push({ notify: 'event', name: 'page_view', id: 1 }); // ! tracking-without-consent",
      'export const Page = () => <script async src="https://cdn.taboola.com/libtrc/unip/123/tfa.js" />; // ! tracking-without-consent',
    ],
    silent: ['export const Page = () => <script async src="/assets/page.js" />;'],
  },
};
