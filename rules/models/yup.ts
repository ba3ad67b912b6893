import type { Model } from '../../server/engine/model';
import { each } from './shared/functions';
import { withUser } from './shared/snippets';

export const yup: Model = {
  id: 'yup',
  title: 'Yup',
  kind: 'validation',
  packages: ['yup'],
  exports: {
    '*': 'builders',
    default: 'builders',
    ...Object.fromEntries(['object', 'string', 'number', 'boolean', 'array', 'mixed', 'date'].map((name) => [name, 'builder'])),
  },
  types: {
    builders: { otherwise: { returns: 'schema', reader: 'yup' } },
    builder: { call: { returns: 'schema', reader: 'yup' } },
    schema: {
      members: {
        ...each(['validate', 'validateSync', 'validateAsync', 'cast'], { reader: 'yup' }),
        ...each(['describe', 'isValid', 'isValidSync'], {}),
      },
      otherwise: { returns: 'receiver', reader: 'yup' },
    },
  },
  source: 'Yup 1 documentation, github.com/jquense/yup (from memory, 2026-11)',
  examples: {
    finds: [
      withUser(
        "import * as yup from 'yup';",
        "console.log('valid', yup.object({ email: yup.string() }).validateSync({ email: user.email })); // ! pii-in-logs",
      ),
    ],
    silent: [withUser("import * as yup from 'yup';", "console.log('rule', yup.string().email('no e-mail').describe());")],
  },
};
