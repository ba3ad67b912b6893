import type { Model } from '../../server/engine/model';
import { withUser } from './shared/snippets';

export const ajv: Model = {
  id: 'ajv',
  title: 'Ajv',
  kind: 'validation',
  packages: ['ajv', 'ajv/*', 'ajv-formats'],
  exports: { default: 'Ajv', Ajv: 'Ajv', '*': 'Ajv' },
  types: {
    Ajv: { call: {}, construct: { returns: 'ajv' } },
    ajv: {
      members: {
        compile: { returns: 'validate' },
        getSchema: { returns: 'validate' },
        validate: {},
        addSchema: {},
        addFormat: {},
      },
    },
    validate: { call: {} },
  },
  source: 'Ajv 8 documentation, ajv.js.org/api.html (from memory, 2026-11)',
  examples: {
    finds: [],
    silent: [
      withUser(
        "import Ajv from 'ajv';",
        "const validate = new Ajv().compile({ type: 'object' });",
        "console.log('valid', validate({ email: user.email }));",
      ),
    ],
  },
};
