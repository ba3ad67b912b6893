import type { Model } from '../../server/engine/model';
import { inHandler } from './shared/origins';

const read = { callback: [{ argument: 1, parameters: ['0'], result: 'value' as const }] };

export const swr: Model = {
  id: 'swr',
  title: 'SWR',
  kind: 'framework',
  packages: ['swr', 'swr/*'],
  exports: { default: 'useSWR', useSWR: 'useSWR', mutate: 'nothing', useSWRConfig: 'nothing' },
  ambient: { useSWR: 'useSWR' },
  types: { useSWR: { call: read }, nothing: { call: {} } },
  source: 'SWR 2 documentation, swr.vercel.app/docs/api (from memory, 2026-11)',
  examples: {
    finds: [],
    silent: [
      inHandler(
        "import useSWR from 'swr';",
        "export function Orders() {\n  const { error } = useSWR('/api/orders', (url) => fetch(url));",
        "console.log('failed', Boolean(error));",
        '}',
      ),
    ],
  },
};
