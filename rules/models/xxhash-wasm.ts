import type { Model } from '../../server/engine/model';
import { each } from './shared/functions';
import { weakHash } from './shared/hash';
import { withUser } from './shared/snippets';

/** Packages that load first and then hand out functions, or an object that hashes. */
export const xxhashWasm: Model = {
  id: 'xxhash-wasm',
  title: 'xxhash-wasm',
  kind: 'crypto',
  packages: ['xxhash-wasm'],
  exports: { default: 'loader' },
  types: {
    loader: { call: { returns: 'hashes' } },
    hashes: {
      members: {
        ...each(['h32', 'h32ToString', 'h32Raw', 'h64', 'h64ToString', 'h64Raw'], weakHash),
        ...each(['create32', 'create64'], { returns: 'hash' }),
      },
    },
    hash: {
      members: {
        update: { mutatesReceiver: true, content: 'all', returns: 'receiver' },
        digest: { content: 'receiver', state: 'weak-hash' },
      },
    },
  },
  source: 'xxhash-wasm 1 documentation, github.com/jungomi/xxhash-wasm (from memory, 2026-11)',
  examples: {
    finds: [
      withUser(
        "import xxhash from 'xxhash-wasm';",
        'const { h64ToString } = await xxhash();',
        'const pseudonym = h64ToString(user.email); // ! weak-anonymization',
        'return pseudonym;',
      ),
    ],
    silent: [
      withUser(
        "import xxhash from 'xxhash-wasm';",
        'const { h32 } = await xxhash();',
        "const etag = h32('page');",
        'return etag;',
      ),
    ],
  },
};
