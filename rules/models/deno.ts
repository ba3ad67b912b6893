import type { Model } from '../../server/engine/model';
import { each } from './shared/functions';
import { withPatient } from './shared/snippets';

export const deno: Model = {
  id: 'deno',
  title: 'Deno files',
  kind: 'file',
  packages: [],
  ambient: { Deno: 'deno' },
  types: {
    deno: {
      members: {
        ...each(['writeTextFile', 'writeTextFileSync', 'writeFile', 'writeFileSync'], {
          sink: { kind: 'file', data: ['1'], path: '0' },
        }),
        ...each(['readTextFile', 'readFile', 'remove', 'stat'], {}),
      },
    },
  },
  source: 'Deno 2 documentation, docs.deno.com/api/deno/file-system (from memory, 2026-11)',
  examples: {
    finds: [withPatient('', "await Deno.writeTextFile('/exports/patient.csv', patient.ssn); // ! cleartext-pii")],
    silent: [withPatient('', "await Deno.writeTextFile('/exports/ids.csv', patient.id);")],
  },
};
