import type { Model } from '../../server/engine/model';
import { sends } from './shared/actions';
import { consented } from './shared/people';
import { surface } from './shared/surface';

const api = surface({ members: { sendGAEvent: sends(['*']), sendGTMEvent: sends(['*']) } });

export const nextThirdParties: Model = {
  id: '@next/third-parties',
  title: 'Next.js third parties',
  kind: 'analytics',
  vendor: 'Google Analytics',
  packages: ['@next/third-parties', '@next/third-parties/*'],
  exports: api.exports,
  types: api.types,
  consent: {
    recipient: 'analytics',
    sdk: 'gtag',
    calls: { sendGAEvent: 'tracks', sendGTMEvent: 'tracks' },
    components: ['GoogleAnalytics', 'GoogleTagManager'],
  },
  source: 'Next.js 15 documentation (third-party libraries) (from memory, 2026-11)',
  examples: {
    finds: [
      consented(
        "import { sendGTMEvent } from '@next/third-parties/google';",
        "sendGTMEvent({ event: 'login', value: user.email }); // ! pii-to-third-party",
      ),
    ],
    silent: [
      consented(
        "import { sendGAEvent } from '@next/third-parties/google';",
        "sendGAEvent('event', 'login', { method: 'password' });",
      ),
    ],
  },
};
