import type { Model } from '../../server/engine/model';
import { weakHash } from './shared/hash';
import { withUser } from './shared/snippets';

export const murmurhash: Model = {
  id: 'murmurhash',
  title: 'checksums and short hashes',
  kind: 'crypto',
  packages: [
    'murmurhash',
    'murmurhash3js',
    'murmurhash-js',
    'imurmurhash',
    'string-hash',
    'fnv-plus',
    'xxhashjs',
    'crc-32',
    'crc',
    'crc/*',
    'farmhash',
  ],
  exports: { default: 'digest', '*': 'digest', v3: 'digest', v2: 'digest', str: 'digest', crc32: 'digest' },
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
