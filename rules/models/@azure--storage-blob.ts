import type { Model } from '../../server/engine/model';
import { each } from './shared/functions';
import { withPatient } from './shared/snippets';

const upload = { sink: { kind: 'object-storage' as const, data: ['0'], options: '2' } };

/** Containers decide about public access, not the upload. */
export const azureBlob: Model = {
  id: '@azure/storage-blob',
  title: 'Azure Blob Storage',
  kind: 'object-storage',
  packages: ['@azure/storage-blob'],
  exports: { BlobServiceClient: 'Service', ContainerClient: 'Container', BlockBlobClient: 'Blob' },
  types: {
    Service: { construct: { returns: 'service' }, members: { fromConnectionString: { returns: 'service' } } },
    Container: { construct: { returns: 'container' } },
    Blob: { construct: { returns: 'blob' } },
    service: { members: { getContainerClient: { returns: 'container' } } },
    container: { members: { getBlockBlobClient: { returns: 'blob' }, getBlobClient: { returns: 'blob' } } },
    blob: {
      members: { ...each(['upload', 'uploadData', 'uploadStream'], upload), ...each(['download', 'delete', 'exists'], {}) },
    },
  },
  source: '@azure/storage-blob 12 documentation, learn.microsoft.com/javascript/api/@azure/storage-blob (from memory, 2026-11)',
  examples: {
    finds: [],
    silent: [
      withPatient(
        "import { BlobServiceClient } from '@azure/storage-blob';",
        "const container = BlobServiceClient.fromConnectionString('…').getContainerClient('c');",
        "await container.getBlockBlobClient('k').upload(patient.id, 8);",
      ),
    ],
  },
};
