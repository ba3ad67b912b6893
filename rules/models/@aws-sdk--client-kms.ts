import type { Model } from '../../server/engine/model';
import { withUser } from './shared/snippets';

/** The command is already counted as protected: sending it gives only the ciphertext. */
export const clientKms: Model = {
  id: '@aws-sdk/client-kms',
  title: 'AWS KMS',
  kind: 'crypto',
  packages: ['@aws-sdk/client-kms'],
  exports: {
    KMSClient: 'KMSClient',
    EncryptCommand: 'EncryptCommand',
    DecryptCommand: 'DecryptCommand',
    GenerateDataKeyCommand: 'command',
    GenerateMacCommand: 'MacCommand',
  },
  types: {
    KMSClient: { construct: { returns: 'client' } },
    client: { members: { send: { content: 'arguments' } } },
    EncryptCommand: { construct: { content: 'arguments', state: 'encrypted' } },
    DecryptCommand: { construct: { content: 'arguments' } },
    MacCommand: { construct: { content: 'arguments', state: 'pseudonymous' } },
    command: { construct: {} },
  },
  source: '@aws-sdk/client-kms 3 documentation, docs.aws.amazon.com/AWSJavaScriptSDK/v3 (from memory, 2026-11)',
  examples: {
    finds: [],
    silent: [
      withUser(
        "import { EncryptCommand, KMSClient } from '@aws-sdk/client-kms';",
        'const client = new KMSClient({});',
        "const sealed = await client.send(new EncryptCommand({ KeyId: 'k', Plaintext: Buffer.from(user.email) }));",
        "console.log('sealed', sealed.CiphertextBlob);",
      ),
    ],
  },
};
