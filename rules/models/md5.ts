import type { Model } from '../../server/engine/model';
import { weakHash } from './shared/hash';
import { withUser } from './shared/snippets';

export const md5: Model = {
  id: 'md5',
  title: 'md5',
  kind: 'crypto',
  packages: ['md5', 'blueimp-md5', 'ts-md5', 'js-md5', 'spark-md5'],
  exports: { default: 'digest', '*': 'digest', md5: 'digest', Md5: 'digest' },
  ambient: { md5: 'digest' },
  types: { digest: { call: weakHash, otherwise: weakHash } },
  source: 'md5 2.3 and blueimp-md5 2.19 documentation (from memory, 2026-11)',
  examples: {
    finds: [
      withUser("import md5 from 'md5';", 'const pseudonym = md5(user.email); // ! weak-anonymization', 'return pseudonym;'),
    ],
    silent: [withUser("import md5 from 'md5';", 'const etag = md5("page");', 'return etag;')],
  },
};
