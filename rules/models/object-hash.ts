import type { Model } from '../../server/engine/model';
import { weakHash } from './shared/hash';
import { withUser } from './shared/snippets';

export const objectHash: Model = {
  id: 'object-hash',
  title: 'object-hash',
  kind: 'crypto',
  packages: ['object-hash', 'hash-sum', 'hash-wasm', 'ohash'],
  exports: { default: 'digest', '*': 'digest', hash: 'digest', digest: 'digest', md5: 'digest', sha256: 'digest' },
  types: { digest: { call: weakHash, otherwise: weakHash } },
  source: 'object-hash 3 documentation, github.com/puleos/object-hash (from memory, 2026-11)',
  examples: {
    finds: [
      withUser(
        "import hash from 'object-hash';",
        'const pseudonym = hash({ email: user.email }); // ! weak-anonymization',
        'return pseudonym;',
      ),
    ],
    silent: [withUser("import hash from 'object-hash';", 'const etag = hash({ page: "start" });', 'return etag;')],
  },
};
