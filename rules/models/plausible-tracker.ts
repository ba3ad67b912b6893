import type { Model } from '../../server/engine/model';
import { sends } from './shared/actions';
import { consented } from './shared/people';
import { surface } from './shared/surface';

const create = { returns: 'tracker', config: 0 };
const api = surface({
  main: 'Plausible',
  members: { Plausible: create, init: { config: 0 }, track: sends(['*']), usePlausible: { returns: 'plausible' } },
});

export const plausibleTracker: Model = {
  id: 'plausible-tracker',
  title: 'Plausible',
  kind: 'analytics',
  vendor: 'Plausible',
  hosts: ['plausible.io'],
  packages: ['plausible-tracker', '@plausible-analytics/tracker', 'next-plausible'],
  exports: api.exports,
  ambient: { plausible: 'plausible' },
  types: {
    ...api.types,
    plausible: { call: sends(['*']) },
    tracker: {
      members: { trackEvent: sends(['*']), trackPageview: sends(['*']), enableAutoPageviews: {}, enableAutoOutboundTracking: {} },
    },
  },
  consent: {
    recipient: 'analytics',
    cookieless: true,
    calls: {
      init: 'starts',
      track: 'tracks',
      plausible: 'tracks',
      'tracker.trackEvent': 'tracks',
      'tracker.trackPageview': 'tracks',
      'tracker.enableAutoPageviews': 'starts',
      'tracker.enableAutoOutboundTracking': 'starts',
    },
    components: ['PlausibleProvider'],
    scripts: ['plausible.io/js'],
    endpoints: ['plausible.io/api/event'],
  },
  source: 'Plausible tracker documentation (from memory, 2026-11)',
  examples: {
    finds: [
      `import Plausible from 'plausible-tracker';
export const { enableAutoPageviews } = Plausible({ domain: 'bakery.example' });
enableAutoPageviews(); // ! tracking-without-consent`,
      consented('', "plausible('Signup', { props: { email: user.email } }); // ! pii-to-third-party"),
    ],
    silent: [consented('', "plausible('Signup', { props: { plan: 'free' } });")],
  },
};
