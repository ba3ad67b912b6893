import type { Model } from '../../server/engine/model';

/** The recorder under many products: it takes down what is typed into every field but passwords, unless told to mask. */
export const rrweb: Model = {
  id: 'rrweb',
  title: 'rrweb',
  kind: 'replay',
  packages: ['rrweb', '@rrweb/record', '@rrweb/all'],
  exports: { record: 'record', '*': 'module', default: 'module' },
  ambient: { rrweb: 'module', rrwebRecord: 'record' },
  types: { module: { members: { record: 'record' } }, record: { call: {} } },
  recorders: [
    {
      starts: ['record', 'rrweb.record', 'rrwebRecord'],
      options: 0,
      byDefault: ['inputs'],
      settings: [
        { option: 'maskInputOptions', what: 'inputs', hides: '*' },
        { option: 'maskAllInputs', what: 'inputs', shows: [false], hides: [true] },
      ],
      source:
        'github.com/rrweb-io/rrweb guide.md and packages/rrweb/src/record (maskAllInputs is false by default), read 2026-11-25',
    },
  ],
  source: 'rrweb 2 guide, github.com/rrweb-io/rrweb/blob/master/guide.md, read 2026-11',
  examples: {
    finds: ["import { record } from 'rrweb';\nrecord({ emit: (event) => buffer.push(event) }); // ! unmasked-session-replay"],
    silent: ["import { record } from 'rrweb';\nrecord({ emit: (event) => buffer.push(event), maskAllInputs: true });"],
  },
};
