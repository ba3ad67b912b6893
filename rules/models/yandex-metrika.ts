import type { Model } from '../../server/engine/model';

export const yandexMetrika: Model = {
  id: 'yandex-metrika',
  title: 'Yandex Metrika',
  kind: 'analytics',
  vendor: 'Yandex',
  hosts: ['mc.yandex.ru', 'mc.yandex.com'],
  packages: [],
  types: {},
  consent: { recipient: 'analytics', scripts: ['mc.yandex.ru/metrika', 'mc.yandex.com/metrika'] },
  source: 'Yandex Metrika help, installing a tag (from memory, 2026-11)',
  examples: {
    finds: [
      'export const Page = () => <script async src="https://mc.yandex.ru/metrika/tag.js" />; // ! tracking-without-consent',
    ],
    silent: ['export const Page = () => <script async src="/assets/page.js" />;'],
  },
};
