import type { Model } from '../../server/engine/model';
import { each, sends } from './shared/actions';
import { consented } from './shared/people';
import { surface } from './shared/surface';

const api = surface({ main: 'Analytics', members: { Analytics: { returns: 'analytics', config: 0 } } });

/** Which providers it feeds is in its plugins; loading one is what its page calls starting. */
export const analytics: Model = {
  id: 'analytics',
  title: 'Analytics (getanalytics.io)',
  kind: 'analytics',
  vendor: 'an analytics provider',
  packages: ['analytics'],
  exports: api.exports,
  types: {
    ...api.types,
    analytics: { members: { ...each(['track', 'page', 'identify'], sends(['*'])), ready: {}, on: {}, once: {}, reset: {} } },
  },
  consent: {
    recipient: 'analytics',
    calls: { 'analytics.track': 'tracks', 'analytics.page': 'tracks', 'analytics.identify': 'identifies' },
  },
  source: 'getanalytics.io documentation, API (from memory, 2026-11)',
  examples: {
    finds: [
      "import Analytics from 'analytics';\nconst analytics = Analytics({ app: 'shop' });\nanalytics.page(); // ! tracking-without-consent",
    ],
    silent: [
      consented(
        "import Analytics from 'analytics';\nconst analytics = Analytics({ app: 'shop' });",
        "analytics.track('ordered', { orderId });",
      ),
    ],
  },
};
