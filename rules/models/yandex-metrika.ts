import type { Model } from '../../server/engine/model';
import { sends } from './shared/actions';

export const yandexMetrika: Model = {
  id: 'yandex-metrika',
  title: 'Yandex Metrika',
  kind: 'analytics',
  vendor: 'Yandex',
  hosts: ['mc.yandex.ru', 'mc.yandex.com'],
  packages: [],
  ambient: { ym: 'tag' },
  types: { tag: { call: sends(['*']) } },
  consent: {
    recipient: 'analytics',
    calls: { 'tag(init)': 'starts', 'tag(hit)': 'tracks', 'tag(reachGoal)': 'tracks' },
    scripts: ['mc.yandex.ru/metrika', 'mc.yandex.com/metrika'],
  },
  source: 'Yandex Metrika help, installing a tag (from memory, 2026-11)',
  examples: {
    finds: [
      "ym(123, 'init', { webvisor: true }); // ! tracking-without-consent",
      'export const Page = () => <script async src="https://mc.yandex.ru/metrika/tag.js" />; // ! tracking-without-consent',
    ],
    silent: ['export const Page = () => <script async src="/assets/page.js" />;'],
  },
};
