import type { Model } from '../../server/engine/model';
import { each } from './shared/functions';
import { withPatient } from './shared/snippets';

export const minio: Model = {
  id: 'minio',
  title: 'MinIO and Vercel Blob',
  kind: 'object-storage',
  packages: ['minio', '@vercel/blob', '@vercel/blob/*'],
  exports: { Client: 'Client', put: 'put', '*': 'namespace', del: 'nothing', list: 'nothing', head: 'nothing' },
  types: {
    Client: { construct: { returns: 'client', config: 0 } },
    namespace: { members: { Client: 'Client', put: 'put' } },
    client: {
      members: {
        putObject: { sink: { kind: 'object-storage', data: ['2'], options: '4' } },
        ...each(['getObject', 'removeObject'], {}),
      },
    },
    put: { call: { sink: { kind: 'object-storage', data: ['1'], options: '2' } } },
    nothing: { call: {} },
  },
  source: 'minio 8 documentation, min.io/docs; @vercel/blob 2, vercel.com/docs/vercel-blob (from memory, 2026-11)',
  examples: {
    finds: [],
    silent: [withPatient("import { put } from '@vercel/blob';", "await put('ids.csv', patient.id, { access: 'private' });")],
  },
};
