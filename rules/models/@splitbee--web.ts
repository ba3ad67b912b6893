import type { Model } from '../../server/engine/model';
import { sends } from './shared/actions';
import { consented } from './shared/people';
import { surface } from './shared/surface';

const api = surface({
  members: { init: { config: 0 }, track: sends(['*']), user: 'user', reset: {} },
  classes: { SplitbeeAnalytics: 'server' },
});

export const splitbeeWeb: Model = {
  id: '@splitbee/web',
  title: 'Splitbee',
  kind: 'analytics',
  vendor: 'Splitbee',
  hosts: ['hive.splitbee.io'],
  packages: ['@splitbee/web', '@splitbee/node'],
  exports: { ...api.exports, splitbee: 'module' },
  ambient: { splitbee: 'module' },
  types: {
    ...api.types,
    user: { members: { set: sends(['0']), identify: sends(['*']) } },
    server: { members: { track: sends(['*']), user: 'user' } },
  },
  consent: { recipient: 'analytics', calls: { init: 'starts', track: 'tracks', 'user.set': 'identifies' } },
  source: 'Splitbee documentation of its web SDK (from memory, 2026-11)',
  examples: {
    finds: [
      consented("import splitbee from '@splitbee/web';", 'splitbee.user.set({ email: user.email }); // ! pii-to-third-party'),
    ],
    silent: [consented("import splitbee from '@splitbee/web';", "splitbee.track('Ordered', { orderId });")],
  },
};
