import type { Model } from '../../server/engine/model';
import { each, functions } from './shared/functions';
import { encrypts, hashesCredential, passes, weakHash } from './shared/hash';
import { withUser } from './shared/snippets';

const credential = each(['scrypt', 'scryptSync', 'pbkdf2', 'pbkdf2Sync', 'argon2', 'argon2Sync'], hashesCredential);
const random = {
  ...each(['randomUUID', 'randomBytes', 'randomInt', 'getRandomValues'], { fresh: true }),
  ...each(['generateKeyPairSync', 'timingSafeEqual', 'createECDH'], {}),
};
const subtle = {
  digest: weakHash,
  sign: { content: 'arguments' as const, state: 'pseudonymous' as const },
  encrypt: encrypts,
  decrypt: passes,
  ...each(['importKey', 'generateKey', 'exportKey', 'verify', 'deriveKey'], {}),
};
const actions = functions({
  createHash: { returns: 'hash' },
  hash: { content: 'arguments', state: 'weak-hash' },
  createHmac: { returns: 'hmac' },
  createCipheriv: { returns: 'cipher' },
  createDecipheriv: { returns: 'decipher' },
  publicEncrypt: encrypts,
  privateDecrypt: passes,
  ...credential,
  ...random,
});
const update = { mutatesReceiver: true, content: 'all' as const, returns: 'receiver' };

/** Node's module and the browser's `crypto`. A hash gathers what `update` gets and gives it away in `digest`. */
export const crypto: Model = {
  id: 'crypto',
  title: 'crypto',
  kind: 'crypto',
  packages: ['crypto', 'node:crypto', '@peculiar/webcrypto'],
  exports: { ...actions.exports, webcrypto: 'namespace', subtle: 'subtle' },
  ambient: { crypto: 'namespace', createHash: 'createHash()', createHmac: 'createHmac()', randomUUID: 'randomUUID()' },
  types: {
    ...actions.types,
    namespace: { members: { ...actions.types.namespace!.members, subtle: 'subtle', webcrypto: 'namespace' } },
    hash: { members: { update, digest: { content: 'receiver', state: 'weak-hash' } } },
    hmac: { members: { update, digest: { content: 'receiver', state: 'pseudonymous' } } },
    cipher: {
      members: {
        update: { ...encrypts, mutatesReceiver: true },
        final: { content: 'receiver', state: 'encrypted' },
        getAuthTag: {},
      },
    },
    decipher: { members: { update: passes, final: { content: 'receiver' }, setAuthTag: {} } },
    subtle: { members: subtle },
  },
  source: 'Node.js 24 documentation, nodejs.org/api/crypto.html; Web Cryptography Level 2 (from memory, 2026-11)',
  examples: {
    finds: [
      withUser(
        "import { createHash } from 'node:crypto';",
        "const anonymousId = createHash('sha256').update(user.email).digest('hex'); // ! weak-anonymization",
        'return anonymousId;',
      ),
      withUser(
        '',
        "const anonymousId = crypto.createHash('md5').update(user.email).digest('hex'); // ! weak-anonymization",
        'return anonymousId;',
      ),
    ],
    silent: [
      withUser(
        "import { createHmac } from 'node:crypto';",
        "const anonymousId = createHmac('sha256', process.env.KEY!).update(user.email).digest('hex');",
        'return anonymousId;',
      ),
      withUser("import { randomUUID } from 'node:crypto';", 'const anonymousId = randomUUID();', 'return { anonymousId };'),
    ],
  },
};
