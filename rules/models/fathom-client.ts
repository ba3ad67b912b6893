import type { Model } from '../../server/engine/model';
import { sends } from './shared/actions';
import { consented } from './shared/people';
import { surface } from './shared/surface';

const api = surface({
  members: { load: { config: 1 }, trackEvent: sends(['*']), trackPageview: sends(['0']), trackGoal: sends(['0']), setSite: {} },
});

export const fathomClient: Model = {
  id: 'fathom-client',
  title: 'Fathom',
  kind: 'analytics',
  vendor: 'Fathom',
  hosts: ['cdn.usefathom.com'],
  packages: ['fathom-client'],
  exports: api.exports,
  ambient: { fathom: 'module' },
  types: api.types,
  consent: {
    recipient: 'analytics',
    cookieless: true,
    calls: { load: 'starts', trackEvent: 'tracks', trackPageview: 'tracks', trackGoal: 'tracks' },
    scripts: ['cdn.usefathom.com'],
  },
  source: 'fathom-client 3 README (from memory, 2026-11)',
  examples: {
    finds: [
      consented("import { trackEvent } from 'fathom-client';", 'trackEvent(`signup ${user.email}`); // ! pii-to-third-party'),
    ],
    silent: [consented("import { trackEvent } from 'fathom-client';", "trackEvent('signup');")],
  },
};
