import type { Model } from '../../server/engine/model';
import { sends } from './shared/actions';
import { consented } from './shared/people';

export const uetq: Model = {
  id: 'uetq',
  title: 'Microsoft UET tag',
  kind: 'ads',
  vendor: 'Microsoft Advertising',
  hosts: ['bat.bing.com'],
  packages: [],
  ambient: { uetq: 'queue' },
  types: { queue: { members: { push: sends(['*']) } } },
  consent: { recipient: 'ads', calls: { 'queue.push': 'tracks' }, scripts: ['bat.bing.com'] },
  source: 'Microsoft Advertising documentation (UET, enhanced conversions) (from memory, 2026-11)',
  examples: {
    finds: [consented('', "uetq.push('set', { pid: { em: user.email } }); // ! pii-to-third-party")],
    silent: [consented('', "uetq.push('event', 'purchase', { revenue_value: 12 });")],
  },
};
