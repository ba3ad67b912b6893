import type { Model } from '../../server/engine/model';
import { each, sends } from './shared/actions';
import { consented } from './shared/people';
import { surface } from './shared/surface';

const api = surface({
  members: {
    initialize: { config: 1 },
    ...each(['event', 'send', 'set', 'pageview', 'modalview', 'exception', 'outboundLink'], sends(['*'])),
    gtag: sends(['1*']),
    ga: sends(['1*']),
  },
});

export const reactGa4: Model = {
  id: 'react-ga4',
  title: 'React GA',
  kind: 'analytics',
  vendor: 'Google Analytics',
  packages: ['react-ga4', 'react-ga'],
  exports: api.exports,
  ambient: { ReactGA: 'module' },
  types: api.types,
  consent: {
    recipient: 'analytics',
    sdk: 'gtag',
    calls: {
      initialize: 'starts',
      event: 'tracks',
      send: 'tracks',
      pageview: 'tracks',
      modalview: 'tracks',
      set: 'identifies',
      'gtag(consent)': 'defaults',
    },
  },
  source: 'react-ga4 2 README (from memory, 2026-11)',
  examples: {
    finds: [consented("import ReactGA from 'react-ga4';", 'ReactGA.set({ userId: user.email }); // ! pii-to-third-party')],
    silent: [consented("import ReactGA from 'react-ga4';", "ReactGA.event({ category: 'order', action: 'paid' });")],
  },
};
