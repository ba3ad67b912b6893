import type { Model } from '../../server/engine/model';
import { each } from './shared/functions';
import { encrypts, hashesCredential, keyedHash, passes, weakHash } from './shared/hash';
import { withUser } from './shared/snippets';

const seals = ['crypto_secretbox_easy', 'crypto_box_easy', 'crypto_box_seal', 'crypto_aead_xchacha20poly1305_ietf_encrypt'];
const opens = [
  'crypto_secretbox_open_easy',
  'crypto_box_open_easy',
  'crypto_box_seal_open',
  'crypto_aead_xchacha20poly1305_ietf_decrypt',
];

export const libsodium: Model = {
  id: 'libsodium-wrappers',
  title: 'libsodium',
  kind: 'crypto',
  packages: ['libsodium-wrappers', 'libsodium-wrappers-sumo', 'sodium-native', 'react-native-libsodium'],
  exports: { default: 'sodium', '*': 'sodium' },
  ambient: { sodium: 'sodium' },
  types: {
    sodium: {
      members: {
        ...each(seals, encrypts),
        ...each(opens, passes),
        crypto_generichash: weakHash,
        crypto_auth: keyedHash,
        ...each(['crypto_pwhash', 'crypto_pwhash_str'], hashesCredential),
        ...each(['randombytes_buf', 'crypto_secretbox_keygen', 'memzero'], {}),
        ...each(['from_string', 'to_string', 'to_base64', 'from_base64', 'to_hex', 'from_hex'], passes),
      },
    },
  },
  source: 'libsodium-wrappers 0.7 documentation, doc.libsodium.org (from memory, 2026-11)',
  examples: {
    finds: [
      withUser(
        "import sodium from 'libsodium-wrappers';",
        'const pseudonym = sodium.crypto_generichash(32, user.email); // ! weak-anonymization',
        'return pseudonym;',
      ),
    ],
    silent: [
      withUser(
        "import sodium from 'libsodium-wrappers';",
        "localStorage.setItem('sealed', sodium.to_base64(sodium.crypto_box_seal(user.email, key)));",
      ),
    ],
  },
};
