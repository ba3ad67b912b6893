import type { Model } from '../../server/engine/model';
import { each } from './shared/functions';
import { withPatient } from './shared/snippets';

/** Access is decided per bucket, or by `predefinedAcl` of the options. */
export const googleStorage: Model = {
  id: '@google-cloud/storage',
  title: 'Google Cloud Storage',
  kind: 'object-storage',
  packages: ['@google-cloud/storage', 'firebase-admin/storage'],
  exports: { Storage: 'Storage', getStorage: 'getStorage' },
  types: {
    Storage: { construct: { returns: 'storage' } },
    getStorage: { call: { returns: 'storage' } },
    storage: { members: { bucket: { returns: 'bucket' } } },
    bucket: { members: { file: { returns: 'file' }, upload: {} } },
    file: {
      members: {
        save: { sink: { kind: 'object-storage', data: ['0'], options: '1' } },
        ...each(['download', 'delete', 'exists', 'getSignedUrl', 'makePublic'], {}),
      },
    },
  },
  source: '@google-cloud/storage 7 documentation, cloud.google.com/nodejs/docs/reference/storage/latest (from memory, 2026-11)',
  examples: {
    finds: [],
    silent: [
      withPatient(
        "import { Storage } from '@google-cloud/storage';",
        "const file = new Storage().bucket('b').file('k');",
        'await file.save(patient.id);',
      ),
    ],
  },
};
