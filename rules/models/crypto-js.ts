import type { Model } from '../../server/engine/model';
import { each, functions } from './shared/functions';
import { encrypts, hashesCredential, keyedHash, passes, weakHash } from './shared/hash';
import { withUser } from './shared/snippets';

const ciphers = ['AES', 'TripleDES', 'DES', 'RC4', 'Rabbit'];
const encoders = ['Hex', 'Base64', 'Utf8', 'Latin1'];
const actions = functions({
  ...each(['MD5', 'SHA1', 'SHA224', 'SHA256', 'SHA384', 'SHA512', 'SHA3', 'RIPEMD160'], weakHash),
  ...each(['HmacMD5', 'HmacSHA1', 'HmacSHA256', 'HmacSHA512'], keyedHash),
  PBKDF2: hashesCredential,
});
const cipherMembers = Object.fromEntries(ciphers.map((name) => [name, 'cipher']));

export const cryptoJs: Model = {
  id: 'crypto-js',
  title: 'CryptoJS',
  kind: 'crypto',
  packages: ['crypto-js', 'crypto-js/*'],
  exports: { ...actions.exports, ...cipherMembers, enc: 'encoders' },
  ambient: { CryptoJS: 'namespace' },
  types: {
    ...actions.types,
    namespace: { members: { ...actions.types.namespace!.members, ...cipherMembers, enc: 'encoders' } },
    cipher: { members: { encrypt: encrypts, decrypt: passes } },
    encoders: { members: Object.fromEntries(encoders.map((name) => [name, 'encoder'])) },
    encoder: { members: { parse: passes, stringify: passes } },
  },
  source: 'crypto-js 4.2 documentation, cryptojs.gitbook.io (from memory, 2026-11)',
  examples: {
    finds: [
      withUser(
        "import CryptoJS from 'crypto-js';",
        'const anonymousId = CryptoJS.SHA256(user.email).toString(); // ! weak-anonymization',
        'return anonymousId;',
      ),
    ],
    silent: [
      withUser(
        "import CryptoJS from 'crypto-js';",
        "localStorage.setItem('sealed', CryptoJS.AES.encrypt(user.email, process.env.KEY!).toString());",
      ),
    ],
  },
};
