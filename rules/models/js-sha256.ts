import type { Model } from '../../server/engine/model';
import { each } from './shared/functions';
import { keyedHash, weakHash } from './shared/hash';
import { withUser } from './shared/snippets';

/** Small packages whose functions hash text at once. */
export const jsSha256: Model = {
  id: 'js-sha256',
  title: 'hash functions',
  kind: 'crypto',
  packages: [
    'js-sha256',
    'js-sha512',
    'js-sha1',
    'js-sha3',
    'sha1',
    'sha256',
    'hasha',
    'fast-sha256',
    '@noble/hashes/*',
    'crypto-hash',
  ],
  exports: {
    default: 'digest',
    '*': 'digest',
    ...Object.fromEntries(
      ['sha1', 'sha224', 'sha256', 'sha384', 'sha512', 'sha3_256', 'keccak256', 'hash', 'hashSync'].map((name) => [
        name,
        'digest',
      ]),
    ),
    hmac: 'hmac',
  },
  ambient: { sha256: 'digest', sha1: 'digest', sha512: 'digest' },
  types: {
    digest: {
      call: weakHash,
      members: {
        ...each(['hex', 'array', 'digest', 'arrayBuffer', 'sha1', 'sha256', 'sha512'], weakHash),
        hmac: 'hmac',
        create: { returns: 'hash' },
        update: { content: 'arguments', returns: 'hash' },
      },
    },
    hmac: { call: keyedHash, members: each(['hex', 'digest', 'array'], keyedHash) },
    hash: {
      members: {
        update: { mutatesReceiver: true, content: 'all', returns: 'receiver' },
        ...each(['hex', 'digest', 'array'], { content: 'receiver', state: 'weak-hash' }),
      },
    },
  },
  source: 'js-sha256 0.11 documentation, github.com/emn178/js-sha256; @noble/hashes 2 (from memory, 2026-11)',
  examples: {
    finds: [
      withUser(
        "import { sha256 } from 'js-sha256';",
        'const pseudonym = sha256(user.email); // ! weak-anonymization',
        'return pseudonym;',
      ),
    ],
    silent: [
      withUser(
        "import { sha256 } from 'js-sha256';",
        'const pseudonym = sha256.hmac(process.env.KEY!, user.email);',
        'return pseudonym;',
      ),
    ],
  },
};
