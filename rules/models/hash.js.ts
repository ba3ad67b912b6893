import type { Model } from '../../server/engine/model';
import { each } from './shared/functions';
import { withUser } from './shared/snippets';

export const hashJs: Model = {
  id: 'hash.js',
  title: 'hash.js',
  kind: 'crypto',
  packages: ['hash.js'],
  exports: { default: 'hashes', '*': 'hashes' },
  types: {
    hashes: {
      members: {
        ...each(['sha1', 'sha224', 'sha256', 'sha384', 'sha512', 'ripemd160'], { returns: 'hash' }),
        hmac: { returns: 'hmac' },
      },
    },
    hash: {
      members: {
        update: { mutatesReceiver: true, content: 'all', returns: 'receiver' },
        digest: { content: 'receiver', state: 'weak-hash' },
      },
    },
    hmac: {
      members: {
        update: { mutatesReceiver: true, content: 'all', returns: 'receiver' },
        digest: { content: 'receiver', state: 'pseudonymous' },
      },
    },
  },
  source: 'hash.js 1.1 documentation, github.com/indutny/hash.js (from memory, 2026-11)',
  examples: {
    finds: [
      withUser(
        "import hash from 'hash.js';",
        "const pseudonym = hash.sha256().update(user.email).digest('hex'); // ! weak-anonymization",
        'return pseudonym;',
      ),
    ],
    silent: [
      withUser("import hash from 'hash.js';", "const etag = hash.sha256().update('<html>').digest('hex');", 'return etag;'),
    ],
  },
};
