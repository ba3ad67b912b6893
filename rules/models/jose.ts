import type { Model } from '../../server/engine/model';
import { each, functions } from './shared/functions';
import { passes } from './shared/hash';
import { withUser } from './shared/snippets';

const verified = { source: { category: 'record', owner: 'session', words: 'the claims of the token' } };
const actions = functions({
  ...each(['jwtVerify', 'jwtDecrypt', 'decodeJwt', 'compactVerify'], verified),
  ...each(['importJWK', 'importPKCS8', 'generateSecret', 'createRemoteJWKSet'], {}),
  base64url: passes,
});
const steps = [
  'setProtectedHeader',
  'setIssuedAt',
  'setExpirationTime',
  'setAudience',
  'setIssuer',
  'setSubject',
  'setJti',
  'setNotBefore',
];

/** A signed token can be read by everyone; only an encrypted one protects. */
export const jose: Model = {
  id: 'jose',
  title: 'jose',
  kind: 'crypto',
  packages: ['jose', 'jose/*'],
  exports: {
    ...actions.exports,
    SignJWT: 'SignJWT',
    EncryptJWT: 'EncryptJWT',
    CompactEncrypt: 'EncryptJWT',
    UnsecuredJWT: 'SignJWT',
  },
  types: {
    ...actions.types,
    SignJWT: { construct: { content: 'arguments', returns: 'signer', sink: { kind: 'share', data: ['0'] } } },
    EncryptJWT: { construct: { content: 'arguments', returns: 'encrypter' } },
    signer: { members: { ...each(steps, { content: 'receiver', returns: 'receiver' }), sign: { content: 'receiver' } } },
    encrypter: {
      members: {
        ...each(steps, { content: 'receiver', returns: 'receiver' }),
        encrypt: { content: 'receiver', state: 'encrypted' },
      },
    },
  },
  source: 'jose 6 documentation, github.com/panva/jose (from memory, 2026-11)',
  examples: {
    finds: [
      withUser(
        "import { SignJWT } from 'jose';",
        "const token = await new SignJWT({ email: user.email }).setProtectedHeader({ alg: 'HS256' }).sign(key);",
        "localStorage.setItem('claims', token); // ! pii-in-browser-storage",
      ),
    ],
    silent: [
      withUser(
        "import { EncryptJWT } from 'jose';",
        "const token = await new EncryptJWT({ email: user.email }).setProtectedHeader({ alg: 'dir', enc: 'A256GCM' }).encrypt(key);",
        "localStorage.setItem('claims', token);",
      ),
    ],
  },
};
