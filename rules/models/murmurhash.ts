import type { Model } from '../../server/engine/model';
import { weakHash } from './shared/hash';
import { withUser } from './shared/snippets';

const NAMES = ['default', '*', 'v2', 'v3', 'str', 'crc32', 'hash', 'hash32', 'hash64', 'fingerprint32', 'fingerprint64'].concat([
  'murmurHash',
  'murmurHash32',
  'murmurHash64',
  'murmurHash128',
  'fnv1a',
  'xxh32',
  'xxh64',
  'xxh3',
]);

export const murmurhash: Model = {
  id: 'murmurhash',
  title: 'checksums and short hashes',
  kind: 'crypto',
  packages: [
    'murmurhash',
    'murmurhash3js',
    'murmurhash3js-revisited',
    'murmurhash-js',
    'murmurhash-native',
    'murmurhash-native/*',
    'imurmurhash',
    'murmur-hash',
    'string-hash',
    '@sindresorhus/string-hash',
    'hash-string',
    'fnv-plus',
    'fnv1a',
    '@sindresorhus/fnv1a',
    'djb2a',
    'xxhashjs',
    'xxhash',
    'xxhash-addon',
    '@node-rs/xxhash',
    'crc-32',
    'crc',
    'crc/*',
    'farmhash',
    'farmhash-modern',
    'cityhash',
  ],
  exports: Object.fromEntries(NAMES.map((name) => [name, 'digest'])),
  types: { digest: { call: weakHash, otherwise: weakHash } },
  source: 'murmurhash 2, string-hash 1, crc-32 1 documentation (from memory, 2026-11)',
  examples: {
    finds: [
      withUser(
        "import murmurhash from 'murmurhash';",
        'const pseudonym = murmurhash.v3(user.email); // ! weak-anonymization',
        'return pseudonym;',
      ),
    ],
    silent: [withUser("import murmurhash from 'murmurhash';", 'const etag = murmurhash.v3("page");', 'return etag;')],
  },
};
