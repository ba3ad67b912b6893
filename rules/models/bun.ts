import type { Model } from '../../server/engine/model';
import { withPatient } from './shared/snippets';

export const bun: Model = {
  id: 'bun',
  title: 'Bun files',
  kind: 'file',
  packages: ['bun'],
  exports: { write: 'write', file: 'file', '*': 'bun' },
  ambient: { Bun: 'bun' },
  types: {
    bun: { members: { write: { sink: { kind: 'file', data: ['1'], path: '0' } }, file: { content: 'none' }, serve: {} } },
    write: { call: { sink: { kind: 'file', data: ['1'], path: '0' } } },
    file: { call: {} },
  },
  source: 'Bun 1 documentation, bun.com/docs/api/file-io (from memory, 2026-11)',
  examples: {
    finds: [withPatient('', "await Bun.write('/exports/patient.csv', patient.ssn); // ! cleartext-pii")],
    silent: [withPatient('', "await Bun.write('/exports/ids.csv', patient.id);")],
  },
};
