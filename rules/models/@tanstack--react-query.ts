import type { Model } from '../../server/engine/model';
import { each, functions } from './shared/functions';
import { inHandler } from './shared/origins';

const passes = { content: 'arguments' as const };

/** What a query function returns is what the hook gives as `data`. */
export const reactQuery: Model = {
  id: '@tanstack/react-query',
  title: 'TanStack Query',
  kind: 'framework',
  packages: ['@tanstack/react-query', '@tanstack/vue-query', '@tanstack/svelte-query', '@tanstack/solid-query', 'react-query'],
  ...functions({
    ...each(['useQuery', 'useSuspenseQuery', 'useInfiniteQuery', 'useQueries', 'queryOptions'], passes),
    ...each(['useMutation', 'useQueryClient', 'useIsFetching'], {}),
  }),
  source: 'TanStack Query 5 documentation, tanstack.com/query/latest (from memory, 2026-11)',
  examples: {
    finds: [],
    silent: [
      inHandler(
        "import { useQuery } from '@tanstack/react-query';",
        "export function Orders() {\n  const { status } = useQuery({ queryKey: ['orders'], queryFn: () => fetch('/api/orders') });",
        "console.log('status', status);",
        '}',
      ),
    ],
  },
};
