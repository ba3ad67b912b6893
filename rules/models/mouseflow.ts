import type { Model } from '../../server/engine/model';
import { sends } from './shared/actions';
import { consented } from './shared/people';

export const mouseflow: Model = {
  id: 'mouseflow',
  title: 'Mouseflow',
  kind: 'replay',
  vendor: 'Mouseflow',
  hosts: ['cdn.mouseflow.com', 'api-eu.mouseflow.com', 'api-us.mouseflow.com'],
  packages: [],
  ambient: { _mfq: 'queue', mouseflow: 'recorder' },
  types: {
    queue: { members: { push: sends(['*']) } },
    recorder: { members: { identify: sends(['0']), tag: sends(['0']), start: {}, stop: {} } },
  },
  consent: {
    recipient: 'replay',
    calls: { 'recorder.start': 'starts', 'recorder.stop': 'stops' },
    scripts: ['cdn.mouseflow.com'],
  },
  source: 'Mouseflow JavaScript API documentation (from memory, 2026-11)',
  examples: {
    finds: [consented('', "_mfq.push(['setVariable', 'email', user.email]); // ! pii-to-third-party")],
    silent: [consented('', "_mfq.push(['setVariable', 'plan', 'free']);")],
  },
};
