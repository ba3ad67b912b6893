import type { Model } from '../../server/engine/model';
import { ipSource } from './shared/web-request';

export const vercelFunctions: Model = {
  id: '@vercel/functions',
  title: 'Vercel functions',
  kind: 'framework',
  packages: ['@vercel/functions', '@vercel/edge'],
  exports: { ipAddress: 'address', geolocation: 'nothing', waitUntil: 'waits', next: 'nothing', rewrite: 'nothing' },
  types: { address: { call: { source: ipSource } }, waits: { call: { content: 'arguments' } }, nothing: { call: {} } },
  source: 'documentation of @vercel/functions 3 (from memory, 2026-11)',
  examples: {
    finds: [],
    silent: [
      "import { geolocation } from '@vercel/functions';\nexport const GET = (request: Request) => console.log(geolocation(request).country);",
    ],
  },
};
