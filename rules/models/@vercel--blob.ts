import type { Model } from '../../server/engine/model';
import { surface } from './shared/surface';
import { withPatient } from './shared/snippets';

const api = surface({
  members: { put: { sink: { kind: 'object-storage', data: ['1'], options: '2' } }, del: {}, head: {}, list: {}, copy: {} },
});

/** Who knows the address reads what is `public`. */
export const vercelBlob: Model = {
  id: '@vercel/blob',
  title: 'Vercel Blob',
  kind: 'object-storage',
  packages: ['@vercel/blob'],
  exports: api.exports,
  types: api.types,
  source: 'Vercel Blob documentation, vercel.com/docs/vercel-blob/using-blob-sdk (from memory, 2026-11)',
  examples: {
    finds: [
      withPatient(
        "import { put } from '@vercel/blob';",
        "await put('card.json', JSON.stringify({ ssn: patient.ssn }), { access: 'public' }); // ! cleartext-pii",
      ),
    ],
    silent: [
      withPatient(
        "import { put } from '@vercel/blob';",
        "await put('card.json', JSON.stringify({ id: patient.id }), { access: 'public' });",
      ),
    ],
  },
};
