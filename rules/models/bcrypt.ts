import type { Model } from '../../server/engine/model';
import { each, functions } from './shared/functions';
import { hashesCredential } from './shared/hash';
import { withUser } from './shared/snippets';

export const bcrypt: Model = {
  id: 'bcrypt',
  title: 'bcrypt and argon2',
  kind: 'crypto',
  packages: ['bcrypt', 'bcryptjs', '@node-rs/bcrypt', 'argon2', '@node-rs/argon2', 'scrypt-js', 'bcrypt-ts'],
  ...functions({
    ...each(['hash', 'hashSync', 'hashRaw', 'scrypt'], hashesCredential),
    ...each(['compare', 'compareSync', 'verify', 'genSalt', 'genSaltSync'], {}),
  }),
  ambient: { bcrypt: 'namespace', bcryptjs: 'namespace', argon2: 'namespace' },
  source: 'bcrypt 6, bcryptjs 3 and argon2 0.44 documentation (from memory, 2026-11)',
  examples: {
    finds: [],
    silent: [
      withUser("import bcrypt from 'bcrypt';", "console.log('stored', await bcrypt.hash(user.email, 12));"),
      withUser("import argon2 from 'argon2';", 'const pseudonym = await argon2.hash(user.email);', 'return pseudonym;'),
    ],
  },
};
