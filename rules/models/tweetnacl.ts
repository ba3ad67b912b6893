import type { Model } from '../../server/engine/model';
import { encrypts, passes, weakHash } from './shared/hash';
import { withUser } from './shared/snippets';

/** `secretbox` and `box` are functions with an `open` of their own. */
export const tweetnacl: Model = {
  id: 'tweetnacl',
  title: 'TweetNaCl',
  kind: 'crypto',
  packages: ['tweetnacl', 'tweetnacl-util'],
  exports: { default: 'nacl', '*': 'nacl', box: 'box', secretbox: 'box', hash: 'hash' },
  ambient: { nacl: 'nacl' },
  types: {
    nacl: { members: { box: 'box', secretbox: 'box', hash: 'hash', randomBytes: {} } },
    box: { call: encrypts, members: { open: passes, after: encrypts, keyPair: {} } },
    hash: { call: weakHash },
  },
  source: 'tweetnacl 1.0 documentation, github.com/dchest/tweetnacl-js (from memory, 2026-11)',
  examples: {
    finds: [
      withUser(
        "import nacl from 'tweetnacl';",
        'const pseudonym = nacl.hash(Buffer.from(user.email)); // ! weak-anonymization',
        'return pseudonym;',
      ),
    ],
    silent: [
      withUser(
        "import nacl from 'tweetnacl';",
        "localStorage.setItem('sealed', String(nacl.secretbox(Buffer.from(user.email), nonce, key)));",
      ),
    ],
  },
};
