import type { Model } from '../../server/engine/model';
import { sends } from './shared/actions';
import { consented } from './shared/people';
import { surface } from './shared/surface';

const api = surface({ members: { track: sends(['0', '1']), inject: { config: 0 }, pageview: sends(['0']) } });

export const vercelAnalytics: Model = {
  id: '@vercel/analytics',
  title: 'Vercel Web Analytics',
  kind: 'analytics',
  vendor: 'Vercel',
  packages: ['@vercel/analytics', '@vercel/analytics/*'],
  exports: api.exports,
  types: api.types,
  consent: { recipient: 'analytics', cookieless: true, calls: { inject: 'starts', track: 'tracks' }, components: ['Analytics'] },
  source: '@vercel/analytics 1 documentation (from memory, 2026-11)',
  examples: {
    finds: [
      consented("import { track } from '@vercel/analytics';", "track('Signup', { email: user.email }); // ! pii-to-third-party"),
    ],
    silent: [consented("import { track } from '@vercel/analytics';", "track('Signup', { plan: 'free' });")],
  },
};
