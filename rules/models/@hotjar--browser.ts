import type { Model } from '../../server/engine/model';
import { each, sends } from './shared/actions';
import { consented } from './shared/people';
import { surface } from './shared/surface';

const api = surface({ main: 'hotjar', members: { hotjar: 'hotjar' } });

export const hotjarBrowser: Model = {
  id: '@hotjar/browser',
  title: 'Hotjar',
  kind: 'replay',
  vendor: 'Hotjar',
  hosts: ['script.hotjar.com', 'insights.hotjar.com'],
  packages: ['@hotjar/browser', 'react-hotjar'],
  exports: api.exports,
  ambient: { hj: 'hj', hotjar: 'hotjar' },
  types: {
    ...api.types,
    hj: { call: sends(['1*']) },
    hotjar: {
      members: { ...each(['identify', 'event'], sends(['*'])), ...each(['init', 'initialize', 'stateChange', 'isReady'], {}) },
    },
  },
  unmasks: ['data-hj-allow', 'data-hj-whitelist'].map((name) => ({
    name,
    what: ['inputs'],
    source:
      'hotjar.com/blog/more-secure-recordings (what is typed is suppressed by default, fields can be allowed), read 2026-11-28',
  })),
  consent: {
    recipient: 'replay',
    calls: {
      'hotjar.init': 'starts',
      'hotjar.initialize': 'starts',
      'hotjar.event': 'tracks',
      'hj(event)': 'tracks',
      'hotjar.identify': 'identifies',
      'hj(identify)': 'identifies',
    },
    configured: ['gatsby-plugin-hotjar', 'nuxt-module-hotjar', 'registry.hotjar'],
    scripts: ['static.hotjar.com'],
  },
  source: 'Hotjar documentation (identify API) (from memory, 2026-11)',
  examples: {
    finds: [
      consented(
        "import Hotjar from '@hotjar/browser';",
        'Hotjar.identify(user.id, { email: user.email }); // ! pii-to-third-party',
      ),
      consented('', "hj('identify', user.id, { name: user.fullName }); // ! pii-to-third-party"),
    ],
    silent: [consented('', "hj('identify', user.id, { plan: 'free' });")],
  },
};
