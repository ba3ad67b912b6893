import type { Model } from '../../server/engine/model';
import { each, sends } from './shared/actions';
import { consented } from './shared/people';
import { surface } from './shared/surface';

const api = surface({ main: 'Heap', members: { Heap: { returns: 'heap' } } });

export const heap: Model = {
  id: 'heap',
  title: 'Heap',
  kind: 'analytics',
  vendor: 'Heap',
  hosts: ['heapanalytics.com'],
  packages: ['heap-api'],
  exports: api.exports,
  ambient: { heap: 'heap' },
  types: {
    ...api.types,
    heap: {
      members: {
        ...each(['identify', 'track', 'addUserProperties', 'addEventProperties', 'addAccountProperties'], sends(['*'])),
        ...each(['load', 'resetIdentity', 'clearEventProperties'], {}),
      },
    },
  },
  consent: {
    recipient: 'analytics',
    calls: {
      'heap.load': 'starts',
      'heap.track': 'tracks',
      'heap.identify': 'identifies',
      'heap.addUserProperties': 'identifies',
    },
    scripts: ['cdn.heapanalytics.com'],
  },
  source: 'Heap web API reference (from memory, 2026-11)',
  examples: {
    finds: [
      consented('', 'heap.addUserProperties({ email: user.email }); // ! pii-to-third-party'),
      consented('', 'heap.identify(user.email); // ! pii-to-third-party'),
    ],
    silent: [consented('', 'heap.identify(user.id);')],
  },
};
