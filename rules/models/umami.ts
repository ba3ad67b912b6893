import type { Model } from '../../server/engine/model';
import { sends } from './shared/actions';
import { consented } from './shared/people';
import { surface } from './shared/surface';

const api = surface({ main: 'umami', classes: { Umami: 'umami' }, members: { umami: 'umami' } });

export const umami: Model = {
  id: 'umami',
  title: 'Umami',
  kind: 'analytics',
  vendor: 'Umami',
  hosts: ['cloud.umami.is', 'api-gateway.umami.dev'],
  packages: ['@umami/node'],
  exports: api.exports,
  ambient: { umami: 'umami' },
  types: { ...api.types, umami: { members: { init: { config: 0 }, track: sends(['*']), identify: sends(['*']) } } },
  consent: {
    recipient: 'analytics',
    cookieless: true,
    scripts: ['cloud.umami.is/script.js', 'analytics.umami.is/script.js'],
    calls: { 'umami.track': 'tracks', 'umami.identify': 'identifies' },
  },
  source:
    'umami.is/docs/tracker-functions: track of a page, a name with data or a function, identify of an id with data, read 2026-11',
  examples: {
    finds: [consented('', 'umami.identify({ email: user.email }); // ! pii-to-third-party')],
    silent: [consented('', "umami.track('ordered', { orderId });")],
  },
};
