import type { Model } from '../../server/engine/model';
import { each, sends } from './shared/actions';
import { consented } from './shared/people';
import { surface } from './shared/surface';

const api = surface({ members: { H: 'recorder' } });

export const highlightRun: Model = {
  id: 'highlight.run',
  title: 'Highlight',
  kind: 'replay',
  vendor: 'Highlight',
  hosts: ['pub.highlight.io'],
  packages: ['highlight.run', '@highlight-run/next', '@highlight-run/node', '@highlight-run/next/*'],
  exports: api.exports,
  types: {
    ...api.types,
    recorder: {
      members: {
        init: { config: 1 },
        ...each(['identify', 'track', 'consumeError', 'recordError', 'log'], sends(['*'])),
        ...each(['start', 'stop'], {}),
      },
    },
  },
  consent: {
    recipient: 'replay',
    calls: {
      'recorder.init': 'starts',
      'recorder.start': 'starts',
      'recorder.track': 'tracks',
      'recorder.identify': 'identifies',
      'recorder.stop': 'stops',
    },
  },
  source: 'Highlight SDK reference (from memory, 2026-11)',
  examples: {
    finds: [consented("import { H } from 'highlight.run';", 'H.identify(user.email, { id: user.id }); // ! pii-to-third-party')],
    silent: [consented("import { H } from 'highlight.run';", "H.track('ordered', { orderId });")],
  },
};
