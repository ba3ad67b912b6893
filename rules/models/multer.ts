import type { Model } from '../../server/engine/model';
import { withUser } from './shared/snippets';

export const multer: Model = {
  id: 'multer',
  title: 'multer',
  kind: 'utility',
  packages: ['multer'],
  exports: { default: 'multer', '*': 'multer' },
  types: { multer: { call: { returns: 'upload' }, otherwise: {} }, upload: { otherwise: {} } },
  source: 'multer 2 documentation, github.com/expressjs/multer (from memory, 2026-11)',
  examples: {
    finds: [],
    silent: [
      withUser(
        "import multer from 'multer';",
        "const upload = multer({ dest: 'uploads/' });",
        'console.log(upload.single(user.email));',
      ),
    ],
  },
};
