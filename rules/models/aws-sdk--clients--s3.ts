import type { Model } from '../../server/engine/model';
import { each } from './shared/functions';
import { withPatient } from './shared/snippets';

/** Version 2 of the SDK. The whole package is `aws-sdk`, whose other services are not storage. */
export const awsSdkS3: Model = {
  id: 'aws-sdk/clients/s3',
  title: 'Amazon S3 (SDK 2)',
  kind: 'object-storage',
  packages: ['aws-sdk/clients/s3'],
  exports: { default: 'S3', '*': 'S3' },
  ambient: { s3: 'client' },
  types: {
    S3: { construct: { returns: 'client', config: 0 } },
    client: {
      members: {
        ...each(['putObject', 'upload'], {
          sink: { kind: 'object-storage', data: ['0.Body', '0.Metadata', '0.Key'], options: '0' },
        }),
        ...each(['getObject', 'deleteObject', 'listObjectsV2', 'headObject', 'send'], {}),
      },
    },
  },
  source: 'aws-sdk 2.1692 documentation, docs.aws.amazon.com/AWSJavaScriptSDK/latest (from memory, 2026-11)',
  examples: {
    finds: [
      withPatient(
        "import S3 from 'aws-sdk/clients/s3';",
        'const client = new S3();',
        "await client.putObject({ Bucket: 'b', Key: 'k', ACL: 'public-read', Body: patient.ssn }).promise(); // ! cleartext-pii",
      ),
    ],
    silent: [
      withPatient(
        "import S3 from 'aws-sdk/clients/s3';",
        'const client = new S3();',
        "await client.putObject({ Bucket: 'b', Key: 'k', Body: patient.id }).promise();",
      ),
    ],
  },
};
