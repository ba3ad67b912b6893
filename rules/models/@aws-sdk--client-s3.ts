import type { Model } from '../../server/engine/model';
import { each } from './shared/functions';
import { withPatient } from './shared/snippets';

const put = { sink: { kind: 'object-storage' as const, data: ['0.Body', '0.Metadata', '0.Key'], options: '0' } };

/** The command holds the object; sending it adds nothing. */
export const clientS3: Model = {
  id: '@aws-sdk/client-s3',
  title: 'Amazon S3',
  kind: 'object-storage',
  packages: ['@aws-sdk/client-s3', '@aws-sdk/lib-storage'],
  exports: {
    PutObjectCommand: 'PutObjectCommand',
    UploadPartCommand: 'PutObjectCommand',
    Upload: 'Upload',
    S3Client: 'S3Client',
    S3: 'S3Client',
    GetObjectCommand: 'command',
    DeleteObjectCommand: 'command',
    ListObjectsV2Command: 'command',
    HeadObjectCommand: 'command',
  },
  ambient: { PutObjectCommand: 'PutObjectCommand', S3Client: 'S3Client' },
  types: {
    PutObjectCommand: { construct: put },
    Upload: {
      construct: {
        sink: { kind: 'object-storage', data: ['0.params.Body', '0.params.Metadata', '0.params.Key'], options: '0.params' },
      },
    },
    S3Client: { construct: { returns: 'client' } },
    client: {
      members: { send: {}, putObject: put, ...each(['getObject', 'deleteObject', 'listObjectsV2', 'headObject', 'destroy'], {}) },
    },
    command: { construct: {} },
  },
  source: '@aws-sdk/client-s3 3 documentation, docs.aws.amazon.com/AWSJavaScriptSDK/v3 (from memory, 2026-11)',
  examples: {
    finds: [
      withPatient(
        "import { PutObjectCommand, S3Client } from '@aws-sdk/client-s3';",
        'const client = new S3Client({});',
        "await client.send(new PutObjectCommand({ Bucket: 'b', Key: 'k', ACL: 'public-read', Body: patient.ssn })); // ! cleartext-pii",
      ),
    ],
    silent: [
      withPatient(
        "import { PutObjectCommand, S3Client } from '@aws-sdk/client-s3';",
        'const client = new S3Client({});',
        "await client.send(new PutObjectCommand({ Bucket: 'b', Key: 'k', Body: patient.ssn, ServerSideEncryption: 'aws:kms' }));",
      ),
    ],
  },
};
