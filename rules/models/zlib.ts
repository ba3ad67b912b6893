import type { Model } from '../../server/engine/model';
import { weakHash } from './shared/hash';
import { withUser } from './shared/snippets';

/** Of what the module does only the checksum changes what a value says of a person; compressed content is the content. */
export const zlib: Model = {
  id: 'zlib',
  title: 'zlib',
  kind: 'crypto',
  packages: ['zlib', 'node:zlib'],
  exports: { default: 'namespace', crc32: 'checksum' },
  types: { namespace: { members: { crc32: 'checksum' } }, checksum: { call: weakHash } },
  source: 'Node.js 24 documentation, nodejs.org/api/zlib.html (from memory, 2026-11)',
  examples: {
    finds: [
      withUser(
        "import { crc32 } from 'node:zlib';",
        'const pseudonym = crc32(user.email); // ! weak-anonymization',
        'return pseudonym;',
      ),
    ],
    silent: [
      withUser(
        "import zlib from 'node:zlib';",
        "const etag = zlib.crc32('page');",
        'return { etag, packed: zlib.gzipSync(etag.toString()) };',
      ),
    ],
  },
};
